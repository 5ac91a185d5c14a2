package quorate.importer.likec4;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorate.importer.Written;
import quorate.importer.likec4.Token.Type;
import quorate.source.Limits;
import quorate.source.Problems;
import quorate.source.SourceFile;

/**
 * Reads one file into the workspace. Braces are kept on a stack of its own, so that nesting costs no call; what is nested more
 * deeply than the limit is passed over and told. Views, styles and metadata say how things look or are free text, and are passed
 * over.
 */
final class Parser {

    /** Longer names are told and left out: full names repeat those around them. */
    private static final int LONGEST_NAME = 400;
    private static final int MOST_ELEMENTS = 200_000;
    private static final Set<String> SKIPPED = Set.of("views", "global", "likec4lib");
    private static final Set<String> PROPERTIES = Set.of(
            "title", "description", "technology", "summary", "notation", "link", "icon", "style", "metadata", "navigateTo",
            "multiple", "notes");
    private static final Set<String> LOOKS = Set.of(
            "color", "line", "head", "tail", "border", "opacity", "shape", "size", "padding", "textSize", "iconColor", "iconSize",
            "iconPosition");

    private enum Block {
        SPECIFICATION,
        KIND,
        STYLE,
        MODEL,
        ELEMENT,
        RELATION,
        DEPLOYMENT,
        NODE,
        INSTANCE
    }

    /** An open brace; {@code scope} is the full name of the element or node around. */
    private record Frame(Block block, String scope, Described what) {}

    private final Workspace workspace;
    private final Problems problems;
    private final Cursor cursor;
    private final int depth;
    private final SourceFile file;
    private final Deque<Frame> open = new ArrayDeque<>();

    private Parser(SourceFile file, Workspace workspace, Limits limits, Problems problems) {
        this.file = file;
        this.workspace = workspace;
        this.problems = problems;
        this.cursor = new Cursor(Lexer.read(file, limits.nodes(), problems), problems);
        this.depth = limits.depth();
    }

    static void read(SourceFile file, Workspace workspace, Limits limits, Problems problems) {
        new Parser(file, workspace, limits, problems).read();
    }

    private void read() {
        while (!cursor.here().is(Type.END)) {
            if (cursor.here().isSign("}")) {
                closing();
            } else if (open.isEmpty()) {
                top();
            } else {
                inside(open.peek());
            }
        }
        if (!open.isEmpty()) {
            problems.warning(file.whole(), open.size() + " opening braces are never closed", "Close them.");
        }
    }

    private void closing() {
        if (open.isEmpty()) {
            cursor.complain(cursor.here(), "a closing brace without an opening one", "Remove it.");
        } else {
            open.pop();
        }
        cursor.step(1);
    }

    private void top() {
        Token word = cursor.next();
        Optional<Block> block = switch (word.is(Type.WORD) ? word.text() : "") {
            case "specification" -> Optional.of(Block.SPECIFICATION);
            case "model" -> Optional.of(Block.MODEL);
            case "deployment" -> Optional.of(Block.DEPLOYMENT);
            default -> Optional.empty();
        };
        if (block.isPresent()) {
            open(block.get(), "", new Described("", word.at()));
        } else if (word.isWord("import")) {
            imported();
        } else {
            if (!SKIPPED.contains(word.text())) {
                cursor.complain(word, "'" + Cursor.shown(word) + "' is not read here", "Write specification, model, deployment or views.");
            }
            cursor.accept(Type.TEXT); // views may be in a folder
            cursor.skipBlock();
        }
    }

    /** {@code import {a, b} from 'project'}. */
    private void imported() {
        while (!cursor.here().is(Type.TEXT) && !cursor.here().is(Type.END)) {
            cursor.step(1);
        }
        cursor.accept(Type.TEXT);
        cursor.accept(";");
    }

    private void inside(Frame frame) {
        switch (frame.block()) {
            case SPECIFICATION -> specification();
            case STYLE -> style(frame.what());
            case KIND, RELATION -> property(frame.what());
            case MODEL, ELEMENT -> model(frame);
            default -> deployment(frame);
        }
    }

    private void specification() {
        Token word = cursor.next();
        Map<String, Described> kinds = switch (word.text()) {
            case "element" -> workspace.elementKinds;
            case "relationship" -> workspace.relationKinds;
            case "deploymentNode" -> workspace.nodeKinds;
            default -> null;
        };
        if (kinds != null && cursor.here().isName()) {
            Token name = cursor.next();
            Described kind = kinds.computeIfAbsent(name.text(), k -> new Described(k, name.at()));
            if (cursor.here().isSign("{")) {
                open(Block.KIND, "", kind);
            }
        } else if (cursor.here().isSign("{")) {
            cursor.skipBlock(); // of a tag
        } // the words of tags and colors are passed over one by one
    }

    private void style(Described what) {
        Token word = cursor.next();
        cursor.accept(":");
        if (word.isWord("shape") && cursor.here().is(Type.WORD)) {
            what.shape = Optional.of(cursor.next().text());
        } else if (word.isWord("icon") && (cursor.here().is(Type.ADDRESS) || cursor.here().is(Type.WORD))) {
            what.icon = Optional.of(cursor.next().written());
        } else if (word.isWord("multiple") && cursor.here().is(Type.WORD)) {
            what.multiple = Optional.of(cursor.next().isWord("true"));
        } else if (word.isSign("{")) {
            cursor.back();
            cursor.skipBlock();
        }
    }

    /** One property; what is none is told. */
    private void property(Described what) {
        Token word = cursor.next();
        if (word.is(Type.TAG)) {
            what.tags.add(word.text());
        } else if (word.is(Type.WORD) && PROPERTIES.contains(word.text())) {
            property(word.text(), what);
        } else if (word.is(Type.WORD) && LOOKS.contains(word.text())) {
            cursor.accept(":");
            cursor.step(cursor.here().is(Type.END) || cursor.here().isSign("}") ? 0 : 1);
        } else if (word.isSign("{")) {
            cursor.back();
            cursor.complain(word, "a brace that belongs to nothing that is read", "Write what it belongs to before it.");
            cursor.skipBlock();
        } else if (!word.isSign(",") && !word.isSign(";")) {
            cursor.complain(word, "'" + Cursor.shown(word) + "' is not read here", "Write a property, a tag or a closing brace.");
        }
    }

    private void property(String name, Described what) {
        cursor.accept(":");
        switch (name) {
            case "style" -> open(Block.STYLE, "", what);
            case "metadata" -> cursor.skipBlock();
            case "link" -> {
                cursor.accept(Type.ADDRESS);
                cursor.accept(Type.TEXT);
            }
            case "navigateTo" -> cursor.accept(Type.WORD);
            case "multiple" -> what.multiple = cursor.accept(Type.WORD).map(w -> w.isWord("true"));
            case "icon" -> what.icon = cursor.accept(Type.ADDRESS).or(() -> cursor.accept(Type.WORD)).map(Token::written);
            default -> cursor.accept(Type.TEXT).ifPresentOrElse(text -> set(name, text, what),
                    () -> cursor.complain(cursor.here(), "'" + name + "' has no text", "Write it in quotes."));
        }
        cursor.accept(";");
    }

    private static void set(String name, Token text, Described what) {
        Optional<Written> written = Optional.of(text.written()).filter(w -> !w.text().isBlank());
        switch (name) {
            case "title" -> what.title = written.map(w -> new Written(line(text), w.at()));
            case "technology" -> what.technology = written.map(w -> new Written(line(text), w.at()));
            case "notation" -> what.notation = written.map(w -> new Written(line(text), w.at()));
            case "summary" -> what.description = written.map(w -> new Written(line(text), w.at()));
            case "description" -> what.description = what.description.or(() -> written.map(w -> new Written(line(text), w.at())));
            default -> { } // notes
        }
    }

    /** In one line: of a text in Markdown the first that says something. */
    private static String line(Token text) {
        String one = text.markdown()
                ? text.text().lines().map(l -> l.replaceFirst("^[\\s#>*-]++", "").strip()).filter(l -> !l.isEmpty()).findFirst()
                        .orElse("")
                : text.text();
        return one.replaceAll("\\s+", " ").strip();
    }

    private void model(Frame frame) {
        if (cursor.here().isSign(",") || cursor.here().isSign(";")) { // between tags
            cursor.step(1);
        } else if (cursor.here().is(Type.TAG) || cursor.here().is(Type.WORD) && PROPERTIES.contains(cursor.here().text()) && !opensElement()) {
            property(frame.what());
        } else if (cursor.here().isWord("extend")) {
            extend(workspace.extensions, Block.ELEMENT);
        } else if (isRelation()) {
            relation(frame.scope(), workspace.relations);
        } else {
            Token first = cursor.here();
            if (!element(frame.scope(), workspace.elements, Block.ELEMENT)) {
                cursor.wrong(first, "Write an element, a relationship or a property.");
            }
        }
    }

    private void deployment(Frame frame) {
        boolean named = cursor.here().isName() && cursor.token(1).isSign("=") && cursor.token(2).isWord("instanceOf");
        if (cursor.here().isSign(",") || cursor.here().isSign(";")) {
            cursor.step(1);
        } else if (cursor.here().is(Type.TAG) || cursor.here().is(Type.WORD) && PROPERTIES.contains(cursor.here().text()) && !opensElement()) {
            property(frame.what());
        } else if (cursor.here().isWord("extend")) {
            extend(workspace.nodeExtensions, Block.NODE);
        } else if (cursor.here().isWord("instanceOf") || named) {
            instance(frame.scope(), named);
        } else if (isRelation()) {
            relation(frame.scope(), workspace.deployed);
        } else {
            Token first = cursor.here();
            if (frame.block() == Block.INSTANCE || !element(frame.scope(), workspace.nodes, Block.NODE)) {
                cursor.wrong(first, "Write a node, an instance, a relationship or a property.");
            }
        }
    }

    /** A word that is a property elsewhere may be the name of an element: {@code link = service}. */
    private boolean opensElement() {
        return cursor.token(1).isSign("=");
    }

    private boolean isRelation() {
        return cursor.here().is(Type.ARROW) || cursor.here().is(Type.WORD) && cursor.token(1).is(Type.ARROW);
    }

    /** {@code kind name} or {@code name = kind}, texts, and a body. */
    private boolean element(String scope, Map<String, Workspace.Element> into, Block block) {
        boolean nameFirst = cursor.here().isName() && cursor.token(1).isSign("=") && cursor.token(2).isName();
        boolean kindFirst = cursor.here().isName() && cursor.token(1).isName();
        if (!nameFirst && !kindFirst) {
            return false;
        }
        Token name = nameFirst ? cursor.here() : cursor.token(1);
        Token kind = nameFirst ? cursor.token(2) : cursor.here();
        cursor.step(nameFirst ? 3 : 2);
        Described what = new Described(kind.text(), name.at());
        texts(what, block == Block.ELEMENT);
        String fullName = scope.isEmpty() ? name.text() : scope + "." + name.text();
        boolean fits = fullName.length() <= LONGEST_NAME && into.size() < MOST_ELEMENTS;
        if (!fits) {
            cursor.complain(name, into.size() < MOST_ELEMENTS ? "the full name of '" + Cursor.shown(name) + "' is too long to be read"
                    : "there are too many elements; '" + Cursor.shown(name) + "' is not read", "Shorten or split it.");
        } else if (into.containsKey(fullName)) {
            cursor.complain(name, fullName + " is defined already at " + into.get(fullName).what().at.brief(),
                    "Use 'extend' to add to it.");
        } else {
            into.put(fullName, new Workspace.Element(fullName, what));
        }
        if (cursor.here().isSign("{")) {
            if (fits) {
                open(block, fullName, what);
            } else {
                cursor.skipBlock();
            }
        }
        return true;
    }

    /** Title, summary, technology; a fourth text is for another tool. */
    private void texts(Described what, boolean technology) {
        cursor.accept(Type.TEXT).ifPresent(text -> set("title", text, what));
        cursor.accept(Type.TEXT).ifPresent(text -> set("summary", text, what));
        if (technology) {
            cursor.accept(Type.TEXT).ifPresent(text -> set("technology", text, what));
            cursor.accept(Type.TEXT);
        }
    }

    private void extend(List<Workspace.Extension> into, Block block) {
        cursor.step(1);
        if (isRelation()) { // adds tags and metadata to one that stands elsewhere
            cursor.step(1);
            while (!cursor.here().is(Type.END) && !cursor.here().isSign("{") && !cursor.here().isSign("}")) {
                cursor.step(1);
            }
            cursor.skipBlock();
            return;
        }
        Token name = cursor.next();
        if (!name.is(Type.WORD) || name.text().length() > LONGEST_NAME || !cursor.here().isSign("{")) {
            cursor.complain(name, "'" + Cursor.shown(name) + "' cannot be extended", "Write extend <full name> { ... }.");
            cursor.skipBlock();
            return;
        }
        into.add(new Workspace.Extension(name.text(), name.at()));
        open(block, name.text(), new Described("", name.at()));
    }

    private void relation(String scope, List<Workspace.Relation> into) {
        Optional<Written> from = cursor.here().is(Type.ARROW) ? Optional.empty() : Optional.of(cursor.next().written());
        Token arrow = cursor.next();
        if (!cursor.here().is(Type.WORD)) {
            cursor.complain(arrow, "an arrow that leads nowhere", "Write the name of what it leads to.");
            return;
        }
        Written to = cursor.next().written();
        Described what = new Described(arrow.text(), from.map(Written::at).orElse(arrow.at()));
        cursor.accept(Type.TEXT).ifPresent(text -> set("title", text, what));
        cursor.accept(Type.TEXT).ifPresent(text -> set("summary", text, what));
        cursor.accept(Type.TEXT).ifPresent(text -> set("technology", text, what));
        while (cursor.here().is(Type.TAG) || cursor.here().isSign(",") || cursor.here().isSign(";")) {
            Token token = cursor.next();
            if (token.is(Type.TAG)) {
                what.tags.add(token.text());
            }
        }
        into.add(new Workspace.Relation(scope, from, to, what));
        if (cursor.here().isSign("{")) {
            open(Block.RELATION, "", what);
        }
    }

    private void instance(String scope, boolean named) {
        Token name = named ? cursor.here() : null;
        cursor.step(named ? 3 : 1);
        if (!cursor.here().is(Type.WORD)) {
            cursor.complain(cursor.here(), "an instance of nothing", "Write instanceOf and the name of an element.");
            return;
        }
        Token of = cursor.next();
        Described what = new Described("", of.at());
        texts(what, false);
        String own = named ? name.text() : of.text().substring(of.text().lastIndexOf('.') + 1);
        String fullName = scope.isEmpty() ? own : scope + "." + own;
        boolean fits = fullName.length() <= LONGEST_NAME && workspace.instances.size() < MOST_ELEMENTS;
        if (!fits) {
            cursor.complain(of, "an instance that is not read, since there are too many or its full name is too long", "Shorten it.");
        } else if (workspace.instances.containsKey(fullName)) {
            cursor.complain(of, fullName + " is defined already at " + workspace.instances.get(fullName).what().at.brief(),
                    "Give each instance a name of its own.");
        } else {
            workspace.instances.put(fullName, new Workspace.Instance(fullName, of.written(), what));
        }
        if (cursor.here().isSign("{")) {
            open(Block.INSTANCE, fullName, what);
        }
        cursor.accept(";");
    }

    private void open(Block block, String scope, Described what) {
        if (!cursor.here().isSign("{")) {
            cursor.complain(cursor.here(), "an opening brace is missing before '" + Cursor.shown(cursor.here()) + "'", "Write it.");
        } else if (open.size() >= depth) {
            cursor.complain(cursor.here(), "nested too deeply to be read", "Nest less.");
            cursor.skipBlock();
        } else {
            cursor.step(1);
            open.push(new Frame(block, scope, what));
        }
    }
}

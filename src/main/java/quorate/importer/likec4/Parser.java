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
import quorate.source.Location;
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
    private static final int MOST_COMPLAINTS = 20;
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
    private final List<Token> tokens;
    private final int depth;
    private final SourceFile file;
    private final Deque<Frame> open = new ArrayDeque<>();
    private int at;
    private int complaints;

    private Parser(SourceFile file, Workspace workspace, Limits limits, Problems problems) {
        this.file = file;
        this.workspace = workspace;
        this.problems = problems;
        this.tokens = Lexer.read(file, limits.nodes(), problems);
        this.depth = limits.depth();
    }

    static void read(SourceFile file, Workspace workspace, Limits limits, Problems problems) {
        new Parser(file, workspace, limits, problems).read();
    }

    private void read() {
        while (!here().is(Type.END)) {
            if (here().isSign("}")) {
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
            complain(here(), "a closing brace without an opening one", "Remove it.");
        } else {
            open.pop();
        }
        at++;
    }

    private void top() {
        Token word = next();
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
                complain(word, "'" + shown(word) + "' is not read here", "Write specification, model, deployment or views.");
            }
            accept(Type.TEXT); // views may be in a folder
            skipBlock();
        }
    }

    /** {@code import {a, b} from 'project'}. */
    private void imported() {
        while (!here().is(Type.TEXT) && !here().is(Type.END)) {
            at++;
        }
        accept(Type.TEXT);
        accept(";");
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
        Token word = next();
        Map<String, Described> kinds = switch (word.text()) {
            case "element" -> workspace.elementKinds;
            case "relationship" -> workspace.relationKinds;
            case "deploymentNode" -> workspace.nodeKinds;
            default -> null;
        };
        if (kinds != null && here().isName()) {
            Token name = next();
            Described kind = kinds.computeIfAbsent(name.text(), k -> new Described(k, name.at()));
            if (here().isSign("{")) {
                open(Block.KIND, "", kind);
            }
        } else if (here().isSign("{")) {
            skipBlock(); // of a tag
        } // the words of tags and colors are passed over one by one
    }

    private void style(Described what) {
        Token word = next();
        accept(":");
        if (word.isWord("shape") && here().is(Type.WORD)) {
            what.shape = Optional.of(next().text());
        } else if (word.isWord("icon") && (here().is(Type.ADDRESS) || here().is(Type.WORD))) {
            what.icon = Optional.of(next().written());
        } else if (word.isWord("multiple") && here().is(Type.WORD)) {
            what.multiple = Optional.of(next().isWord("true"));
        } else if (word.isSign("{")) {
            at--;
            skipBlock();
        }
    }

    /** One property; what is none is told. */
    private void property(Described what) {
        Token word = next();
        if (word.is(Type.TAG)) {
            what.tags.add(word.text());
        } else if (word.is(Type.WORD) && PROPERTIES.contains(word.text())) {
            property(word.text(), what);
        } else if (word.is(Type.WORD) && LOOKS.contains(word.text())) {
            accept(":");
            at += here().is(Type.END) || here().isSign("}") ? 0 : 1;
        } else if (word.isSign("{")) {
            at--;
            complain(word, "a brace that belongs to nothing that is read", "Write what it belongs to before it.");
            skipBlock();
        } else if (!word.isSign(",") && !word.isSign(";")) {
            complain(word, "'" + shown(word) + "' is not read here", "Write a property, a tag or a closing brace.");
        }
    }

    private void property(String name, Described what) {
        accept(":");
        switch (name) {
            case "style" -> open(Block.STYLE, "", what);
            case "metadata" -> skipBlock();
            case "link" -> {
                accept(Type.ADDRESS);
                accept(Type.TEXT);
            }
            case "navigateTo" -> accept(Type.WORD);
            case "multiple" -> what.multiple = accept(Type.WORD).map(w -> w.isWord("true"));
            case "icon" -> what.icon = accept(Type.ADDRESS).or(() -> accept(Type.WORD)).map(Token::written);
            default -> accept(Type.TEXT).ifPresentOrElse(text -> set(name, text, what),
                    () -> complain(here(), "'" + name + "' has no text", "Write it in quotes."));
        }
        accept(";");
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
        if (here().isSign(",") || here().isSign(";")) { // between tags
            at++;
        } else if (here().is(Type.TAG) || here().is(Type.WORD) && PROPERTIES.contains(here().text()) && !opensElement()) {
            property(frame.what());
        } else if (here().isWord("extend")) {
            extend(workspace.extensions, Block.ELEMENT);
        } else if (isRelation()) {
            relation(frame.scope(), workspace.relations);
        } else {
            Token first = here();
            if (!element(frame.scope(), workspace.elements, Block.ELEMENT)) {
                wrong(first, "Write an element, a relationship or a property.");
            }
        }
    }

    private void deployment(Frame frame) {
        boolean named = here().isName() && token(1).isSign("=") && token(2).isWord("instanceOf");
        if (here().isSign(",") || here().isSign(";")) {
            at++;
        } else if (here().is(Type.TAG) || here().is(Type.WORD) && PROPERTIES.contains(here().text()) && !opensElement()) {
            property(frame.what());
        } else if (here().isWord("extend")) {
            extend(workspace.nodeExtensions, Block.NODE);
        } else if (here().isWord("instanceOf") || named) {
            instance(frame.scope(), named);
        } else if (isRelation()) {
            relation(frame.scope(), workspace.deployed);
        } else {
            Token first = here();
            if (frame.block() == Block.INSTANCE || !element(frame.scope(), workspace.nodes, Block.NODE)) {
                wrong(first, "Write a node, an instance, a relationship or a property.");
            }
        }
    }

    /** A word that is a property elsewhere may be the name of an element: {@code link = service}. */
    private boolean opensElement() {
        return token(1).isSign("=");
    }

    private boolean isRelation() {
        return here().is(Type.ARROW) || here().is(Type.WORD) && token(1).is(Type.ARROW);
    }

    private void wrong(Token token, String hint) {
        complain(token, "'" + shown(token) + "' is not read here", hint);
        if (here() == token) {
            at++;
        }
        if (here().isSign("{")) {
            skipBlock();
        }
    }

    /** {@code kind name} or {@code name = kind}, texts, and a body. */
    private boolean element(String scope, Map<String, Workspace.Element> into, Block block) {
        boolean nameFirst = here().isName() && token(1).isSign("=") && token(2).isName();
        boolean kindFirst = here().isName() && token(1).isName();
        if (!nameFirst && !kindFirst) {
            return false;
        }
        Token name = nameFirst ? here() : token(1);
        Token kind = nameFirst ? token(2) : here();
        at += nameFirst ? 3 : 2;
        Described what = new Described(kind.text(), name.at());
        texts(what, block == Block.ELEMENT);
        String fullName = scope.isEmpty() ? name.text() : scope + "." + name.text();
        boolean fits = fullName.length() <= LONGEST_NAME && into.size() < MOST_ELEMENTS;
        if (!fits) {
            complain(name, into.size() < MOST_ELEMENTS ? "the full name of '" + shown(name) + "' is too long to be read"
                    : "there are too many elements; '" + shown(name) + "' is not read", "Shorten or split it.");
        } else if (into.containsKey(fullName)) {
            complain(name, fullName + " is defined already at " + into.get(fullName).what().at.brief(),
                    "Use 'extend' to add to it.");
        } else {
            into.put(fullName, new Workspace.Element(fullName, what));
        }
        if (here().isSign("{")) {
            if (fits) {
                open(block, fullName, what);
            } else {
                skipBlock();
            }
        }
        return true;
    }

    /** Title, summary, technology; a fourth text is for another tool. */
    private void texts(Described what, boolean technology) {
        accept(Type.TEXT).ifPresent(text -> set("title", text, what));
        accept(Type.TEXT).ifPresent(text -> set("summary", text, what));
        if (technology) {
            accept(Type.TEXT).ifPresent(text -> set("technology", text, what));
            accept(Type.TEXT);
        }
    }

    private void extend(List<Workspace.Extension> into, Block block) {
        at++;
        if (isRelation()) { // adds tags and metadata to one that stands elsewhere
            at++;
            while (!here().is(Type.END) && !here().isSign("{") && !here().isSign("}")) {
                at++;
            }
            skipBlock();
            return;
        }
        Token name = next();
        if (!name.is(Type.WORD) || name.text().length() > LONGEST_NAME || !here().isSign("{")) {
            complain(name, "'" + shown(name) + "' cannot be extended", "Write extend <full name> { ... }.");
            skipBlock();
            return;
        }
        into.add(new Workspace.Extension(name.text(), name.at()));
        open(block, name.text(), new Described("", name.at()));
    }

    private void relation(String scope, List<Workspace.Relation> into) {
        Optional<Written> from = here().is(Type.ARROW) ? Optional.empty() : Optional.of(next().written());
        Token arrow = next();
        if (!here().is(Type.WORD)) {
            complain(arrow, "an arrow that leads nowhere", "Write the name of what it leads to.");
            return;
        }
        Written to = next().written();
        Described what = new Described(arrow.text(), from.map(Written::at).orElse(arrow.at()));
        accept(Type.TEXT).ifPresent(text -> set("title", text, what));
        accept(Type.TEXT).ifPresent(text -> set("summary", text, what));
        accept(Type.TEXT).ifPresent(text -> set("technology", text, what));
        while (here().is(Type.TAG) || here().isSign(",") || here().isSign(";")) {
            Token token = next();
            if (token.is(Type.TAG)) {
                what.tags.add(token.text());
            }
        }
        into.add(new Workspace.Relation(scope, from, to, what));
        if (here().isSign("{")) {
            open(Block.RELATION, "", what);
        }
    }

    private void instance(String scope, boolean named) {
        Token name = named ? here() : null;
        at += named ? 3 : 1;
        if (!here().is(Type.WORD)) {
            complain(here(), "an instance of nothing", "Write instanceOf and the name of an element.");
            return;
        }
        Token of = next();
        Described what = new Described("", of.at());
        texts(what, false);
        String own = named ? name.text() : of.text().substring(of.text().lastIndexOf('.') + 1);
        String fullName = scope.isEmpty() ? own : scope + "." + own;
        boolean fits = fullName.length() <= LONGEST_NAME && workspace.instances.size() < MOST_ELEMENTS;
        if (!fits) {
            complain(of, "an instance that is not read, since there are too many or its full name is too long", "Shorten it.");
        } else if (workspace.instances.containsKey(fullName)) {
            complain(of, fullName + " is defined already at " + workspace.instances.get(fullName).what().at.brief(),
                    "Give each instance a name of its own.");
        } else {
            workspace.instances.put(fullName, new Workspace.Instance(fullName, of.written(), what));
        }
        if (here().isSign("{")) {
            open(Block.INSTANCE, fullName, what);
        }
        accept(";");
    }

    private void open(Block block, String scope, Described what) {
        if (!here().isSign("{")) {
            complain(here(), "an opening brace is missing before '" + shown(here()) + "'", "Write it.");
        } else if (open.size() >= depth) {
            complain(here(), "nested too deeply to be read", "Nest less.");
            skipBlock();
        } else {
            at++;
            open.push(new Frame(block, scope, what));
        }
    }

    /** The braces that begin here, with all that they hold; nothing when none do. */
    private void skipBlock() {
        if (!here().isSign("{")) {
            return;
        }
        int braces = 0;
        do {
            Token token = next();
            braces += token.isSign("{") ? 1 : token.isSign("}") ? -1 : 0;
        } while (braces > 0 && !here().is(Type.END));
    }

    private Optional<Token> accept(Type type) {
        return here().is(type) ? Optional.of(next()) : Optional.empty();
    }

    private void accept(String sign) {
        if (here().isSign(sign)) {
            at++;
        }
    }

    private Token here() {
        return tokens.get(at);
    }

    private Token token(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    private Token next() {
        Token token = tokens.get(at);
        if (!token.is(Type.END)) {
            at++;
        }
        return token;
    }

    private void complain(Token token, String message, String hint) {
        Location place = token.at();
        if (++complaints <= MOST_COMPLAINTS) {
            problems.warning(place, message, hint);
        } else if (complaints == MOST_COMPLAINTS + 1) {
            problems.warning(place, "more of the file is not understood", "Mend what is told first.");
        }
    }

    private static String shown(Token token) {
        String text = token.is(Type.END) ? "the end of the file" : token.text().isEmpty() ? "->" : token.text();
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}

package quorate.importer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.importer.C4Element.Level;
import quorate.source.Folder;
import quorate.source.Problems;
import quorate.source.SourceFile;

/** Reads one workspace of the Structurizr DSL, with the files that it extends and includes, into a C4 model. */
final class StructurizrReader {

    private static final Pattern ARROW = Pattern.compile("--?([A-Za-z0-9_-]*)->|->");
    private static final Pattern CONSTANT = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)}");
    private static final Set<String> SKIPPED = Set.of(
            "url", "properties", "perspectives", "configuration", "!docs", "!adrs", "!decisions", "!identifiers",
            "!impliedrelationships", "name", "healthcheck", "infrastructurenode", "deploymentgroup", "instanceof", "metadata",
            "documentation", "terminology", "branding", "theme", "themes", "customelement", "element");
    private static final Map<String, Level> LEVELS = Map.of(
            "person", Level.PERSON, "softwaresystem", Level.SYSTEM, "container", Level.CONTAINER, "component", Level.COMPONENT);

    private record Archetype(String base, Optional<Written> technology, Set<String> tags) {}

    /** Where statements stand: inside an element, and, in a deployment, on a node of an environment. */
    private record Scope(
            Optional<C4Element> element, String identifier, String environment, String node, Optional<Integer> factor) {
        Scope in(C4Element inner, String id) {
            return new Scope(Optional.of(inner), id, environment, node, factor);
        }
    }

    private record Later(Scope scope, DslStatement statement, int arrow) {}

    private final C4Model model;
    private final Folder folder;
    private final Problems problems;
    private final Set<String> sources;
    private final Map<String, C4Element> identifiers = new LinkedHashMap<>();
    private final Map<String, String> nodes = new LinkedHashMap<>();
    private final Map<String, Archetype> archetypes = new LinkedHashMap<>();
    private final Map<String, String> constants = new LinkedHashMap<>();
    private final List<Later> relations = new ArrayList<>();
    private final Set<String> reading = new HashSet<>();
    private int read;

    StructurizrReader(C4Model model, Folder folder, Problems problems, Set<String> sources) {
        this.model = model;
        this.folder = folder;
        this.problems = problems;
        this.sources = sources;
    }

    void read(SourceFile file) {
        file(file, new Scope(Optional.empty(), "", "", "", Optional.of(1)));
        relations.forEach(this::relation);
    }

    private void file(SourceFile file, Scope scope) {
        if (!reading.add(file.path())) {
            problems.warning(file.whole(), "the file includes or extends itself", "Remove one of the references.");
            return;
        }
        if (++read > folder.limits().files()) {
            problems.warning(file.whole(), "too many files are included", "Include each file once.");
            return;
        }
        sources.add(file.path());
        DslStatement.of(file, folder.limits(), problems).forEach(statement -> statement(scope, statement));
        reading.remove(file.path());
    }

    private void statement(Scope scope, DslStatement raw) {
        DslStatement statement = filled(raw);
        boolean named = statement.word(1).equals("=") && statement.words().size() > 2;
        String identifier = named ? statement.word(0).toLowerCase(Locale.ROOT) : "";
        DslStatement rest = named ? statement.from(2) : statement;
        int arrow = arrow(rest);
        if (arrow >= 0) {
            relations.add(new Later(scope, rest, arrow));
            return;
        }
        String keyword = archetypes.containsKey(rest.keyword()) ? archetypes.get(rest.keyword()).base() : rest.keyword();
        switch (keyword) {
            case "workspace" -> workspace(scope, rest);
            case "model", "enterprise", "group" -> rest.body().forEach(inner -> statement(scope, inner));
            case "person", "softwaresystem", "container", "component" -> element(scope, identifier, rest, keyword);
            case "archetypes" -> rest.body().forEach(this::archetype);
            case "views" -> rest.body().forEach(this::view);
            case "deploymentenvironment" -> environment(scope, rest);
            case "deploymentnode" -> node(scope, identifier, rest);
            case "containerinstance", "softwaresysteminstance" -> instance(scope, rest);
            case "instances", "this" -> { } // read with the node that it stands in
            case "!const", "!constant", "!var" -> constants.put(rest.word(1), rest.word(2));
            case "!include" -> include(scope, rest);
            case "!ref", "!extend", "!element" -> reopened(scope, rest);
            case "description" -> scope.element().ifPresent(e -> e.description = rest.words().stream().skip(1).findFirst());
            case "technology" -> scope.element().ifPresent(e -> e.technology = rest.words().stream().skip(1).findFirst());
            case "tag", "tags" -> scope.element()
                    .ifPresent(e -> rest.words().stream().skip(1).forEach(w -> tags(w.text(), e.tags)));
            default -> {
                if (!SKIPPED.contains(keyword)) {
                    problems.warning(
                            rest.at(),
                            "'" + rest.word(0) + "' is not read",
                            "State what it means for the system in architecture.yaml.");
                }
            }
        }
    }

    private DslStatement filled(DslStatement statement) {
        List<Written> words = statement.words().stream()
                .map(w -> new Written(CONSTANT.matcher(w.text()).replaceAll(
                        found -> Matcher.quoteReplacement(constants.getOrDefault(found.group(1), found.group()))), w.at()))
                .toList();
        return new DslStatement(words, statement.quoted(), statement.body());
    }

    private static int arrow(DslStatement statement) {
        for (int i = 0; i < Math.min(2, statement.words().size()); i++) {
            if (!statement.quoted().get(i) && ARROW.matcher(statement.word(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    private void workspace(Scope scope, DslStatement statement) {
        if (statement.word(1).equals("extends")) {
            open(statement.words().get(Math.min(2, statement.words().size() - 1))).ifPresent(file -> file(file, scope));
        }
        statement.body().forEach(inner -> statement(scope, inner));
    }

    private void include(Scope scope, DslStatement statement) {
        Written path = statement.words().get(statement.words().size() - 1);
        open(path).ifPresent(file -> file(file, scope));
    }

    /** A file that another one names; what lies on the web is not fetched. */
    private Optional<SourceFile> open(Written path) {
        if (path.text().matches("https?://.*")) {
            problems.warning(path.at(), path.text() + " is not fetched", "Save the file beside this one and name it instead.");
            return Optional.empty();
        }
        return folder.read(Folder.beside(path.at().file(), path.text()), path.at(), problems);
    }

    private void element(Scope scope, String identifier, DslStatement statement, String base) {
        Level level = LEVELS.get(base);
        Optional<C4Element> parent = level == Level.PERSON ? Optional.empty() : scope.element();
        C4Element element = model.element(level, statement.word(1), statement.at(), parent);
        String id = identifier.isEmpty() ? slug(statement.word(1)) : identifier;
        name(scope, id, element);
        Archetype archetype = archetypes.get(statement.keyword());
        if (archetype != null) {
            element.technology = archetype.technology().or(() -> element.technology);
            element.tags.addAll(archetype.tags());
        }
        if (!statement.word(2).isBlank()) {
            element.description = Optional.of(statement.words().get(2));
        }
        int tags = level == Level.CONTAINER || level == Level.COMPONENT ? 4 : 3;
        if (tags == 4 && !statement.word(3).isBlank()) {
            element.technology = Optional.of(statement.words().get(3));
        }
        tags(statement.word(tags), element.tags);
        Scope inner = scope.in(element, path(scope, id));
        statement.body().forEach(one -> statement(inner, one));
    }

    private static void tags(String list, Set<String> into) {
        for (String tag : list.split(",")) {
            if (!tag.isBlank()) {
                into.add(tag.strip().toLowerCase(Locale.ROOT));
            }
        }
    }

    private void name(Scope scope, String identifier, C4Element element) {
        identifiers.put(path(scope, identifier), element);
        identifiers.putIfAbsent(identifier, element);
    }

    private static String path(Scope scope, String identifier) {
        return scope.identifier().isEmpty() ? identifier : scope.identifier() + "." + identifier;
    }

    private void archetype(DslStatement statement) {
        if (!statement.word(1).equals("=") || statement.words().size() < 3) {
            return;
        }
        String base = statement.word(2).toLowerCase(Locale.ROOT).replaceAll("^--([a-z0-9_-]+)->$", "$1");
        Archetype above = archetypes.get(base);
        C4Element defaults = new C4Element(Level.OTHER, "", statement.at(), Optional.empty());
        if (above != null) {
            defaults.technology = above.technology();
            defaults.tags.addAll(above.tags());
        }
        Scope inside = new Scope(Optional.of(defaults), "", "", "", Optional.of(1));
        statement.body().forEach(inner -> statement(inside, inner));
        String kind = above == null ? base : above.base();
        archetypes.put(statement.keyword(), new Archetype(kind, defaults.technology, defaults.tags));
    }

    private void view(DslStatement view) {
        if (!view.keyword().equals("styles")) {
            return;
        }
        for (DslStatement style : view.body()) {
            for (DslStatement line : style.body()) {
                if (style.keyword().equals("element") && line.keyword().equals("shape")) {
                    model.shapes.put(style.word(1).toLowerCase(Locale.ROOT), line.word(1).toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    private void environment(Scope scope, DslStatement statement) {
        Scope inside = new Scope(scope.element(), scope.identifier(), statement.word(1), statement.word(1), Optional.of(1));
        statement.body().forEach(inner -> statement(inside, inner));
    }

    private void node(Scope scope, String identifier, DslStatement statement) {
        String node = scope.node() + "/" + statement.word(1);
        if (!identifier.isEmpty()) {
            nodes.put(identifier, node);
        }
        String written = statement.body().stream().filter(s -> s.keyword().equals("instances")).map(s -> s.word(1)).findFirst()
                .orElse(statement.word(5));
        Optional<Integer> own = written.isBlank()
                ? Optional.of(1)
                : Optional.of(written).filter(w -> w.matches("[0-9]{1,6}")).map(Integer::valueOf);
        Optional<Integer> factor = own.flatMap(n -> scope.factor().map(f -> n * f));
        Scope inside = new Scope(Optional.empty(), "", scope.environment(), node, factor);
        statement.body().stream()
                .filter(s -> !Set.of("description", "technology", "tag", "tags").contains(s.keyword()))
                .forEach(inner -> statement(inside, inner));
    }

    private void instance(Scope scope, DslStatement statement) {
        Optional<C4Element> element = find(scope, statement.word(1));
        if (element.isEmpty()) {
            unknown(statement.words().get(Math.min(1, statement.words().size() - 1)));
            return;
        }
        model.instances.add(
                new C4Model.Instance(scope.environment(), element.get(), scope.factor(), scope.node(), statement.at()));
    }

    private void reopened(Scope scope, DslStatement statement) {
        String identifier = statement.word(1).toLowerCase(Locale.ROOT);
        find(scope, identifier).ifPresentOrElse(
                found -> statement.body().forEach(inner -> statement(scope.in(found, identifier), inner)),
                () -> unknown(statement.words().get(Math.min(1, statement.words().size() - 1))));
    }

    /** Relationships are read last, since they may name what stands below them. */
    private void relation(Later later) {
        DslStatement statement = later.statement();
        Scope scope = later.scope();
        Written to = statement.words().get(Math.min(later.arrow() + 1, statement.words().size() - 1));
        String fromWord = later.arrow() == 0 ? "this" : statement.word(0).toLowerCase(Locale.ROOT);
        String toWord = to.text().toLowerCase(Locale.ROOT);
        if (nodes.containsKey(fromWord) && nodes.containsKey(toWord)) {
            model.between.add(new C4Model.Between(
                    scope.environment(),
                    nodes.get(fromWord),
                    nodes.get(toWord),
                    statement.word(later.arrow() + 2),
                    statement.at()));
            return;
        }
        Optional<C4Element> from = find(scope, fromWord);
        Optional<C4Element> target = find(scope, toWord);
        if (!scope.environment().isEmpty() && (from.isEmpty() || target.isEmpty())) {
            return; // between nodes and instances of a deployment, which say nothing of who calls whom
        }
        if (from.isEmpty() || target.isEmpty()) {
            unknown(from.isEmpty() ? statement.words().get(0) : to);
            return;
        }
        C4Element own = details(statement, later.arrow());
        model.relations.add(new C4Model.Relation(
                from.get(), target.get(), statement.at(), own.description.map(Written::text).orElse(""),
                own.technology.map(Written::text).orElse(""), own.tags.contains("asynchronous") || own.tags.contains("async")));
    }

    /** What is written behind the ends of a relationship, in its braces, and in its archetype. */
    private C4Element details(DslStatement statement, int arrow) {
        C4Element own = new C4Element(Level.OTHER, "", statement.at(), Optional.empty());
        Matcher kind = ARROW.matcher(statement.word(arrow));
        String named = kind.matches() && kind.group(1) != null ? kind.group(1).toLowerCase(Locale.ROOT) : "";
        Archetype archetype = archetypes.get(named);
        if (archetype != null) {
            own.technology = archetype.technology();
            own.tags.addAll(archetype.tags());
        }
        if (!statement.word(arrow + 2).isBlank()) {
            own.description = Optional.of(statement.words().get(arrow + 2));
        }
        if (!statement.word(arrow + 3).isBlank()) {
            own.technology = Optional.of(statement.words().get(arrow + 3));
        }
        tags(statement.word(arrow + 4), own.tags);
        Scope inside = new Scope(Optional.of(own), "", "", "", Optional.of(1));
        statement.body().forEach(inner -> statement(inside, inner));
        return own;
    }

    /** By the full path, from the innermost scope outwards, or by the word alone. */
    private Optional<C4Element> find(Scope scope, String written) {
        String identifier = written.toLowerCase(Locale.ROOT);
        if (identifier.equals("this")) {
            return scope.element();
        }
        for (String at = scope.identifier(); !at.isEmpty(); at = at.contains(".") ? at.substring(0, at.lastIndexOf('.')) : "") {
            C4Element inner = identifiers.get(at + "." + identifier);
            if (inner != null) {
                return Optional.of(inner);
            }
        }
        return Optional.ofNullable(identifiers.get(identifier));
    }

    private void unknown(Written word) {
        problems.warning(word.at(), "'" + word.text() + "' names no element that is read", "Name one by its identifier.");
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}

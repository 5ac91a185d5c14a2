package quorate.importer.plantuml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.importer.C4Element.Level;
import quorate.importer.C4Model.Place;
import quorate.importer.Ids;
import quorate.importer.Times;
import quorate.importer.Written;
import quorate.model.Words.DomainKind;
import quorate.source.Location;
import quorate.source.Problems;

/** One diagram: what it draws, by alias, and the relations between. */
final class Diagram {

    private static final int LONGEST_NAME = 300;
    private static final Map<Pattern, DomainKind> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put(Pattern.compile("(?i).*\\b(availability ?)?zones?\\b.*"), DomainKind.ZONE);
        PLACES.put(Pattern.compile("(?i).*\\bregions?\\b.*"), DomainKind.REGION);
        PLACES.put(Pattern.compile("(?i).*\\bracks?\\b.*"), DomainKind.RACK);
    }

    /** What braces hold. */
    private record Scope(Optional<Drawn> boundary, Optional<Drawn.Node> node) {}

    final Location at;
    String title;
    /** Whether its arrows are messages in their order, answers among them. */
    boolean answers;
    final Map<String, Drawn> elements = new LinkedHashMap<>();
    final Map<String, Drawn.Node> nodes = new LinkedHashMap<>();
    final Map<String, Place> places = new LinkedHashMap<>();
    final List<Drawn.Arrow> arrows = new ArrayList<>();

    private final Problems problems;
    private final int depth;
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private Optional<Scope> pending = Optional.empty();
    private Location pendingAt;
    private boolean tooDeep;

    Diagram(String title, Location at, int depth, Problems problems) {
        this.title = title;
        this.at = at;
        this.depth = depth;
        this.problems = problems;
        scopes.push(new Scope(Optional.empty(), Optional.empty()));
    }

    /** The diagrams of a list of statements; one that draws nothing is left out. */
    static List<Diagram> of(List<Statement> statements, int depth, Problems problems) {
        List<Diagram> diagrams = new ArrayList<>();
        for (Statement statement : statements) {
            Diagram last = diagrams.isEmpty() ? null : diagrams.get(diagrams.size() - 1);
            if (statement.kind() == Statement.Kind.START) {
                if (last != null) {
                    last.closed();
                }
                diagrams.add(new Diagram(statement.text(), statement.at(), depth, problems));
            } else if (last != null) {
                last.add(statement);
            }
        }
        if (!diagrams.isEmpty()) {
            diagrams.get(diagrams.size() - 1).closed();
        }
        return diagrams.stream().filter(d -> !d.elements.isEmpty() || !d.arrows.isEmpty()).toList();
    }

    private void add(Statement statement) {
        switch (statement.kind()) {
            case TITLE -> title = statement.text();
            case ANSWERS -> answers = true;
            case OPEN -> open(pending.orElse(scopes.peek()), statement.at());
            case CLOSE -> close(statement.at());
            default -> statement.call().ifPresent(this::call);
        }
    }

    private void open(Scope scope, Location where) {
        pending = Optional.empty();
        if (scopes.size() > depth && !tooDeep) {
            tooDeep = true;
            problems.warning(where, "nested too deeply: what stands here is read as if it stood further out", "Nest less.");
        }
        scopes.push(scopes.size() > depth ? scopes.peek() : scope);
    }

    private void close(Location where) {
        pending = Optional.empty();
        if (scopes.size() > 1) {
            scopes.pop();
        } else {
            problems.warning(where, "a closing brace without an opening one", "Remove it.");
        }
    }

    private void closed() {
        if (scopes.size() > 1) {
            problems.warning(at, scopes.size() - 1 + " boundaries or nodes of the diagram are never closed", "Close them.");
        }
    }

    private void call(Call call) {
        if (pending.isPresent() && !call.name().equals("Boundary_End")) {
            // Diagrams of sequences draw boundaries without braces.
            open(pending.get(), pendingAt);
        }
        Matcher element = Macros.ELEMENT.matcher(call.name());
        Matcher relation = Macros.RELATION.matcher(call.name());
        Matcher boundary = Macros.BOUNDARY.matcher(call.name());
        if (element.matches()) {
            element(call, element);
        } else if (relation.matches()) {
            relation(relation.group(2) == null ? call : call.withoutFirst(), relation);
        } else if (boundary.matches()) {
            boundary(call, boundary.group(1));
        } else if (Macros.NODE.matcher(call.name()).matches()) {
            node(call);
        } else if (call.name().equals("Boundary_End")) {
            close(call.at());
        }
    }

    private Optional<Drawn> drawn(Level level, Call call) {
        Optional<Written> alias = call.argument(0, "alias");
        if (alias.isEmpty()) {
            problems.warning(call.at(), call.name() + " has no alias", "Write " + call.name() + "(alias, \"Label\").");
            return Optional.empty();
        }
        String label = call.words(1, "label").map(Written::text).orElse(alias.get().text());
        String name = label.substring(0, Math.min(LONGEST_NAME, label.length()));
        Scope scope = scopes.peek();
        Drawn drawn = new Drawn(level, alias.get().text(), name, call.at(), scope.boundary(), scope.node());
        Drawn before = elements.putIfAbsent(drawn.alias, drawn);
        if (before != null && !(before.name.equals(name) && before.level == level)) {
            problems.warning(call.at(), "the alias '" + drawn.alias + "' is taken at " + before.at.brief(), "Use another one.");
            return Optional.empty();
        }
        return Optional.of(before == null ? drawn : before);
    }

    private void element(Call call, Matcher name) {
        Level level = switch (name.group(1)) {
            case "Person" -> Level.PERSON;
            case "System" -> Level.SYSTEM;
            case "Container" -> Level.CONTAINER;
            default -> Level.COMPONENT;
        };
        drawn(level, call).ifPresent(drawn -> {
            boolean detailed = level == Level.CONTAINER || level == Level.COMPONENT;
            drawn.technology = (detailed ? call.words(2, "techn") : call.words(6, "type")).or(() -> drawn.technology);
            drawn.description = call.words(detailed ? 3 : 2, "descr").or(() -> drawn.description);
            drawn.external = name.group(3) != null;
            if (name.group(2) != null) {
                drawn.tags.add(name.group(2).equals("Db") ? "database" : "queue");
            }
            tags(call, detailed ? 5 : 4).forEach(drawn.tags::add);
            if (level == Level.CONTAINER) {
                drawn.parent.ifPresent(parent -> parent.around = true);
            }
        });
    }

    private static Set<String> tags(Call call, int position) {
        return call.argument(position, "tags")
                .map(w -> (Set<String>) new LinkedHashSet<>(List.of(w.text().toLowerCase(Locale.ROOT).split("[+,]", 20))))
                .orElse(Set.of());
    }

    private void boundary(Call call, String word) {
        String kind = word.isEmpty() ? call.words(2, "type").map(w -> w.text().toLowerCase(Locale.ROOT)).orElse("")
                : word.replace("_", "").toLowerCase(Locale.ROOT);
        Scope inside = scopes.peek();
        boolean known = kind.equals("container") || kind.equals("system") || kind.equals("software system");
        if (known) {
            Level level = kind.equals("container") ? Level.CONTAINER : Level.SYSTEM;
            Optional<Drawn> drawn = drawn(level, call);
            drawn.ifPresent(d -> d.boundary = true);
            inside = new Scope(drawn.or(scopes.peek()::boundary), scopes.peek().node());
        }
        pending = Optional.of(inside);
        pendingAt = call.at();
    }

    private void node(Call call) {
        Optional<Drawn.Node> around = scopes.peek().node();
        String alias = call.argument(0, "alias").map(Written::text).orElse("");
        String raw = call.argument(1, "label").map(w -> w.text().replaceAll("\\\\[nt]", " ")).orElse(alias);
        String type = call.words(2, "type").map(Written::text).orElse("");
        Times own = Times.of(raw);
        boolean several = own.several() || around.filter(Drawn.Node::several).isPresent();
        Optional<Integer> factor = own.below(around.isPresent() ? around.get().factor() : Optional.of(1));
        Optional<String> place = around.flatMap(Drawn.Node::place);
        Optional<DomainKind> kind = PLACES.entrySet().stream().filter(p -> p.getKey().matcher(type).matches())
                .map(Map.Entry::getValue).findFirst();
        if (kind.isPresent() && !own.several() && !alias.isEmpty()) {
            String id = Ids.ofName(alias);
            String name = Call.plain(raw);
            places.putIfAbsent(id, new Place(id, name, kind.get(), place.filter(p -> !p.equals(id)), call.at()));
            place = Optional.of(id);
        }
        String path = around.map(Drawn.Node::path).orElse("") + "/" + nodes.size();
        Drawn.Node node = new Drawn.Node(path, factor, several, place);
        nodes.put(alias.isEmpty() ? path : alias, node);
        pending = Optional.of(new Scope(scopes.peek().boundary(), Optional.of(node)));
        pendingAt = call.at();
    }

    private void relation(Call call, Matcher name) {
        String direction = name.group(3) == null ? "any" : name.group(3);
        Optional<Written> first = call.argument(0, "from");
        Optional<Written> second = call.argument(1, "to");
        if (first.isEmpty() || second.isEmpty()) {
            problems.warning(call.at(), call.name() + " lacks one of its ends", "Write Rel(from, to, \"label\").");
            return;
        }
        boolean plain = !direction.isEmpty(); // Rel_(from, to, label, technology, arrow)
        String technology = plain || call.inOrder().size() > 4 ? call.words(3, "techn").map(Written::text).orElse("") : "";
        String label = call.words(2, "label").map(Written::text).orElse("");
        Set<String> tags = tags(call, 6);
        boolean async = tags.contains("async") || tags.contains("asynchronous");
        boolean back = direction.startsWith("Back");
        Written from = back ? second.get() : first.get();
        Written to = back ? first.get() : second.get();
        arrows.add(new Drawn.Arrow(from, to, label, technology, async, call.at()));
        if (name.group(1) != null) {
            arrows.add(new Drawn.Arrow(to, from, label, technology, async, call.at()));
        }
    }
}

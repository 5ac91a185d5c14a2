package quorate.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Subject;
import quorate.model.Words;
import quorate.site.diagram.Graph;
import quorate.site.diagram.GraphPicture;
import quorate.site.page.Diagram;
import quorate.site.page.Html;
import quorate.site.page.Mark;

/** Draws a system, or the neighbourhood of one component. */
final class SystemPictures {

    private static final int MOST = ProjectScope.PICTURED;

    /** Other groups that stand beside the members of one. */
    private static final int BESIDE = 6;

    /** With more arrows than this among the members of a group, the picture shows nothing else. */
    private static final int BUSY = 24;

    private static final int STAR = 12;

    private final ProjectScope scope;

    SystemPictures(ProjectScope scope) {
        this.scope = scope;
    }

    /**
     * A picture on which a script shows states.
     *
     * @param nodes ids of the components in the order of the picture; empty for what is no component
     * @param edges the drawn links in the order of the picture
     * @param groups ids of the drawn fault domains in the order of the picture
     */
    record Interactive(Diagram diagram, List<String> nodes, List<Link> edges, List<String> groups) {}

    /** Keeps the room into which a script writes a state, up to {@code degraded to down}; nothing is seen of it. */
    private static final Mark ROOM = new Mark("none", "\u00a0".repeat(12));

    /** The whole system, if it is not large. */
    Diagram overview(Here here) {
        return draw(here, "system", "Components of " + scope.title(), shown(), "", "");
    }

    /** The members of a group, and beside them the other groups with which they have most to do. */
    Diagram group(Here here, Groups.Group group, Groups groups) {
        Set<String> shown = new LinkedHashSet<>();
        group.members().stream().sorted(bestConnected()).limit(MOST - BESIDE).forEach(c -> shown.add(c.id()));
        List<Link> within = drawn(scope.between(shown), "");
        boolean busy = within.size() > BUSY;
        Map<String, String> places = busy ? Map.of() : places(shown);
        List<Graph.Node> nodes = new ArrayList<>();
        List<Graph.Edge> edges = new ArrayList<>();
        for (Entity member : group.members()) {
            if (shown.contains(member.id())) {
                nodes.add(node(here, member, places.getOrDefault(member.id(), ""), ""));
            }
        }
        within.forEach(link -> edges.add(edge(here, link)));
        if (!busy) {
            beside(here, shown, group, groups, nodes, edges);
        }
        Graph graph = new Graph(Graph.Direction.DOWN, nodes, edges, groups(here, places));
        String title = "Components of " + group.title();
        String svg = GraphPicture.draw(graph, scope.edition().input().layout(), "members", title,
                "Each box is a component and leads to it; dashed boxes are other groups. The tables below say the same.");
        int rest = group.members().size() - shown.size();
        return new Diagram("members", title, new Html(svg), (rest == 0 ? "" : "The picture shows the " + shown.size()
                + " components with the most relations of " + group.members().size() + ". ")
                + (busy ? "Relations to other groups, and zones, are left out of it" : "Dashed boxes are other groups")
                + "; the tables have everything.");
    }

    private void beside(Here here, Set<String> shown, Groups.Group group, Groups groups, List<Graph.Node> nodes, List<Graph.Edge> edges) {
        Map<String, Integer> weights = new TreeMap<>();
        Set<List<String>> arrows = new LinkedHashSet<>();
        for (Link link : scope.architecture().links()) {
            boolean out = shown.contains(link.from());
            if (out != shown.contains(link.to())) {
                groups.of(out ? link.to() : link.from()).filter(g -> !g.equals(group)).ifPresent(other -> {
                    weights.merge(other.id(), 1, Integer::sum);
                    arrows.add(out ? List.of(link.from(), other.id(), "out") : List.of(other.id(), link.to(), "in"));
                });
            }
        }
        Set<String> kept = new LinkedHashSet<>();
        weights.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(BESIDE)
                .forEach(e -> kept.add(e.getKey()));
        for (Groups.Group other : groups.all()) {
            if (kept.contains(other.id())) {
                String href = scope.link(here, "", "group", other.id()).href();
                String title = other.title() + ", " + Phrases.count(weights.get(other.id()), "relation");
                nodes.add(Pictures.node("group " + other.id(), other.title(), Graph.Shape.MORE, "", href, title, Mark.NONE, false));
            }
        }
        for (List<String> arrow : arrows) {
            boolean out = arrow.get(2).equals("out");
            String other = arrow.get(out ? 1 : 0);
            if (kept.contains(other)) {
                String from = out ? arrow.get(0) : "group " + other;
                String to = out ? "group " + other : arrow.get(1);
                String name = scope.title(out ? arrow.get(0) : arrow.get(1));
                edges.add(new Graph.Edge(from, to, "", false, "#relations", (out ? name + " to " : "to " + name + " from ") + "others", Mark.NONE));
            }
        }
    }

    /**
     * The whole system, without any state: that comes with what fails.
     *
     * @param target where a component or a link leads, an address from the page; empty for nowhere
     */
    Interactive interactive(Here here, Function<Subject, String> target) {
        Set<String> shown = shown();
        if (shown.isEmpty()) {
            return new Interactive(Diagram.NONE, List.of(), List.of(), List.of());
        }
        Graph plain = graph(here, shown, "");
        List<Link> links = drawn(scope.between(shown), "");
        List<Graph.Node> nodes = plain.nodes().stream()
                .map(n -> scope.architecture().component(n.id())
                        .map(c -> new Graph.Node(n.id(), n.lines(), n.shape(), n.group(), target.apply(c),
                                c.title() + ", " + c.kind().word(), ROOM, false))
                        .orElseGet(() -> new Graph.Node(n.id(), n.lines(), n.shape(), n.group(),
                                scope.home(here).href() + n.href(), n.title(), n.mark(), false)))
                .toList();
        List<Graph.Edge> edges = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            Graph.Edge edge = plain.edges().get(i);
            edges.add(new Graph.Edge(edge.from(), edge.to(), "", edge.dashed(), target.apply(links.get(i)), edge.title(), Mark.NONE));
        }
        List<Graph.Group> groups = plain.groups().stream()
                .map(g -> new Graph.Group(g.id(), g.label(), g.parent(), scope.architecture()
                        .find(Kind.FAULT_DOMAIN, g.id())
                        .map(target)
                        .orElse("")))
                .toList();
        Graph graph = new Graph(plain.direction(), nodes, edges, groups);
        String title = "Failures of " + scope.title();
        String text = "Each box, arrow and name of a zone leads to the worst failure of its part; the list of all failures below says the same.";
        String svg = GraphPicture.draw(graph, scope.edition().input().layout(), "failing", title, text);
        Diagram diagram = new Diagram("failing", title, new Html(svg), note(shown, "failures of the others can be chosen all the same"));
        return new Interactive(diagram, nodes.stream()
                .map(n -> scope.architecture().component(n.id()).map(Entity::id).orElse("")).toList(), links,
                groups.stream().map(Graph.Group::id).toList());
    }

    private Set<String> shown() {
        List<Entity> all = scope.architecture().components();
        Set<String> shown = new LinkedHashSet<>();
        all.stream()
                .sorted(bestConnected())
                .limit(all.size() <= MOST ? MOST : MOST - 4)
                .forEach(e -> shown.add(e.id()));
        return shown;
    }

    private Comparator<Entity> bestConnected() {
        return Comparator.comparingInt((Entity e) -> -degree(e)).thenComparing(Entity::id);
    }

    private String note(Set<String> shown, String rest) {
        int all = scope.architecture().components().size();
        return all <= MOST
                ? ""
                : "The picture shows the " + shown.size() + " components with the most relations of " + all
                        + "; " + rest + ", and each component's page shows its neighbours.";
    }

    /** A component with what it uses or is used by; of very many the best connected, and the others counted. */
    Diagram neighbourhood(Here here, Entity component) {
        Set<String> all = new LinkedHashSet<>();
        scope.architecture().linksFrom(component.id()).forEach(l -> all.add(l.to()));
        scope.architecture().linksTo(component.id()).forEach(l -> all.add(l.from()));
        all.remove(component.id());
        Set<String> shown = new LinkedHashSet<>(Set.of(component.id()));
        scope.architecture().components().stream()
                .filter(c -> all.contains(c.id()))
                .sorted(bestConnected())
                .limit(MOST - 1)
                .forEach(c -> shown.add(c.id()));
        String note = shown.size() > all.size()
                ? ""
                : "The picture shows the " + (shown.size() - 1) + " neighbours with the most relations of " + all.size()
                        + "; the table has all.";
        return draw(here, "neighbours", "Neighbours of " + component.title(), shown, component.id(), note);
    }

    private int degree(Entity entity) {
        return scope.architecture().linksFrom(entity.id()).size() + scope.architecture().linksTo(entity.id()).size();
    }

    private Diagram draw(Here here, String id, String title, Set<String> shown, String self, String note) {
        if (shown.isEmpty()) {
            return Diagram.NONE;
        }
        Graph graph = graph(here, shown, self);
        String text = "Boxes are services, cylinders stores, rounded boxes channels, dashed boxes what others run. "
                + "Solid arrows wait for the answer, dashed ones do not. The table below says the same.";
        String svg = GraphPicture.draw(graph, scope.edition().input().layout(), id, title, text);
        return new Diagram(id, title, new Html(svg), note);
    }

    private Graph graph(Here here, Set<String> shown, String self) {
        // Many neighbours stand below each other, callers at the left; zones would scatter them.
        boolean star = !self.isEmpty() && shown.size() > STAR;
        Map<String, String> places = star ? Map.of() : places(shown);
        List<Graph.Node> nodes = new ArrayList<>();
        List<Graph.Edge> edges = new ArrayList<>();
        for (Entity entity : scope.architecture().components()) {
            if (shown.contains(entity.id())) {
                nodes.add(node(here, entity, places.getOrDefault(entity.id(), ""), self));
            }
        }
        if (self.isEmpty()) {
            gathered(here, shown, nodes, edges);
        }
        drawn(scope.between(shown), self).forEach(link -> edges.add(edge(here, link)));
        return new Graph(star ? Graph.Direction.RIGHT : Graph.Direction.DOWN, nodes, edges, groups(here, places));
    }

    /** Around one component only its own relations are drawn. */
    private static List<Link> drawn(List<Link> links, String self) {
        Set<String> seen = new HashSet<>();
        return links.stream()
                .filter(l -> self.isEmpty() || l.from().equals(self) || l.to().equals(self))
                .filter(l -> seen.add(l.from() + " " + l.to() + " " + async(l)))
                .toList();
    }

    private Graph.Node node(Here here, Entity entity, String place, String self) {
        Graph.Shape shape =
                switch (entity.kind()) {
                    case STORE -> Graph.Shape.STORE;
                    case CHANNEL -> Graph.Shape.CHANNEL;
                    case EXTERNAL -> Graph.Shape.EXTERNAL;
                    default -> Graph.Shape.SERVICE;
                };
        Mark mark = scope.mark(entity);
        String title = entity.title() + ", " + entity.kind().word() + (mark.word().isEmpty() ? "" : ", " + mark.word());
        boolean emphasis = entity.id().equals(self);
        return Pictures.node(entity.id(), entity.title(), shape, place, scope.component(here, entity.id()).href(), title, mark, emphasis);
    }

    private static boolean async(Link link) {
        return link.get(Keys.MODE).is(Words.LinkMode.ASYNC);
    }

    private Graph.Edge edge(Here here, Link link) {
        String href = scope.subject(here, link).href();
        String mode = link.get(Keys.MODE).isUnknown() ? "mode not stated" : async(link) ? "asynchronous" : "synchronous";
        String title = scope.title(link.from()) + " to " + scope.title(link.to()) + ", " + mode;
        return new Graph.Edge(link.from(), link.to(), "", async(link), href, title, Mark.NONE);
    }

    /** What is left out of the picture, one node for each kind. */
    private void gathered(Here here, Set<String> shown, List<Graph.Node> nodes, List<Graph.Edge> edges) {
        for (Kind kind : Kind.components()) {
            List<Entity> rest = scope.architecture().all(kind).stream().filter(e -> !shown.contains(e.id())).toList();
            if (!rest.isEmpty()) {
                String name = rest.size() + " more " + kind.word() + (rest.size() == 1 ? "" : "s");
                nodes.add(Pictures.node("more " + kind, name, Graph.Shape.MORE, "", "#components", name, Mark.NONE, false));
            }
        }
    }

    /** The innermost fault domain that holds all instances of a component. */
    private Map<String, String> places(Set<String> shown) {
        Map<String, String> places = new HashMap<>();
        for (String id : shown) {
            List<String> placement = scope.architecture().component(id).map(c -> c.get(Keys.PLACEMENT).or(List.of())).orElse(List.of());
            List<List<String>> chains = placement.stream().distinct().map(this::chain).toList();
            String common = common(chains);
            if (!common.isEmpty()) {
                places.put(id, common);
            }
        }
        return places;
    }

    private static String common(List<List<String>> chains) {
        String common = "";
        for (int i = 0; !chains.isEmpty() && i < chains.get(0).size(); i++) {
            String at = chains.get(0).get(i);
            int depth = i;
            if (!chains.stream().allMatch(c -> c.size() > depth && c.get(depth).equals(at))) {
                break;
            }
            common = at;
        }
        return common;
    }

    /** A fault domain with what contains it, outermost first; a loop of parents is cut. */
    List<String> chain(String domain) {
        List<String> chain = new ArrayList<>();
        String at = domain;
        while (!at.isEmpty() && !chain.contains(at) && scope.architecture().find(Kind.FAULT_DOMAIN, at).isPresent()) {
            chain.add(0, at);
            at = scope.architecture().find(Kind.FAULT_DOMAIN, at).get().get(Keys.PARENT).or("");
        }
        return chain;
    }

    /** The fault domains in use, parents before children. */
    private List<Graph.Group> groups(Here here, Map<String, String> places) {
        Map<String, Graph.Group> groups = new LinkedHashMap<>();
        places.values().stream().sorted().distinct().forEach(place -> {
            String parent = "";
            for (String domain : chain(place)) {
                String name = scope.architecture().find(Kind.FAULT_DOMAIN, domain).map(Entity::title).orElse(domain);
                String kind = scope.architecture().find(Kind.FAULT_DOMAIN, domain).flatMap(d -> d.get(Keys.DOMAIN_KIND).value())
                        .map(k -> Phrases.words(Words.written(k)) + " ").orElse("");
                String href = scope.architecture().find(Kind.FAULT_DOMAIN, domain).map(d -> scope.subject(here, d).href()).orElse("");
                groups.putIfAbsent(
                        domain, new Graph.Group(domain, Phrases.capital(name.startsWith(kind.strip()) ? name : kind + name), parent, href));
                parent = domain;
            }
        });
        return List.copyOf(groups.values());
    }
}

package quorate.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words;
import quorate.review.Finding;
import quorate.site.diagram.Graph;
import quorate.site.diagram.GraphPicture;
import quorate.site.diagram.Labels;
import quorate.site.page.Diagram;
import quorate.site.page.Html;
import quorate.site.page.Mark;

/** A system that is too large for one picture, drawn by who answers for its parts; a box leads to its components in the table. */
final class OwnerPicture {

    private static final String NOBODY = "no owner stated";

    /** How many of ten components must name an owner, or the picture would say little. */
    private static final int NAMED = 8;

    private final ProjectScope scope;
    private final Map<String, List<Entity>> owners = new TreeMap<>();

    OwnerPicture(ProjectScope scope) {
        this.scope = scope;
        scope.architecture().components().forEach(c -> owners.computeIfAbsent(owner(c), o -> new ArrayList<>()).add(c));
    }

    private static String owner(Entity component) {
        return component.get(Keys.OWNER).or(NOBODY);
    }

    /** @return nothing where the owners are too few, too many, or mostly not stated */
    Optional<Diagram> draw(int most) {
        int all = scope.architecture().components().size();
        int unnamed = owners.getOrDefault(NOBODY, List.of()).size();
        if (owners.size() < 3 || owners.size() > most || 10 * (all - unnamed) < NAMED * all) {
            return Optional.empty();
        }
        List<Graph.Node> nodes = owners.entrySet().stream().map(o -> node(o.getKey(), o.getValue())).toList();
        String title = scope.title() + " by owner";
        Graph graph = new Graph(Graph.Direction.DOWN, nodes, edges(), List.of());
        String svg = GraphPicture.draw(graph, scope.edition().input().layout(), "system", title,
                "Each box is an owner with the components that it answers for, and leads to them; arrows are the relations "
                        + "between them, dashed where nobody waits. The tables below say the same.");
        return Optional.of(new Diagram("system", title, new Html(svg),
                all + " components are too many for one picture: it shows their owners. A box leads to its components in the table, "
                        + "and each component's page shows its neighbours."));
    }

    private Graph.Node node(String owner, List<Entity> components) {
        Map<Kind, Integer> kinds = new LinkedHashMap<>();
        components.forEach(c -> kinds.merge(c.kind(), 1, Integer::sum));
        String counts = Phrases.list(kinds.entrySet().stream().map(k -> Phrases.count(k.getValue(), k.getKey().word())).toList());
        List<Finding> findings = components.stream().flatMap(c -> scope.of(c).stream()).distinct().toList();
        Verdict verdict = Verdict.of(findings);
        Mark mark = verdict.wrong().isEmpty() ? Mark.NONE : verdict.mark();
        List<String> lines = new ArrayList<>(Labels.wrap(owner));
        lines.add(Phrases.count(components.size(), "component"));
        String href = "?components-table-q=" + URLEncoder.encode(owner, StandardCharsets.UTF_8) + "#components";
        String title = owner + ": " + counts + (mark.word().isEmpty() ? "" : ", " + mark.word());
        return new Graph.Node("owner " + owner, lines, Graph.Shape.SERVICE, "", href, title, mark, false);
    }

    private List<Graph.Edge> edges() {
        Map<List<String>, List<Link>> between = new LinkedHashMap<>();
        for (Link link : scope.architecture().links()) {
            String from = scope.architecture().component(link.from()).map(OwnerPicture::owner).orElse(NOBODY);
            String to = scope.architecture().component(link.to()).map(OwnerPicture::owner).orElse(NOBODY);
            if (!from.equals(to)) {
                between.computeIfAbsent(List.of(from, to), k -> new ArrayList<>()).add(link);
            }
        }
        List<Graph.Edge> edges = new ArrayList<>();
        between.forEach((ends, links) -> {
            boolean asynchronous = links.stream().allMatch(l -> l.get(Keys.MODE).is(Words.LinkMode.ASYNC));
            String title = ends.get(0) + " to " + ends.get(1) + ", " + Phrases.count(links.size(), "relation");
            edges.add(new Graph.Edge("owner " + ends.get(0), "owner " + ends.get(1), "", asynchronous, "#relations", title, Mark.NONE));
        });
        return edges;
    }
}

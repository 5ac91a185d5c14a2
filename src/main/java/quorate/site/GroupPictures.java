package quorate.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** A system that is too large for one picture, drawn by groups of its components; each box leads to the page of its group. */
final class GroupPictures {

    /** Arrows for each box, about as many as an eye can follow. */
    private static final int ARROWS = 2;

    private final ProjectScope scope;
    private final Groups groups;
    private final Map<List<Groups.Group>, List<Link>> between = new LinkedHashMap<>();

    GroupPictures(ProjectScope scope, Groups groups) {
        this.scope = scope;
        this.groups = groups;
        for (Link link : scope.architecture().links()) {
            Optional<Groups.Group> from = groups.of(link.from());
            Optional<Groups.Group> to = groups.of(link.to());
            if (from.isPresent() && to.isPresent() && !from.equals(to)) {
                between.computeIfAbsent(List.of(from.get(), to.get()), k -> new ArrayList<>()).add(link);
            }
        }
    }

    /** The relations from one group to another. */
    List<Link> between(Groups.Group from, Groups.Group to) {
        return between.getOrDefault(List.of(from, to), List.of());
    }

    Diagram overview(Here here) {
        List<Groups.Group> drawn = groups.all().stream()
                .sorted(Comparator.comparing((Groups.Group g) -> -g.members().size()).thenComparing(Groups.Group::id))
                .limit(ProjectScope.PICTURED)
                .toList();
        int fewest = fewest(drawn);
        List<Graph.Edge> edges = new ArrayList<>();
        between.forEach((ends, links) -> {
            if (drawn.containsAll(ends) && links.size() >= fewest) {
                edges.add(edge(here, ends.get(0), ends.get(1), links));
            }
        });
        String title = scope.title() + " by " + groups.by();
        Graph graph = new Graph(Graph.Direction.DOWN, drawn.stream().map(group -> node(here, group)).toList(), edges, List.of());
        String svg = GraphPicture.draw(graph, scope.edition().input().layout(), "system", title,
                "Each box is a group of components and leads to them; arrows are the relations between groups, dashed where nobody waits. "
                        + "The table below says the same.");
        return new Diagram("system", title, new Html(svg), note(drawn.size(), fewest));
    }

    private String note(int drawn, int fewest) {
        String how = switch (groups.by()) {
            case "closeness" -> "Too few of them name an owner, so they are grouped by who calls whom.";
            default -> "They are grouped by " + groups.by() + ".";
        };
        return scope.architecture().components().size() + " components are too many for one picture. " + how
                + (drawn < groups.all().size() ? " The " + drawn + " largest groups are drawn." : "")
                + (fewest > 1 ? " An arrow stands for at least " + fewest + " relations; the table has all." : "");
    }

    /** How many relations an arrow must stand for, so that there are not many more arrows than boxes. */
    private int fewest(List<Groups.Group> drawn) {
        List<Integer> counts = between.entrySet().stream()
                .filter(e -> drawn.containsAll(e.getKey()))
                .map(e -> e.getValue().size())
                .sorted(Comparator.reverseOrder())
                .toList();
        int most = ARROWS * drawn.size();
        return counts.size() <= most ? 1 : counts.get(most - 1) == 1 ? 2 : counts.get(most - 1);
    }

    private Graph.Node node(Here here, Groups.Group group) {
        Map<Kind, Integer> kinds = new LinkedHashMap<>();
        group.members().forEach(c -> kinds.merge(c.kind(), 1, Integer::sum));
        String counts = Phrases.list(kinds.entrySet().stream().map(k -> Phrases.count(k.getValue(), k.getKey().word())).toList());
        Verdict verdict = verdict(group);
        Mark mark = verdict.wrong().isEmpty() ? Mark.NONE : verdict.mark();
        List<String> lines = new ArrayList<>(Labels.wrap(group.title()));
        lines.add(Phrases.count(group.members().size(), "component"));
        String title = group.title() + ": " + counts + (mark.word().isEmpty() ? "" : ", " + mark.word());
        return new Graph.Node("group " + group.id(), lines, Graph.Shape.SERVICE, "", href(here, group), title, mark, false);
    }

    private String href(Here here, Groups.Group group) {
        return scope.link(here, "", "group", group.id()).href();
    }

    Verdict verdict(Groups.Group group) {
        List<Finding> findings = group.members().stream().flatMap(c -> scope.of(c).stream()).distinct().toList();
        return Verdict.of(findings);
    }

    private Graph.Edge edge(Here here, Groups.Group from, Groups.Group to, List<Link> links) {
        boolean asynchronous = links.stream().allMatch(l -> l.get(Keys.MODE).is(Words.LinkMode.ASYNC));
        String title = from.title() + " to " + to.title() + ", " + Phrases.count(links.size(), "relation");
        return new Graph.Edge("group " + from.id(), "group " + to.id(), "", asynchronous, href(here, from), title, Mark.NONE);
    }
}

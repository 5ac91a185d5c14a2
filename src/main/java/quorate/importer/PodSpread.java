package quorate.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Origin;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;

/**
 * Whether the scheduler must keep the pods of a workload apart. A rule that only prefers it, or whose selector does not match
 * the pods themselves, does not.
 */
final class PodSpread {

    private static final String SILENT = "no rule keeps its pods apart; by itself the scheduler only prefers it";

    private record Rule(boolean holds, Location at, String how) {}

    private PodSpread() {}

    static void read(Workload workload, Facts.Builder facts, Problems problems) {
        List<Rule> rules = new ArrayList<>();
        Optional<Node> affinity = workload.podSpec().path("affinity", "podAntiAffinity");
        Expect expect = new Expect(problems);
        items(affinity, "requiredDuringSchedulingIgnoredDuringExecution")
                .forEach(node -> expect.fields(node, "a term of podAntiAffinity").ifPresent(term ->
                        rules.add(rule(workload, term, "podAntiAffinity requires it", true, problems))));
        items(affinity, "preferredDuringSchedulingIgnoredDuringExecution")
                .forEach(term -> rules.add(new Rule(false, term.at(), "podAntiAffinity only prefers it")));
        for (Node spread : items(Optional.of(workload.podSpec()), "topologySpreadConstraints")) {
            if (expect.fields(spread, "a topologySpreadConstraint").isEmpty()) {
                continue;
            }
            boolean must = spread.field("whenUnsatisfiable").flatMap(Node::text).filter("ScheduleAnyway"::equals).isEmpty();
            rules.add(rule(workload, spread, "topologySpreadConstraints " + (must ? "require it" : "only prefer it"), must, problems));
        }
        Optional<Rule> best = rules.stream().filter(Rule::holds).findFirst().or(() -> rules.stream().findFirst());
        facts.set(Keys.SPREAD, best
                .map(rule -> Fact.of(rule.holds(), Origin.imported(rule.at(), rule.how())))
                .orElseGet(() -> several(facts)
                        ? Fact.none(Origin.imported(workload.manifest().at(), SILENT))
                        : Fact.unknown(workload.manifest().at())));
    }

    private static boolean several(Facts.Builder facts) {
        return facts.build().get(Keys.REPLICAS).is(n -> n > 1);
    }

    private static List<Node> items(Optional<Node> node, String field) {
        return node.flatMap(n -> n.field(field)).map(Node::items).orElse(List.of());
    }

    private static Rule rule(Workload workload, Node term, String how, boolean must, Problems problems) {
        String over = term.field("topologyKey").flatMap(Node::text).map(key -> " over " + key).orElse("");
        Selector selector = Selector.of(term.field("labelSelector"));
        if (must && !selector.matches(workload.labels())) {
            problems.warning(
                    term.at(),
                    "the selector of this rule does not match the pods of " + workload.manifest().name()
                            + ", so it does not keep them apart",
                    "Select the labels of the pod template.");
            return new Rule(false, term.at(), how + over + ", but its selector does not match the pods");
        }
        return new Rule(must, term.at(), how + over);
    }
}

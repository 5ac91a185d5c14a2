package quorate.derive.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import quorate.model.Subject;

/** What follows from one fault tree. */
final class Evaluation {

    private final FaultTree tree;
    private final List<CutSet> certain;
    private final List<CutSet> worst;
    private final int order;
    private final Optional<DecisionDiagram> bestDiagram;
    private final Optional<DecisionDiagram> worstDiagram;
    private final boolean[] matters;

    private Evaluation(FaultTree tree) {
        this.tree = tree;
        Cuts cuts = Cuts.of(FaultTree.top(tree.worst()));
        Cuts sure = tree.isCertain() ? cuts : Cuts.of(FaultTree.top(tree.best()));
        this.order = Math.min(cuts.order(), sure.order());
        this.worst = sets(cuts);
        this.certain = sets(sure);
        int events = tree.events().size();
        this.worstDiagram = DecisionDiagram.of(FaultTree.top(tree.worst()), events);
        this.bestDiagram = tree.isCertain()
                ? worstDiagram
                : DecisionDiagram.of(FaultTree.top(tree.best()), events);
        this.matters = worstDiagram.map(DecisionDiagram::support).orElseGet(() -> all(events));
    }

    static Evaluation of(FaultTree tree) {
        return new Evaluation(tree);
    }

    private static boolean[] all(int events) {
        boolean[] all = new boolean[events];
        Arrays.fill(all, true);
        return all;
    }

    private List<CutSet> sets(Cuts cuts) {
        return cuts.all().stream()
                .filter(set -> set.length <= order)
                .map(set -> new CutSet(Arrays.stream(set).mapToObj(tree.events()::get).toList()))
                .toList();
    }

    List<CutSet> certain() {
        return certain;
    }

    List<CutSet> worst() {
        return worst;
    }

    List<BasicEvent> events() {
        return tree.events();
    }

    int order() {
        return order;
    }

    /** The events on which the journey depends at all. */
    List<BasicEvent> relevant() {
        return IntStream.range(0, matters.length).filter(i -> matters[i]).mapToObj(tree.events()::get).toList();
    }

    boolean isExact() {
        return bestDiagram.isPresent() && worstDiagram.isPresent();
    }

    Bounds unavailability() {
        if (isExact()) {
            double low = bestDiagram.get().probability(probabilities(false));
            double high = worstDiagram.get().probability(probabilities(true));
            return new Bounds(clamp(Math.min(low, high)), clamp(high));
        }
        // The journey is down at least as long as all of one cut set is.
        double low = certain.stream()
                .mapToDouble(set -> set.events().stream().mapToDouble(e -> e.probability().low()).reduce(1, (a, b) -> a * b))
                .max()
                .orElse(0);
        return new Bounds(low, 1);
    }

    /** Rounding must not leave [0, 1]. */
    private static double clamp(double probability) {
        return Math.max(0, Math.min(1, probability));
    }

    private double[] probabilities(boolean high) {
        return tree.events().stream()
                .mapToDouble(event -> high ? event.probability().high() : event.probability().low())
                .toArray();
    }

    Change.Measure measure() {
        return new Change.Measure(
                (int) worst.stream().filter(set -> set.order() == 1 && !set.hasLink()).count(),
                (int) certain.stream().filter(set -> set.order() == 1 && !set.hasLink()).count(),
                (int) worst.stream().filter(set -> set.order() == 1 && set.hasLink()).count(),
                (int) worst.stream().filter(set -> set.order() == 2).count(),
                unavailability());
    }

    /** Of each part that the journey depends on, the most important first; nothing for a structure that is too large. */
    List<Importance> importance() {
        if (worstDiagram.isEmpty()) {
            return List.of();
        }
        List<BasicEvent> events = tree.events();
        Map<String, List<Integer>> parts = new LinkedHashMap<>();
        for (int i = 0; i < events.size(); i++) {
            if (matters[i]) {
                Subject subject = events.get(i).subject();
                parts.computeIfAbsent(subject.kind() + "/" + subject.id(), k -> new ArrayList<>()).add(i);
            }
        }
        boolean stated = IntStream.range(0, events.size()).allMatch(i -> !matters[i] || events.get(i).isStated());
        double[] ofEvents = probabilities(true);
        if (!stated) {
            Arrays.fill(ofEvents, 0.5);
        }
        double[] birnbaum = worstDiagram.get().birnbaum(ofEvents);
        List<Importance> all = new ArrayList<>();
        parts.values().forEach(of -> all.add(new Importance(
                events.get(of.get(0)).subject(),
                of.size(),
                smallest(of.stream().map(events::get).toList()),
                of.stream().mapToDouble(i -> birnbaum[i]).max().orElse(0),
                !stated,
                stated ? fussellVesely(of, ofEvents) : Double.NaN)));
        all.sort(Comparator.comparingDouble((Importance one) -> Double.isNaN(one.fussellVesely()) ? 0 : -one.fussellVesely())
                .thenComparing(one -> -one.birnbaum())
                .thenComparing(one -> one.subject().id()));
        return all;
    }

    private double fussellVesely(List<Integer> part, double[] ofEvents) {
        double all = worstDiagram.get().probability(ofEvents);
        double[] without = ofEvents.clone();
        part.forEach(i -> without[i] = 0);
        return all == 0 ? Double.NaN : (all - worstDiagram.get().probability(without)) / all;
    }

    private int smallest(List<BasicEvent> part) {
        Set<String> ids = part.stream().map(BasicEvent::id).collect(Collectors.toSet());
        return worst.stream()
                .filter(set -> set.events().stream().anyMatch(event -> ids.contains(event.id())))
                .mapToInt(CutSet::order)
                .min()
                .orElse(0);
    }
}

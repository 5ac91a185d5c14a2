package quorate.derive.reliability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.derive.failure.Structure;
import quorate.derive.failure.Structures;
import quorate.model.Architecture;
import quorate.model.Keys;
import quorate.model.Missing;
import quorate.model.Subject;

/** Computes cut sets, availability and importance of every journey of an architecture. */
public final class Reliabilities {

    private final Structures structures;
    private final FaultTrees trees;
    private final Changes changes;

    public Reliabilities(Architecture architecture) {
        this.structures = new Structures(architecture);
        this.trees = new FaultTrees(architecture);
        this.changes = new Changes(architecture);
    }

    /**
     * All journeys, in the order of the architecture.
     *
     * @param interruptions outages that end by themselves, of all journeys
     */
    public List<Reliability> of(List<Interruption> interruptions) {
        List<Reliability> all = new ArrayList<>();
        for (int i = 0; i < structures.size(); i++) {
            Structure structure = structures.of(i);
            all.add(of(i, structure, interruptions.stream().filter(one -> isOf(one, structure.journey())).toList()));
        }
        return all;
    }

    private static boolean isOf(Interruption interruption, Subject journey) {
        return interruption.journey().kind() == journey.kind() && interruption.journey().id().equals(journey.id());
    }

    private Reliability of(int index, Structure structure, List<Interruption> interruptions) {
        FaultTree tree = trees.of(structure).simplified();
        Evaluation evaluation = Evaluation.of(tree);
        List<Transient> transients = interruptions.stream().map(Reliabilities::outage).toList();
        Bounds outages = transients.stream().map(Transient::share).reduce(Bounds.NEVER, Bounds::plus);
        Set<Missing> missing = new TreeSet<>();
        evaluation.relevant().forEach(event -> missing.addAll(event.missing()));
        transients.forEach(outage -> missing.addAll(outage.missing()));
        Set<List<String>> sure = new HashSet<>(evaluation.certain().stream().map(CutSet::ids).toList());
        return new Reliability(
                structure.journey(),
                structure.implied(),
                structure.journey().get(Keys.SLO_AVAILABILITY).value(),
                tree,
                evaluation.certain(),
                evaluation.worst().stream().filter(set -> !sure.contains(set.ids())).toList(),
                evaluation.order(),
                evaluation.isExact(),
                evaluation.unavailability(),
                transients,
                evaluation.unavailability().plus(outages).complement(),
                evaluation.importance(),
                changes(index, evaluation),
                missing,
                tree.isCertain() ? Set.of() : structure.deciding(),
                structure.omitted());
    }

    /** At most one failure in each mean time between failures, each as long as the parts of its failover. */
    private static Transient outage(Interruption one) {
        Input input = Input.of(one.subject());
        Set<Missing> missing = new TreeSet<>(one.missing());
        Optional<Duration> between = input.mtbf();
        if (between.isEmpty()) {
            missing.add(new Missing(one.subject(), Keys.MTBF));
        }
        double low = one.certain()
                ? share(one.shortest(), between).orElse(0.0) * (1 - input.unavailability().high())
                : 0;
        double high = share(one.longest(), between).orElse(1.0);
        return new Transient(
                one.id(), one.title(), one.subject(), one.certain(), between, one.shortest(), one.longest(),
                new Bounds(Math.min(low, high), high), missing);
    }

    private static Optional<Double> share(Optional<Duration> outage, Optional<Duration> between) {
        return outage.isEmpty() || between.isEmpty()
                ? Optional.empty()
                : Optional.of(Math.min(1, Input.seconds(outage.get()) / Input.seconds(between.get())));
    }

    /** Those that make it noticeably better, the best first. */
    private List<Change> changes(int index, Evaluation now) {
        List<Change> better = new ArrayList<>();
        Change.Measure before = now.measure();
        for (Changes.Candidate candidate : changes.of(now)) {
            Structure structure = structures.with(candidate.instead()).of(index);
            Change.Measure after = Evaluation.of(trees.of(structure)).measure();
            if (after.isNoticeablyBetterThan(before)) {
                better.add(new Change(candidate.words(), candidate.instead(), before, after));
            }
        }
        better.sort((a, b) -> a.after().compareTo(b.after()));
        return better;
    }
}

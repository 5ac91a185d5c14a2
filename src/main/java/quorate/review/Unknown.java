package quorate.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import quorate.derive.Scenario;
import quorate.derive.agreement.Figure;
import quorate.derive.failure.DataImpact;
import quorate.derive.failure.JourneyImpact;
import quorate.model.Abreast;
import quorate.model.Key;
import quorate.model.Kind;
import quorate.model.Missing;

/**
 * A fact that is not stated, with what knowing it could change: the rules, the scenarios and the figures of
 * agreement say which facts they lack.
 *
 * @param raises questions of rules that the answer could turn into findings
 * @param clears presumed findings that the answer could clear
 * @param figures figures of quorums, leases, detectors and clocks that are open for want of it
 * @param cells results of scenarios, each a journey or data domain under one failure, that are an interval for want of it
 */
public record Unknown(Missing fact, List<Finding> raises, List<Finding> clears, int figures, int cells) {

    /** How many are worth asking first. */
    public static final int FIRST = 10;

    private static final String RANKING = "Each finding that the answer could raise or clear weighs 8 if critical, 4 if high, 2 if"
            + " medium, 1 if low; each result of a scenario that it could settle weighs 1, and so does each figure of a quorum, lease,"
            + " failure detector or clock that is open for want of it.";

    public Unknown {
        raises = List.copyOf(raises);
        clears = List.copyOf(clears);
    }

    /**
     * All unknown facts of a review that could change something, the weightiest first, of equal ones those that findings hang on,
     * then by path.
     */
    public static List<Unknown> ranked(Review review) {
        Map<Field, Tally> tallies = new HashMap<>();
        for (Finding finding : review.findings()) {
            if (finding.outcome() instanceof Outcome.Unknown unknown) {
                unknown.missing().stream().distinct().forEach(m -> of(m, tallies).raises.add(finding));
            } else if (finding.outcome() instanceof Outcome.Presumed presumed) {
                presumed.missing().stream().distinct().forEach(m -> of(m, tallies).clears.add(finding));
            }
        }
        List<Hanging> hanging = new ArrayList<>();
        int left = review.traced();
        for (Scenario scenario : review.input().derived().scenarios()) {
            List<JourneyImpact> open = scenario.journeys().stream().filter(impact -> !impact.isCertain()).limit(left).toList();
            left -= open.size();
            hanging.add(new Hanging(scenario, open));
        }
        int components = review.input().linked().architecture().components().size();
        Abreast.map(hanging, components, Hanging::deciding)
                .forEach(deciding -> deciding.forEach(m -> of(m, tallies).cells++));
        review.input().derived().agreements().stream()
                .flatMap(one -> one.figures().stream())
                .filter(figure -> figure.tone() == Figure.Tone.OPEN)
                .forEach(figure -> figure.missing().forEach(m -> of(m, tallies).figures++));
        List<Unknown> all = new ArrayList<>();
        tallies.values().forEach(
                tally -> all.add(new Unknown(tally.fact, tally.raises, tally.clears, tally.figures, tally.cells)));
        all.removeIf(unknown -> unknown.weight() == 0);
        all.sort(Comparator.comparingInt((Unknown u) -> -u.weight())
                .thenComparingInt(u -> -u.raises().size() - u.clears().size())
                .thenComparing(Unknown::fact));
        return all;
    }

    /** How the weight is reckoned in a review, in words. */
    public static String ranking(Review review) {
        long open = review.input().derived().scenarios().stream()
                .flatMap(scenario -> scenario.journeys().stream())
                .filter(impact -> !impact.isCertain())
                .count();
        int traced = review.traced();
        return open <= traced
                ? RANKING
                : RANKING + " Of the " + open + " results of scenarios for journeys that hang on unknown facts, the " + traced
                        + " of the worst scenarios were looked at.";
    }

    private static Tally of(Missing fact, Map<Field, Tally> tallies) {
        return tallies.computeIfAbsent(new Field(fact.subject().kind(), fact.subject().id(), fact.key()), f -> new Tally(fact));
    }

    /** What the answer could change, as one number; see {@link #ranking}. */
    public int weight() {
        int weight = cells + figures;
        for (Finding finding : raises) {
            weight += weight(severity(finding));
        }
        for (Finding finding : clears) {
            weight += weight(finding.severity());
        }
        return weight;
    }

    /** A question has no severity of its own yet: the rule's ordinary one is reckoned with. */
    private static Severity severity(Finding question) {
        return Severity.of(question.rule().severity()).orElse(Severity.MEDIUM);
    }

    private static int weight(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 8;
            case HIGH -> 4;
            case MEDIUM -> 2;
            case LOW -> 1;
            case INFO -> 0;
        };
    }

    /** {@code could raise 2 findings (1 high, 1 medium), could clear 1 finding (low), could settle 12 results of scenarios}. */
    public String words() {
        List<String> parts = new ArrayList<>();
        if (!raises.isEmpty()) {
            parts.add("could raise " + counted(raises.stream().map(Unknown::severity).toList()));
        }
        if (!clears.isEmpty()) {
            parts.add("could clear " + counted(clears.stream().map(Finding::severity).toList()));
        }
        if (cells > 0) {
            parts.add("could settle " + cells + (cells == 1 ? " result" : " results") + " of scenarios");
        }
        if (figures > 0) {
            parts.add("could settle " + figures + (figures == 1 ? " figure" : " figures") + " of quorums, leases and clocks");
        }
        return String.join(", ", parts);
    }

    private static String counted(List<Severity> severities) {
        if (severities.size() == 1) {
            return "1 finding (" + severities.get(0).word() + ")";
        }
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = severities.stream().filter(severity::equals).count();
            if (count > 0) {
                parts.add(count + " " + severity.word());
            }
        }
        return severities.size() + " findings (" + String.join(", ", parts) + ")";
    }

    /** Results for journeys that hang on unknown facts, under one failure. */
    private record Hanging(Scenario scenario, List<JourneyImpact> open) {

        /** Those facts, once for each result that hangs on them, and those on which results for data do. */
        private List<Missing> deciding() {
            List<Missing> all = new ArrayList<>();
            open.forEach(impact -> all.addAll(scenario.trace(impact).deciding()));
            for (DataImpact impact : scenario.data()) {
                if (!impact.effects().containsAll(impact.possible())) {
                    all.addAll(impact.deciding());
                }
            }
            return all;
        }
    }

    /** A field of a subject, without the other facts of the subject. */
    private record Field(Kind kind, String id, Key<?> key) {}

    private static final class Tally {
        private final Missing fact;
        private final List<Finding> raises = new ArrayList<>();
        private final List<Finding> clears = new ArrayList<>();
        private int figures;
        private int cells;

        private Tally(Missing fact) {
            this.fact = fact;
        }
    }
}

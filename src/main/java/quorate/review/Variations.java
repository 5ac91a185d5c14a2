package quorate.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import quorate.derive.Deriver;
import quorate.link.Linked;
import quorate.model.Architecture;
import quorate.model.Change;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Missing;
import quorate.model.Subject;

/**
 * Changes one fact at a time and asks the rules again. The work is bounded: so many findings of a project, so many values
 * for each, and of those that clear it only the nearest are held against all rules.
 */
final class Variations {

    /** Values that are tried for one finding. */
    private static final int MOST_VALUES = 150;

    /** Changes that clear a finding and are held against all rules. */
    private static final int MOST_PROVED = 4;

    private final Review review;
    private final List<Rule> rules;
    private final Function<Review.Input, List<Finding>> askAll;
    private final Architecture architecture;
    private final Alternatives alternatives;
    private final Set<Read> reads = new LinkedHashSet<>();
    private final Review.Input observed;
    private final Map<String, Severity> wrong;

    private record Read(Subject subject, Key<?> key) {}

    /** A change after which the rule no longer finds anything. */
    private record Cleared(Change<?> change, boolean own, boolean holds, int distance) {}

    /** @param askAll asks all rules and gives their answers */
    Variations(Review review, List<Rule> rules, Function<Review.Input, List<Finding>> askAll, LocalDate today) {
        this.review = review;
        this.rules = rules;
        this.askAll = askAll;
        this.architecture = review.input().linked().architecture();
        this.alternatives = new Alternatives(review.input().linked(), today);
        Architecture watched = architecture.map(
                entity -> entity.with(entity.facts().observed(key -> reads.add(new Read(entity, key)))),
                link -> link.with(link.facts().observed(key -> reads.add(new Read(link, key)))));
        this.observed = with(watched);
        this.wrong = severities(review.findings());
    }

    Map<String, Clearing> clearings() {
        Map<String, Clearing> clearings = new TreeMap<>();
        review.wrong().stream().limit(review.varied()).forEach(f -> clearing(f).ifPresent(c -> clearings.put(f.id(), c)));
        return clearings;
    }

    /** The nearest change that clears the finding, best one that raises no other; nothing when none was found. */
    Optional<Clearing> clearing(Finding finding) {
        Optional<Rule> rule =
                rules.stream().filter(r -> r.id().equals(finding.rule().id())).findFirst();
        if (rule.isEmpty() || !finding.isWrong()) {
            return Optional.empty();
        }
        List<Cleared> cleared = cleared(rule.get(), finding);
        Optional<Clearing> best = Optional.empty();
        for (Cleared one : cleared.subList(0, Math.min(cleared.size(), MOST_PROVED))) {
            Optional<Clearing> proved = proved(one.change(), finding);
            if (proved.isPresent() && proved.get().raises().isEmpty()) {
                return proved;
            }
            best = best.or(() -> proved);
        }
        return best;
    }

    private List<Cleared> cleared(Rule rule, Finding finding) {
        reads.clear();
        rule.check(in(observed.linked().architecture(), finding.subject()), observed);
        List<Missing> missing = finding.outcome() instanceof Outcome.Presumed presumed ? presumed.missing() : List.of();
        Set<Read> tried = new LinkedHashSet<>();
        missing.forEach(m -> tried.add(new Read(in(architecture, m.subject()), m.key())));
        reads.stream().filter(r -> isSame(r.subject(), finding.subject())).forEach(tried::add);
        tried.addAll(reads);
        Changeable changeable = new Changeable(finding.subject(), missing);
        List<Cleared> cleared = new ArrayList<>();
        int left = MOST_VALUES;
        for (Read read : tried) {
            if (left > 0 && changeable.allows(read.subject(), read.key())) {
                left -= attempt(rule, finding, read.subject(), read.key(), left, cleared);
            }
        }
        cleared.sort(Comparator.comparing(Cleared::holds)
                .reversed()
                .thenComparing(c -> !c.own())
                .thenComparing(Cleared::distance));
        return cleared;
    }

    /** Tries the values of one fact; says how many were tried. */
    private <T> int attempt(Rule rule, Finding finding, Subject subject, Key<T> key, int most, List<Cleared> cleared) {
        int tried = 0;
        for (Fact<T> then : alternatives.of(subject, key)) {
            if (tried == most) {
                break;
            }
            tried++;
            Change<T> change = new Change<>(subject, key, subject.get(key), then);
            Review.Input input = with(architecture.replacing(change.applied()));
            Outcome outcome = rule.check(in(input.linked().architecture(), finding.subject()), input);
            boolean holds = outcome instanceof Outcome.Holds;
            if (holds || outcome instanceof Outcome.DoesNotApply) {
                cleared.add(new Cleared(change, isSame(subject, finding.subject()), holds, tried));
            }
        }
        return tried;
    }

    /** Derives anew what rules read, and asks all of them. */
    private Optional<Clearing> proved(Change<?> change, Finding finding) {
        Linked changed = linked(architecture.replacing(change.applied()));
        Map<String, Severity> after = severities(askAll.apply(new Review.Input(changed, Deriver.derive(changed))));
        if (after.containsKey(finding.id())) {
            return Optional.empty();
        }
        List<String> raised = after.entrySet().stream()
                .filter(now -> !wrong.containsKey(now.getKey()) || now.getValue().compareTo(wrong.get(now.getKey())) < 0)
                .map(Map.Entry::getKey)
                .toList();
        return Optional.of(new Clearing(change, raised));
    }

    private Review.Input with(Architecture changed) {
        return new Review.Input(linked(changed), review.input().derived());
    }

    private Linked linked(Architecture changed) {
        Linked linked = review.input().linked();
        return new Linked(changed, linked.catalog(), linked.technologies());
    }

    private static Subject in(Architecture architecture, Subject subject) {
        return architecture.subject(subject.kind(), subject.id()).map(Subject.class::cast).orElse(subject);
    }

    private static boolean isSame(Subject one, Subject other) {
        return one.kind() == other.kind() && one.id().equals(other.id());
    }

    private static Map<String, Severity> severities(List<Finding> findings) {
        return findings.stream()
                .filter(Finding::isWrong)
                .collect(Collectors.toMap(Finding::id, Finding::severity, (a, b) -> a, TreeMap::new));
    }
}

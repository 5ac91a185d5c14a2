package quorate.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import quorate.catalog.Catalog;
import quorate.catalog.ChecklistItem;

/** Answers the items of the checklist from the findings of the rules, and the computations that ran. */
final class Checklist {

    /** What the engine computes, and when a project gives it something to compute. */
    static final Map<String, Predicate<Review.Input>> COMPUTATIONS = Map.of(
            "cap-class", in -> !in.derived().positions().isEmpty(),
            "partition-behaviour", in -> !in.derived().positions().isEmpty(),
            "effective-consistency", in -> !in.derived().positions().isEmpty(),
            "quorum-arithmetic", in -> !in.derived().agreements().isEmpty(),
            "load-loops", in -> !in.derived().loops().loops().isEmpty(),
            "timeout-budget", in -> !in.derived().budgets().stream().allMatch(b -> b.steps().isEmpty()),
            "pattern-selection", in -> true,
            "failure-scenarios", in -> !in.derived().scenarios().isEmpty(),
            "recovery-time", in -> !in.derived().scenarios().isEmpty());

    private final Catalog catalog;
    private final Set<String> rules;

    Checklist(Catalog catalog, List<Rule> rules) {
        this.catalog = catalog;
        this.rules = rules.stream().map(Rule::id).collect(Collectors.toSet());
    }

    List<ChecklistAnswer> answers(List<Finding> findings, Review.Input input) {
        List<ChecklistAnswer> answers = new ArrayList<>();
        for (ChecklistItem item : catalog.checklist()) {
            List<String> asked = item.rules().stream().filter(rules::contains).toList();
            List<String> computed =
                    item.computations().stream().filter(COMPUTATIONS::containsKey).toList();
            List<Finding> mine =
                    findings.stream().filter(f -> asked.contains(f.rule().id())).toList();
            boolean ran = computed.stream().anyMatch(c -> COMPUTATIONS.get(c).test(input));
            answers.add(new ChecklistAnswer(item, answer(asked, computed, mine, ran), mine, asked, computed));
        }
        return answers;
    }

    private static String answer(List<String> asked, List<String> computed, List<Finding> findings, boolean ran) {
        if (asked.isEmpty() && computed.isEmpty()) {
            return ChecklistAnswer.NOT_REVIEWED;
        }
        if (findings.stream().anyMatch(f -> f.outcome() instanceof Outcome.Violated && f.acceptance().isEmpty())) {
            return "violated";
        }
        if (findings.stream().anyMatch(f -> f.outcome() instanceof Outcome.Presumed && f.acceptance().isEmpty())) {
            return "presumed";
        }
        if (findings.stream().anyMatch(f -> f.outcome() instanceof Outcome.Unknown)) {
            return "question";
        }
        if (findings.stream().anyMatch(Finding::isWrong)) {
            return "accepted";
        }
        if (findings.stream().anyMatch(f -> f.outcome() instanceof Outcome.Holds)) {
            return "holds";
        }
        return ran ? "computed" : "does not apply";
    }
}

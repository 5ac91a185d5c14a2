package quorate.review.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.OperationsKind;
import quorate.review.Calls;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** What is needed to see and mend a failure does not fail with it. */
final class RecoveryDependsOnFailed implements Rule.OfEntity {

    @Override
    public String id() {
        return "recovery-depends-on-failed";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.OPERATIONS);
    }

    @Override
    public Outcome check(Entity part, Review.Input in) {
        Reasons reasons = Reasons.of(part, Keys.OPERATIONS_KIND, Keys.RUNS_ON, Keys.REPAIRS);
        if (!part.get(Keys.RUNS_ON).isKnown()) {
            boolean standsAlone = part.get(Keys.RUNS_ON).statedNone();
            boolean ask = part.get(Keys.OPERATIONS_KIND).is(k -> k != OperationsKind.ADMINISTRATION)
                    || part.get(Keys.REPAIRS).isKnown();
            return standsAlone || !ask
                    ? Outcome.notApplicable()
                    : reasons.lacks(part, Keys.RUNS_ON).unknown();
        }
        Calls calls = Calls.in(in);
        List<String> product = part.get(Keys.RUNS_ON).or(List.of()).stream()
                .filter(id -> calls.component(id).filter(c -> c.kind() != Kind.EXTERNAL).isPresent() && calls.isProduct(id))
                .toList();
        boolean status = part.get(Keys.OPERATIONS_KIND).is(OperationsKind.STATUS_PAGE);
        List<String> both = new ArrayList<>(part.get(Keys.RUNS_ON).or(List.of()));
        both.retainAll(part.get(Keys.REPAIRS).or(List.of()));
        if (status && !product.isEmpty()) {
            return reasons.violated(Severity.MEDIUM, "Users learn nothing while " + calls.name(product.get(0)) + " is down: "
                    + part.title() + " runs on it.");
        }
        if (!both.isEmpty()) {
            boolean watches = part.get(Keys.OPERATIONS_KIND).is(OperationsKind.MONITORING);
            return reasons.violated(watches ? Severity.MEDIUM : Severity.HIGH, "When " + calls.name(both.get(0)) + " is down, "
                    + part.title() + " is down too and cannot help to " + (watches ? "see" : "mend") + " it: it runs on what it is to "
                    + (watches ? "watch." : "repair."));
        }
        return product.isEmpty() || part.get(Keys.REPAIRS).isKnown()
                ? reasons.holds()
                : reasons.lacks(part, Keys.REPAIRS).unknown();
    }
}

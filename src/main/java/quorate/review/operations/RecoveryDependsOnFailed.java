package quorate.review.operations;

import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.OperationsKind;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Places;
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
        List<String> product = part.get(Keys.RUNS_ON).or(List.of()).stream().filter(id -> serves(id, in)).toList();
        boolean status = part.get(Keys.OPERATIONS_KIND).is(OperationsKind.STATUS_PAGE);
        List<String> both = part.get(Keys.RUNS_ON).or(List.of()).stream()
                .flatMap(on -> part.get(Keys.REPAIRS).or(List.of()).stream().filter(to -> takesDown(to, on, in)))
                .toList();
        if (status && !product.isEmpty()) {
            return reasons.violated(Severity.MEDIUM, "Users learn nothing while " + calls.name(product.get(0)) + " is down: "
                    + part.title() + " runs on it.");
        }
        if (!both.isEmpty()) {
            boolean watches = part.get(Keys.OPERATIONS_KIND).is(OperationsKind.MONITORING);
            return reasons.violated(Severity.HIGH, "When " + name(both.get(0), in) + " is down, "
                    + part.title() + " is down too and cannot help to " + (watches ? "see" : "mend") + " it: it runs on what it is to "
                    + (watches ? "watch." : "repair."));
        }
        boolean outside = part.get(Keys.RUNS_ON).or(List.of()).stream()
                .allMatch(id -> calls.component(id).filter(c -> c.kind() == Kind.EXTERNAL).isPresent());
        return outside || part.get(Keys.REPAIRS).isKnown()
                ? reasons.holds()
                : reasons.lacks(part, Keys.REPAIRS).unknown();
    }

    /** Whether users need it: others wait for it, a journey leads over it, or it is a critical entry to what it calls. */
    private static boolean serves(String id, Review.Input in) {
        Calls calls = Calls.in(in);
        boolean entry = in.linked().architecture().isEntry(id);
        boolean front = calls.isEntry(id) && calls.from(id).stream().anyMatch(calls::waits)
                && calls.component(id).filter(c -> Importance.of(c, in).critical()).isPresent();
        return entry || front || calls.callers(id) > 0 || calls.from(id).stream().anyMatch(calls::onJourney) || calls.to(id).stream().anyMatch(calls::onJourney);
    }

    /** Losing the first is losing the second: the same, or a fault domain in which all of it stands. */
    private static boolean takesDown(String lost, String runsOn, Review.Input in) {
        Places places = Places.in(in);
        if (lost.equals(runsOn) || places.around(runsOn).contains(lost)) {
            return true;
        }
        return Calls.in(in).component(runsOn)
                .filter(c -> c.get(Keys.PLACEMENT)
                        .is(p -> !p.isEmpty() && p.stream().allMatch(place -> places.around(place).contains(lost))))
                .isPresent();
    }

    private static String name(String id, Review.Input in) {
        return in.linked().architecture().find(Kind.FAULT_DOMAIN, id).map(Entity::title).orElse(Calls.in(in).name(id));
    }
}

package quorate.review.failure;

import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words;
import quorate.model.Words.AutomationAction;
import quorate.model.Words.FailoverMode;
import quorate.model.Words.Signal;
import quorate.review.Calls;
import quorate.review.Copies;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** What decides that something is dead can tell death from load, a partition or a pause, and does not flap. */
final class DetectorMisjudges implements Rule.OfEntity {

    private static final Set<AutomationAction> DRASTIC = Set.of(
            AutomationAction.PROMOTE, AutomationAction.FAIL_OVER, AutomationAction.EVICT, AutomationAction.REPLACE,
            AutomationAction.SCALE_IN, AutomationAction.RESTART);

    private static final Set<Signal> TELLING = Set.of(Signal.INDIRECT_PROBE, Signal.PHI_ACCRUAL, Signal.PROGRESS);

    @Override
    public String id() {
        return "detector-misjudges";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.STORE, Kind.SERVICE, Kind.AUTOMATION);
    }

    @Override
    public Outcome check(Entity entity, Review.Input in) {
        boolean signalled = !entity.get(Keys.DETECTOR_SIGNAL).isUnknown() || !entity.get(Keys.DETECTOR_HYSTERESIS).isUnknown();
        boolean acts = entity.kind() == Kind.AUTOMATION
                ? entity.get(Keys.AUTOMATION_ACTION).is(DRASTIC::contains)
                : entity.get(Keys.FAILOVER_MODE).is(FailoverMode.AUTOMATIC);
        if (!acts && !signalled) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(entity, Keys.AUTOMATION_ACTION, Keys.FAILOVER_MODE, Keys.DETECTOR_SIGNAL,
                Keys.DETECTOR_HYSTERESIS, Keys.DETECTOR_TIMEOUT, Keys.DETECTOR_MISSES, Keys.DETECTOR_INTERVAL);
        boolean telling = entity.get(Keys.DETECTOR_SIGNAL).is(TELLING::contains);
        if (telling || entity.get(Keys.DETECTOR_HYSTERESIS).isKnown()) {
            return reasons.holds();
        }
        boolean known = entity.get(Keys.DETECTOR_SIGNAL).isKnown();
        if (known && entity.get(Keys.DETECTOR_HYSTERESIS).statedNone()) {
            String signal = entity.get(Keys.DETECTOR_SIGNAL).map(Words::written).or("").replace('-', ' ');
            Severity severity = Importance.of(entity, in).weigh(acts ? Severity.HIGH : Severity.MEDIUM);
            if (entity.get(Keys.AUTOMATION_ACTION).is(AutomationAction.SCALE_IN)) {
                return reasons.violated(severity, "Capacity that is needed can be taken away: " + entity.title() + " judges by "
                        + signal + ", which falls as well when requests do not arrive or wait elsewhere, and has no hysteresis.");
            }
            return reasons.violated(severity, "A healthy member can be taken for dead: " + entity.title() + " judges by " + signal
                            + ", which looks the same under load, a pause or a partition, and has no hysteresis.");
        }
        return worthAsking(entity, acts, in)
                ? reasons.lacks(entity, Keys.DETECTOR_SIGNAL, Keys.DETECTOR_HYSTERESIS).unknown()
                : Outcome.notApplicable();
    }

    /** Unless its signal is stated, a store is not asked when its automation is, nor when the product brings its own detector. */
    private static boolean worthAsking(Entity entity, boolean acts, Review.Input in) {
        if (entity.kind() == Kind.AUTOMATION) {
            return acts || entity.get(Keys.AUTOMATION_ACTION).isUnknown();
        }
        if ((acts || Importance.of(entity, in).critical()) && entity.get(Keys.DETECTOR_SIGNAL).isKnown()) {
            return !Importance.of(entity, in).minor(); // half of the answer is that the signal alone does not tell
        }
        boolean automated = in.linked().architecture().all(Kind.AUTOMATION).stream()
                .anyMatch(a -> a.get(Keys.ACTS_ON).or(List.of()).contains(entity.id()));
        boolean matters = Importance.of(entity, in).critical() || Calls.in(in).reliedOn(entity.id());
        return acts && !automated && matters && !Copies.of(entity, in).builtInFailover();
    }
}

package quorate.review.failure;

import java.util.Optional;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words.Claim;
import quorate.model.Words.FailoverMode;
import quorate.model.Words.Purpose;
import quorate.model.Words.Topology;
import quorate.review.Calls;
import quorate.review.Copies;
import quorate.review.DataNeeds;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** A standby that is fed what stopped the active one does not stop too: the input is put aside first, or comes later. */
final class CommonModeStandby implements Rule.OfEntity {

    @Override
    public String id() {
        return "common-mode-standby";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.SERVICE, Kind.STORE);
    }

    @Override
    public Outcome check(Entity entity, Review.Input in) {
        Reasons reasons = Reasons.of(entity, Keys.FAILOVER_MODE, Keys.FAILOVER_QUARANTINE);
        if (entity.get(Keys.FAILOVER_QUARANTINE).isKnown()) {
            return reasons.holds();
        }
        boolean takesOver = entity.get(Keys.FAILOVER_MODE).is(mode -> mode != FailoverMode.NONE);
        if (takesOver && entity.get(Keys.FAILOVER_QUARANTINE).statedNone()) {
            return reasons.violated(Importance.of(entity, in).weigh(Severity.MEDIUM), "What stops or spoils " + entity.title()
                    + " does the same to its standby next: both get the same input, and nothing puts it aside or holds it back.");
        }
        Optional<Outcome> fed = entity.kind() == Kind.SERVICE && entity.get(Keys.FAILOVER_MODE).is(FailoverMode.AUTOMATIC)
                ? fed(entity, reasons, in)
                : Optional.empty();
        return fed.orElseGet(() -> matters(entity, takesOver, in)
                ? reasons.lacks(entity, Keys.FAILOVER_QUARANTINE).unknown()
                : Outcome.notApplicable());
    }

    /** A critical service with someone to take its place, or a store that matters, and whose copy is the only way out that is known. */
    private static boolean matters(Entity entity, boolean takesOver, Review.Input in) {
        Copies copies = Copies.of(entity, in);
        if (entity.kind() == Kind.STORE) {
            boolean copied = takesOver || (copies.several() && copies.is(Topology.MULTI_LEADER));
            boolean needed = DataNeeds.of(entity, in).noLoss() || Importance.of(entity, in).critical() || Calls.in(in).reliedOn(entity.id());
            boolean restored = entity.get(Keys.BACKUP_INDEPENDENT).is(true) && entity.get(Keys.RESTORE_TESTED).isKnown();
            return copied && needed && !restored && !copies.builtInFailover() && !copies.is(Topology.CONSENSUS);
        }
        boolean independent = entity.get(Keys.CLAIM).is(Claim.INDEPENDENT) && copies.several();
        return Importance.of(entity, in).critical() && (takesOver || independent);
    }

    /** What the channels say that feed both the active member and its standby; empty where none does. */
    private static Optional<Outcome> fed(Entity service, Reasons reasons, Review.Input in) {
        Optional<Outcome> answer = Optional.empty();
        for (Entity input : in.linked().architecture().all(Kind.CHANNEL)) {
            if (!feeds(input, service, in)) {
                continue;
            }
            reasons.saw(input, Keys.DEAD_LETTER, Keys.MAX_DELIVERIES);
            boolean putAside = input.get(Keys.DEAD_LETTER).isKnown() || input.get(Keys.MAX_DELIVERIES).isKnown();
            if (putAside) {
                answer = Optional.of(reasons.holds());
            } else if (input.get(Keys.DEAD_LETTER).statedNone() && input.get(Keys.MAX_DELIVERIES).statedNone()) {
                return Optional.of(reasons.violated(Importance.of(service, in).weigh(Severity.MEDIUM),
                        "The message that stops " + service.title() + " stops its standby next: both read "
                                + input.title() + " in the same order, and nothing puts a message aside."));
            } else {
                return Optional.of(reasons.lacks(input, Keys.DEAD_LETTER, Keys.MAX_DELIVERIES).unknown());
            }
        }
        return answer;
    }

    private static boolean feeds(Entity channel, Entity service, Review.Input in) {
        Calls calls = Calls.in(in);
        boolean pushed = calls.from(channel.id()).stream().map(Link::to).anyMatch(service.id()::equals);
        boolean pulled = calls.from(service.id()).stream()
                .filter(link -> link.to().equals(channel.id()))
                .anyMatch(link -> link.get(Keys.LINK_PURPOSE).is(Purpose.CONSUME));
        return pushed || pulled;
    }
}

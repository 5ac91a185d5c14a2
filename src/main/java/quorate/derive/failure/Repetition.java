package quorate.derive.failure;

import java.util.List;
import java.util.Set;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Words;

/**
 * Whether a request whose answer is lost is done twice: it changes something, the caller tries again, and the receiver does not
 * recognise it.
 *
 * @param certain whether it is stated that it happens
 * @param possible whether it may, by hand or by a retry that is not stated; only where it is stated that the call changes
 *     something, or that it is tried again
 */
record Repetition(boolean certain, boolean possible, Evidence why, Set<Missing> deciding) {

    static Repetition of(Link link) {
        Fact<Words.Effect> effect = link.get(Keys.EFFECT);
        Fact<Words.Purpose> purpose = link.get(Keys.LINK_PURPOSE);
        Fact<String> key = link.get(Keys.IDEMPOTENCY_KEY);
        boolean again = link.get(Keys.RETRY).or(List.of()).stream().anyMatch(Repetition::repeats);
        boolean changes = effect.is(e -> e != Words.Effect.READ_ONLY);
        boolean mayChange = changes || (effect.isUnknown() && again
                && (purpose.is(Words.Purpose.WRITE) || purpose.is(Words.Purpose.CALL)));
        boolean absorbed = key.isKnown() || purpose.is(Words.Purpose.READ);
        Evidence why = Evidence.derived(
                link.to() + " does what it is asked, and " + link.from() + " does not learn of it",
                Evidence.of(link, Keys.EFFECT),
                Evidence.of(link, Keys.RETRY),
                Evidence.of(link, Keys.IDEMPOTENCY_KEY));
        boolean certain = changes && again && key.statedNone() && !absorbed;
        Set<Missing> missing = key.isUnknown()
                ? Set.of(new Missing(link, Keys.IDEMPOTENCY_KEY))
                : effect.isUnknown() ? Set.of(new Missing(link, Keys.EFFECT)) : Set.of();
        return new Repetition(certain, mayChange && !absorbed, why, certain ? Set.of() : missing);
    }

    private static boolean repeats(Facts layer) {
        return layer.get(Keys.RETRY_UNBOUNDED).is(true) || layer.get(Keys.RETRY_ATTEMPTS).is(n -> n > 1);
    }
}

package quorate.review.failure;

import java.util.List;
import java.util.Optional;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words.Admission;
import quorate.model.Words.Backoff;
import quorate.model.Words.Criticality;
import quorate.model.Words.LinkMode;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Messages;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** Retries add load just when there is least capacity; a small count, a total bound or a budget limits what they add. */
final class RetryUnbounded implements Rule.OfLink {

    private static final int SMALL = 5;

    @Override
    public String id() {
        return "retry-unbounded";
    }

    @Override
    public Outcome check(Link link, Review.Input in) {
        Calls calls = Calls.in(in);
        boolean redelivery = Messages.consumed(link, in)
                .filter(channel -> channel.id().equals(link.from()) || !link.get(Keys.MODE).is(LinkMode.SYNC))
                .isPresent();
        if (link.get(Keys.RETRY).statedNone() || redelivery) {
            return Outcome.notApplicable(); // how often a channel delivers again is a matter of the channel
        }
        Importance importance = Importance.of(link, in);
        if (link.get(Keys.RETRY).isUnknown()) {
            return ofNothingStated(link, importance, calls);
        }
        Reasons reasons = Reasons.of(link, Keys.RETRY, Keys.TIMEOUT_TOTAL).addAll(importance.because());
        boolean open = false;
        Optional<Facts> together = Optional.empty();
        for (Facts layer : link.get(Keys.RETRY).or(List.of())) {
            boolean forEver = layer.get(Keys.RETRY_UNBOUNDED).is(true);
            if (layer.get(Keys.RETRY_BUDGET).isKnown() || (!forEver && bounded(link, layer))) {
                continue;
            }
            boolean unpaused = layer.get(Keys.RETRY_BACKOFF).is(Backoff.NONE); // then no bound in time helps
            boolean limitless = forEver || unpaused || link.get(Keys.TIMEOUT_TOTAL).statedNone();
            if (large(layer) && limitless && layer.get(Keys.RETRY_BUDGET).statedNone()) {
                if (mayConsume(link, calls)) {
                    return reasons.lacks(link, Keys.LINK_PURPOSE).unknown();
                }
                return reasons.violated(importance.weigh(Severity.MEDIUM),
                        calls.name(link.to()) + " cannot recover under the retries of " + calls.name(link.from()) + ": "
                                + many(layer) + pause(layer) + ", and no budget limits them.");
            }
            boolean uncounted = layer.get(Keys.RETRY_ATTEMPTS).isUnknown() && layer.get(Keys.RETRY_BUDGET).statedNone()
                    && !link.get(Keys.TIMEOUT_TOTAL).isKnown();
            boolean critical = importance.critical() || link.get(Keys.CRITICALITY).is(Criticality.CRITICAL);
            boolean alike = unpaused || layer.get(Keys.RETRY_JITTER).is(false);
            if (((uncounted || (large(layer) && limitless)) && alike) || (forEver && critical && !mayConsume(link, calls))) {
                together = together.or(() -> Optional.of(layer));
            }
            open |= large(layer) || layer.get(Keys.RETRY_ATTEMPTS).isUnknown();
        }
        if (!open) {
            return reasons.holds();
        }
        if (importance.minor()) {
            return Outcome.notApplicable();
        }
        reasons.lacksWithin(link, Keys.RETRY);
        String left = link.get(Keys.BREAKER_THRESHOLD).isKnown() ? "; only an open breaker stops them." : ".";
        return together.map(layer -> reasons.presumed(importance.weigh(Severity.MEDIUM), calls.name(link.to())
                        + " cannot recover under the retries of " + calls.name(link.from()) + ": "
                        + (large(layer) ? many(layer) : "it tries again") + pause(layer)
                        + (large(layer) ? ", and no budget is stated" : ", nothing says how often, and no budget limits it") + left))
                .orElseGet(reasons::unknown);
    }

    /** Retries are asked for where a call matters and nothing at the callee is said to hold them off. */
    private static Outcome ofNothingStated(Link link, Importance importance, Calls calls) {
        Optional<Entity> callee = calls.component(link.to())
                .filter(to -> !to.get(Keys.SHEDDING).isKnown() && !to.get(Keys.RATE_LIMIT).isKnown())
                .filter(to -> !to.get(Keys.ADMISSION).is(Admission.PACED));
        boolean ask = (importance.critical() || link.get(Keys.CRITICALITY).is(Criticality.CRITICAL)) && calls.waits(link)
                && callee.isPresent();
        return ask
                ? Reasons.of(callee.get(), Keys.ADMISSION).addAll(importance.because()).lacks(link, Keys.RETRY).unknown()
                : Outcome.notApplicable();
    }

    /** It joins a channel, and whether messages go there or come from there is not stated. */
    private static boolean mayConsume(Link link, Calls calls) {
        return calls.component(link.to()).filter(c -> c.kind() == Kind.CHANNEL).isPresent()
                && link.get(Keys.LINK_PURPOSE).isUnknown() && !link.get(Keys.MODE).is(LinkMode.SYNC);
    }

    private static boolean bounded(Link link, Facts layer) {
        boolean small = layer.get(Keys.RETRY_ATTEMPTS).is(n -> n <= SMALL);
        boolean timed = link.get(Keys.TIMEOUT_TOTAL).isKnown()
                && layer.get(Keys.RETRY_BACKOFF).is(b -> b != Backoff.NONE);
        return small || timed;
    }

    private static boolean large(Facts layer) {
        return layer.get(Keys.RETRY_UNBOUNDED).is(true) || layer.get(Keys.RETRY_ATTEMPTS).is(n -> n > SMALL);
    }

    private static String many(Facts layer) {
        return layer.get(Keys.RETRY_UNBOUNDED).is(true)
                ? "it retries for ever"
                : "it tries up to " + layer.get(Keys.RETRY_ATTEMPTS).or(0) + " times";
    }

    private static String pause(Facts layer) {
        boolean none = layer.get(Keys.RETRY_BACKOFF).is(Backoff.NONE);
        boolean together = layer.get(Keys.RETRY_JITTER).is(false);
        return none ? " without a pause" : together ? " without jitter" : "";
    }
}

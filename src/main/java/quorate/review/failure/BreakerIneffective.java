package quorate.review.failure;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.ValueType;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** A circuit breaker can open at the traffic there is, tries again with care, and leaves the caller something to do. */
final class BreakerIneffective implements Rule.OfLink {

    @Override
    public String id() {
        return "breaker-ineffective";
    }

    @Override
    public Outcome check(Link link, Review.Input in) {
        if (!link.get(Keys.BREAKER_THRESHOLD).isKnown()) {
            return Outcome.notApplicable();
        }
        Calls calls = Calls.in(in);
        Importance importance = Importance.of(link, in);
        Reasons reasons = Reasons.of(link, Keys.BREAKER_THRESHOLD, Keys.BREAKER_WINDOW, Keys.BREAKER_MIN_CALLS,
                Keys.BREAKER_WAIT, Keys.BREAKER_HALF_OPEN, Keys.CALL_RATE, Keys.FALLBACK, Keys.ON_FAILURE);
        String breaker = "the circuit breaker of " + calls.name(link.from()) + " for " + calls.name(link.to());
        if (neverOpens(link)) {
            double seen = link.get(Keys.CALL_RATE).value().get() * seconds(link.get(Keys.BREAKER_WINDOW).value().get());
            return reasons.violated(importance.weigh(Severity.MEDIUM), capital(breaker) + " can never open: at the busiest"
                    + " hour it counts " + Math.round(Math.floor(seen)) + " calls in its window of "
                    + ValueType.Span.text(link.get(Keys.BREAKER_WINDOW).value().get()) + " and needs "
                    + link.get(Keys.BREAKER_MIN_CALLS).or(0) + ".");
        }
        if (connectionLimit(link)) {
            return reasons.violated(importance.weigh(Severity.LOW), "Failing calls keep going to " + calls.name(link.to())
                    + ": what is called a breaker is a limit on connections ('" + link.get(Keys.BREAKER_THRESHOLD).or("")
                    + "') and opens on no error.");
        }
        Optional<Duration> objective = in.linked().architecture().system().get(Keys.RTO).value();
        if (objective.isPresent() && link.get(Keys.BREAKER_WAIT).is(w -> w.compareTo(objective.get()) > 0)) {
            return reasons.violated(importance.weigh(Severity.LOW), "An outage outlasts the recovery time objective of "
                    + ValueType.Span.text(objective.get()) + " because " + breaker + " stays open for "
                    + ValueType.Span.text(link.get(Keys.BREAKER_WAIT).value().get()) + ".");
        }
        if (link.get(Keys.BREAKER_HALF_OPEN).statedNone()) {
            return reasons.violated(importance.weigh(Severity.LOW), "All traffic returns to " + calls.name(link.to())
                    + " at once when " + breaker + " closes: no number of trial calls limits it.");
        }
        boolean told = link.get(Keys.FALLBACK).isKnown() || link.get(Keys.ON_FAILURE).isKnown();
        if (told || !importance.critical()) {
            return reasons.holds();
        }
        return reasons.lacks(link, Keys.FALLBACK).unknown();
    }

    private static boolean neverOpens(Link link) {
        return link.get(Keys.CALL_RATE)
                .is(rate -> link.get(Keys.BREAKER_WINDOW)
                        .is(window -> link.get(Keys.BREAKER_MIN_CALLS).is(least -> rate * seconds(window) < least)));
    }

    private static double seconds(Duration span) {
        return span.toNanos() / 1e9;
    }

    private static boolean connectionLimit(Link link) {
        String threshold = link.get(Keys.BREAKER_THRESHOLD).or("").toLowerCase(Locale.ROOT);
        return threshold.contains("connections") && !threshold.contains("fail") && !threshold.contains("error");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

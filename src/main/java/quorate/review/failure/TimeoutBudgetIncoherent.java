package quorate.review.failure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.ValueType;
import quorate.model.Words.Boundary;
import quorate.model.Words.FailoverMode;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** A caller waits at least as long as its callee may take, also after a failover, and attempts do not multiply. */
final class TimeoutBudgetIncoherent implements Rule.OfLink {

    /** Two layers of three attempts each are still usual. */
    private static final int MOST_ATTEMPTS = 9;

    @Override
    public String id() {
        return "timeout-budget-incoherent";
    }

    @Override
    public Outcome check(Link link, Review.Input in) {
        Calls calls = Calls.in(in);
        if (!calls.waits(link)) {
            return Outcome.notApplicable();
        }
        return afterFailover(link, calls, in)
                .or(() -> longerThanTheCaller(link, calls, in))
                .or(() -> multiplied(link, calls, in))
                .orElseGet(() -> rest(link, calls, in));
    }

    private static Optional<Outcome> afterFailover(Link link, Calls calls, Review.Input in) {
        Optional<Duration> distant = link.get(Keys.TIMEOUT_AFTER_FAILOVER).value();
        Optional<Duration> one = Stream.of(Keys.TIMEOUT_TRY, Keys.TIMEOUT_TOTAL)
                .flatMap(key -> link.get(key).value().stream())
                .min(Comparator.naturalOrder());
        if (distant.isEmpty() || one.isEmpty() || distant.get().compareTo(one.get()) <= 0) {
            return Optional.empty();
        }
        return Optional.of(Reasons.of(link, Keys.TIMEOUT_AFTER_FAILOVER, Keys.TIMEOUT_TRY, Keys.TIMEOUT_TOTAL)
                .violated(Importance.of(link, in).weigh(Severity.MEDIUM), "After a failover every call of "
                        + calls.name(link.from()) + " to " + calls.name(link.to()) + " times out: it takes "
                        + text(distant.get()) + " over that path, and the caller waits " + text(one.get()) + "."));
    }

    /** A call into this link's caller that ends before this link may have answered. */
    private static Optional<Outcome> longerThanTheCaller(Link link, Calls calls, Review.Input in) {
        Optional<Duration> wait = Waits.longest(link);
        // A store does not ask the group that elects its leader while it answers a request.
        boolean inRequest = calls.component(link.from()).filter(from -> from.kind() == Kind.SERVICE).isPresent();
        if (wait.isEmpty() || !inRequest) {
            return Optional.empty();
        }
        for (Link outer : calls.to(link.from())) {
            Optional<Duration> patience = calls.waits(outer) ? Waits.patience(outer) : Optional.empty();
            boolean shorter = patience.isPresent() && patience.get().compareTo(wait.get()) < 0;
            boolean one = calls.together(outer, link);
            boolean unsaid = in.linked().architecture().all(Kind.JOURNEY).isEmpty();
            if (shorter && (one || unsaid) && !Waits.certain(link)) {
                return calls.worthAsking(link)
                        ? Optional.of(Reasons.of(outer, Keys.TIMEOUT_TOTAL, Keys.TIMEOUT_TRY)
                                .saw(link, Keys.TIMEOUT_TRY, Keys.RETRY).lacks(link, Keys.TIMEOUT_TOTAL).unknown())
                        : Optional.empty();
            }
            if (shorter && (one || unsaid)) {
                Severity severity = Importance.of(link, in).weigh(Severity.MEDIUM);
                return Optional.of(Reasons.of(outer, Keys.TIMEOUT_TOTAL, Keys.TIMEOUT_TRY)
                        .saw(link, Keys.TIMEOUT_TOTAL, Keys.TIMEOUT_TRY, Keys.RETRY)
                        .conclude("longest wait of " + link.title() + " = " + text(wait.get()))
                        .violated(one ? severity : severity.lowered(), calls.name(outer.from()) + " gives up on "
                                + calls.name(link.from()) + " after " + text(patience.get()) + " while that may still wait "
                                + text(wait.get()) + " for " + calls.name(link.to())
                                + ", so work goes on that nobody wants any more."));
            }
        }
        return Optional.empty();
    }

    private static Optional<Outcome> multiplied(Link link, Calls calls, Review.Input in) {
        Optional<Integer> own = Waits.attempts(link);
        if (own.isEmpty() || own.get() < 2) {
            return Optional.empty();
        }
        Reasons reasons = Reasons.of(link, Keys.RETRY);
        List<Link> layers = new ArrayList<>(List.of(link));
        int product = own.get() * above(link, calls, new HashSet<>(Set.of(link.from())), layers);
        if (product <= MOST_ATTEMPTS || product == own.get()) {
            return Optional.empty();
        }
        layers.forEach(layer -> reasons.saw(layer, Keys.RETRY));
        if (!layers.stream().allMatch(TimeoutBudgetIncoherent::unbudgeted)) {
            return calls.worthAsking(link) ? Optional.of(reasons.lacksWithin(link, Keys.RETRY).unknown()) : Optional.empty();
        }
        return Optional.of(reasons.conclude("attempts multiplied over the path = " + product)
                .violated(Importance.of(link, in).weigh(Severity.MEDIUM), "One request becomes up to " + product
                        + " attempts at " + calls.name(link.to()) + " while it fails: every layer above retries on its own,"
                        + " and no budget bounds the sum."));
    }

    /** No layer has a budget, and that is stated. */
    private static boolean unbudgeted(Link link) {
        return link.get(Keys.RETRY).or(List.of()).stream().allMatch(r -> r.get(Keys.RETRY_BUDGET).statedNone());
    }

    private static int above(Link link, Calls calls, Set<String> seen, List<Link> layers) {
        int most = 1;
        for (Link outer : calls.to(link.from())) {
            Optional<Integer> attempts = calls.waits(outer) && seen.add(outer.from()) ? Waits.attempts(outer) : Optional.empty();
            if (attempts.isPresent() && (attempts.get() > 1) && calls.together(outer, link)) {
                layers.add(outer);
                most = Math.max(most, attempts.get() * above(outer, calls, seen, layers));
            }
        }
        return most;
    }

    private static Outcome rest(Link link, Calls calls, Review.Input in) {
        Optional<Entity> callee = calls.component(link.to());
        boolean farAway = callee.isPresent()
                && callee.get().get(Keys.FAILOVER_BOUNDARY).is(b -> b.compareTo(Boundary.REGION) >= 0)
                && callee.get().get(Keys.FAILOVER_MODE).is(m -> m != FailoverMode.NONE);
        boolean ask = farAway && link.get(Keys.TIMEOUT_AFTER_FAILOVER).isUnknown() && Importance.of(link, in).critical();
        Reasons reasons = Reasons.of(link, Keys.TIMEOUT_TOTAL, Keys.TIMEOUT_TRY, Keys.TIMEOUT_AFTER_FAILOVER, Keys.RETRY);
        if (ask) {
            reasons.add(Evidence.of(callee.get(), Keys.FAILOVER_BOUNDARY));
            return reasons.lacks(link, Keys.TIMEOUT_AFTER_FAILOVER, Keys.TIMEOUT_TOTAL).unknown();
        }
        return Waits.longest(link).isPresent() ? reasons.holds() : Outcome.notApplicable();
    }

    private static String text(Duration span) {
        return ValueType.Span.text(span);
    }
}

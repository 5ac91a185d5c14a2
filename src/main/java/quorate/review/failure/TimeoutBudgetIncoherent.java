package quorate.review.failure;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import quorate.derive.budget.Budget;
import quorate.derive.call.Wait;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Keys;
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
                .or(() -> cutShort(link, calls, in))
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

    /** A caller above gives up before this call may have ended. */
    private static Optional<Outcome> longerThanTheCaller(Link link, Calls calls, Review.Input in) {
        return in.derived().budgeted(link).stream()
                .filter(one -> one.step().limit().isPresent())
                .flatMap(one -> compared(one.step(), one.budget().operation().certain(), calls, in).stream())
                .findFirst();
    }

    private static Optional<Outcome> compared(Budget.Step step, boolean certain, Calls calls, Review.Input in) {
        Link link = step.call().link();
        Link outer = step.limit().get().link();
        if (step.news()) {
            Severity severity = Importance.of(link, in).weigh(Severity.MEDIUM);
            Reasons reasons = Reasons.of(outer, Keys.TIMEOUT_TOTAL, Keys.TIMEOUT_TRY)
                    .saw(link, Keys.TIMEOUT_TOTAL, Keys.TIMEOUT_TRY, Keys.RETRY)
                    .conclude("longest wait of " + link.title() + " = " + step.call().formula());
            return Optional.of(reasons.violated(certain ? severity : severity.lowered(), tooLong(step, outer, calls)));
        }
        boolean unlessSooner = link.get(Keys.TIMEOUT_TOTAL).isKnown() && link.get(Keys.TIMEOUT_TRY).isUnknown()
                && step.call().total().most() > step.left().most();
        if (unlessSooner && !Importance.of(link, in).minor()) {
            return Optional.of(Reasons.of(outer, Keys.TIMEOUT_TOTAL, Keys.TIMEOUT_TRY)
                    .saw(link, Keys.TIMEOUT_TOTAL, Keys.RETRY).lacks(link, Keys.TIMEOUT_TRY).unknown());
        }
        boolean unlessBounded = link.get(Keys.TIMEOUT_TOTAL).isUnknown()
                && step.call().attempts().least() > step.left().most();
        return unlessBounded && calls.worthAsking(link)
                ? Optional.of(Reasons.of(outer, Keys.TIMEOUT_TOTAL, Keys.TIMEOUT_TRY)
                        .saw(link, Keys.TIMEOUT_TRY, Keys.RETRY).lacks(link, Keys.TIMEOUT_TOTAL).unknown())
                : Optional.empty();
    }

    private static String tooLong(Budget.Step step, Link outer, Calls calls) {
        Link link = step.call().link();
        Wait wait = step.call().total();
        boolean near = outer.to().equals(link.from());
        String callee = calls.name(link.to());
        String spent = step.elapsed() == 0 ? "" : ", after calls that may take " + Wait.text(step.elapsed());
        String hangs = wait.least() == Wait.ENDLESS ? "wait without end" : "still wait " + wait.words();
        return calls.name(outer.from()) + " gives up on " + calls.name(outer.to()) + " after "
                + Wait.text(step.limit().get().patience().most()) + " while " + (near ? "that" : calls.name(link.from()))
                + " may " + hangs + " for " + callee + spent + ", so work goes on that nobody wants any more.";
    }

    private static Optional<Outcome> multiplied(Link link, Calls calls, Review.Input in) {
        for (Budget.Of one : in.derived().budgeted(link)) {
            Budget.Step step = one.step();
            boolean many = step.call().load().stated() >= 2 && step.multiplied().stated() > MOST_ATTEMPTS
                    && step.multiplied().stated() > step.call().load().stated();
            if (one.budget().operation().certain() && many && step.layers().toList().size() > 1) {
                return multiplied(step, calls, in);
            }
        }
        return Optional.empty();
    }

    private static Optional<Outcome> multiplied(Budget.Step step, Calls calls, Review.Input in) {
        Link link = step.call().link();
        Reasons reasons = Reasons.none();
        step.layers().toList().forEach(layer -> reasons.saw(layer, Keys.RETRY));
        if (step.multiplied().least() <= MOST_ATTEMPTS) {
            return calls.worthAsking(link) ? Optional.of(reasons.lacksWithin(link, Keys.RETRY).unknown()) : Optional.empty();
        }
        String product = step.multiplied().words();
        return Optional.of(reasons.conclude("attempts multiplied over the path = " + product)
                .violated(Importance.of(link, in).weigh(Severity.MEDIUM), "One request becomes up to " + product
                        + " attempts at " + calls.name(link.to()) + " while it fails: every layer above retries on its own,"
                        + " and no budget bounds the sum."));
    }

    /** A bound inside another that is no longer never takes effect. */
    private static Optional<Outcome> cutShort(Link link, Calls calls, Review.Input in) {
        Optional<Duration> total = link.get(Keys.TIMEOUT_TOTAL).value();
        boolean connecting = total.isPresent() && link.get(Keys.TIMEOUT_CONNECT).is(c -> c.compareTo(total.get()) >= 0);
        boolean again = link.get(Keys.RETRY)
                .is(layers -> layers.stream().anyMatch(layer -> layer.get(Keys.RETRY_ATTEMPTS).is(n -> n > 1)));
        boolean trying = total.isPresent() && again && link.get(Keys.TIMEOUT_TRY).is(t -> t.compareTo(total.get()) >= 0);
        if (!connecting && !trying) {
            return Optional.empty();
        }
        Reasons reasons = Reasons.of(
                link, Keys.TIMEOUT_TOTAL, Keys.TIMEOUT_TRY, Keys.TIMEOUT_READ, Keys.TIMEOUT_CONNECT, Keys.RETRY);
        String call = calls.name(link.from()) + " to " + calls.name(link.to());
        return Optional.of(reasons.violated(Importance.of(link, in).weigh(Severity.LOW), trying
                ? "A call of " + call + " that hangs is never tried again: one attempt may take "
                        + text(link.get(Keys.TIMEOUT_TRY).value().get()) + ", and the whole call is given up after " + text(total.get()) + "."
                : "A call of " + call + " waits its whole " + text(total.get()) + " for a machine that is gone: the bound of "
                        + text(link.get(Keys.TIMEOUT_CONNECT).value().get()) + " on connecting never takes effect."));
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
        boolean bounded = link.get(Keys.TIMEOUT_TOTAL).isKnown() || link.get(Keys.TIMEOUT_TRY).isKnown();
        return bounded ? reasons.holds() : Outcome.notApplicable();
    }

    private static String text(Duration span) {
        return ValueType.Span.text(span);
    }
}

package quorate.derive.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.derive.call.LinkWait;
import quorate.derive.call.Wait;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Subject;
import quorate.model.ValueType;
import quorate.model.Words;

/**
 * Whether calls that wait over one link take all threads or connections of their caller. By Little's law rate x wait calls are
 * in progress at the same time; nothing but a bulkhead, a breaker, or a pool larger than that leaves any for other operations.
 *
 * @param certain whether it certainly happens
 * @param possible whether it happens if unknown facts are at their worst
 * @param deciding unknown facts between the two
 */
record Occupancy(boolean certain, boolean possible, Evidence why, Set<Missing> deciding) {

    private static final Evidence NOT = Evidence.derived("nothing waits");

    /** Of the caller's pool, while the far end of the link does not answer. */
    static Occupancy of(Entity caller, Link link) {
        boolean waits = !link.get(Keys.MODE).is(Words.LinkMode.ASYNC) && !link.get(Keys.NEED).is(Words.Need.STARTUP);
        if (caller.kind() != Kind.SERVICE || !waits || contained(caller, link)) {
            return new Occupancy(false, false, NOT, Set.of());
        }
        Wait wait = LinkWait.longest(link);
        Fact<Double> rate = link.get(Keys.CALL_RATE);
        Optional<Integer> pool = pool(caller);
        boolean counted = rate.isKnown() && pool.isPresent();
        double calls = rate.or(0.0);
        boolean surely = wait.isEndless() || (counted && calls * wait.least() / 1e9 > pool.get());
        boolean maybe = surely || !counted || !wait.isBounded() || calls * wait.most() / 1e9 > pool.get();
        boolean open = bare(caller, link) && link.get(Keys.MODE).is(Words.LinkMode.SYNC);
        List<Evidence> because = new ArrayList<>();
        for (Key<?> key : List.of(Keys.CALL_RATE, Keys.TIMEOUT_TOTAL, Keys.BULKHEAD, Keys.BREAKER_THRESHOLD)) {
            because.add(Evidence.of(link, key));
        }
        because.add(Evidence.of(caller, Keys.POOL));
        because.add(Evidence.of(caller, Keys.ISOLATION));
        boolean certain = surely && open;
        String taken = wait.isEndless()
                ? "calls that wait without end take all that it can do at the same time"
                : counted
                        ? number(calls) + "/s that wait " + words(wait) + ", and " + pool.get() + " at the same time in all"
                        : "calls that wait " + words(wait) + " may take all that it can do at the same time";
        String others = "other operations of " + caller.id() + (certain ? " stand still: " : " may stand still: ");
        return new Occupancy(
                certain,
                maybe,
                Evidence.derived(others + taken, because),
                certain ? Set.of() : deciding(caller, link, wait, surely));
    }

    /** Something keeps calls over this link from taking the whole pool. Cells share the fate of what all of them call. */
    private static boolean contained(Entity caller, Link link) {
        return link.get(Keys.BULKHEAD).isKnown()
                || link.get(Keys.BREAKER_THRESHOLD).isKnown()
                || caller.get(Keys.ISOLATION)
                        .is(i -> i == Words.Isolation.BULKHEADS || i == Words.Isolation.SEPARATE_PROCESSES);
    }

    /** It is stated that nothing does. */
    private static boolean bare(Entity caller, Link link) {
        return link.get(Keys.BULKHEAD).statedNone()
                && link.get(Keys.BREAKER_THRESHOLD).statedNone()
                && !caller.get(Keys.ISOLATION).isUnknown();
    }

    private static Optional<Integer> pool(Entity caller) {
        Fact<Integer> replicas = caller.get(Keys.REPLICAS).isKnown() ? caller.get(Keys.REPLICAS) : caller.get(Keys.SCALE_MIN);
        return caller.get(Keys.POOL).value().flatMap(pool -> replicas.value().map(n -> pool * n));
    }

    private static Set<Missing> deciding(Entity caller, Link link, Wait wait, boolean surely) {
        Set<Missing> missing = new TreeSet<>();
        for (Key<?> key : List.of(Keys.BULKHEAD, Keys.BREAKER_THRESHOLD)) {
            ask(link, key, missing);
        }
        ask(caller, Keys.ISOLATION, missing);
        if (!surely) {
            ask(link, Keys.CALL_RATE, missing);
            ask(caller, Keys.POOL, missing);
            if (!wait.isBounded()) {
                ask(link, Keys.TIMEOUT_TOTAL, missing);
            }
        }
        return missing;
    }

    private static void ask(Subject subject, Key<?> key, Set<Missing> missing) {
        if (subject.get(key).isUnknown()) {
            missing.add(new Missing(subject, key));
        }
    }

    private static String words(Wait wait) {
        return wait.isUnknown() ? "for a time that is not stated" : wait.words();
    }

    private static String number(double rate) {
        return new ValueType.Rate().show(rate).replace("/s", "");
    }
}

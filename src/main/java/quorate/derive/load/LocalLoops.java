package quorate.derive.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quorate.derive.call.Factor;
import quorate.derive.call.MissLoad;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Words.Delivery;
import quorate.model.Words.LinkMode;

/** Loops that one component closes: a cache that is not filled again, messages that come back, callers that grow in number. */
final class LocalLoops {

    private final Architecture architecture;

    LocalLoops(Architecture architecture) {
        this.architecture = architecture;
    }

    List<LoadLoop> all() {
        List<LoadLoop> all = new ArrayList<>();
        for (Entity store : architecture.all(Kind.STORE)) {
            boolean open = store.get(Keys.MISS_CAPACITY).isUnknown() || store.get(Keys.MISS_CAPACITY).is(share -> share < 1);
            if (store.get(Keys.FRONTS).isKnown() && open) {
                all.add(cache(store));
            }
        }
        architecture.all(Kind.CHANNEL).stream().filter(LocalLoops::comesBack).forEach(channel -> all.add(redelivery(channel)));
        architecture.all(Kind.SERVICE).stream().filter(LocalLoops::grows).forEach(service -> all.add(scaling(service)));
        return all;
    }

    private LoadLoop cache(Entity cache) {
        MissLoad misses = MissLoad.of(cache);
        String origin = cache.get(Keys.FRONTS).value().flatMap(architecture::component).map(Entity::title).orElse("its origin");
        List<String> cut = cache.get(Keys.COALESCING).is(true) ? List.of("misses for one key are joined") : List.of();
        List<String> cutBy = cut.isEmpty()
                ? List.of("joining misses for one key at " + cache.title(), "shedding at " + origin + ", at what it carries alone: entries that are filled stay")
                : List.of();
        return new LoadLoop(
                LoadLoop.Kind.CACHE, cache, cache.title() + " is empty or lost",
                "every request goes on to " + origin + ", whose late answers fill nothing, so that " + cache.title() + " stays empty",
                List.of(misses.why()), misses.gain(), misses.best() == MissLoad.Effect.OVERLOADS, cut, cutBy, misses.deciding());
    }

    private static boolean comesBack(Entity channel) {
        return channel.get(Keys.DELIVERY).is(Delivery.AT_LEAST_ONCE) && !channel.get(Keys.MAX_DELIVERIES).is(n -> n <= 1);
    }

    private static LoadLoop redelivery(Entity channel) {
        Fact<Integer> limit = channel.get(Keys.MAX_DELIVERIES);
        Factor gain = limit.value().map(n -> Factor.exactly(n))
                .orElse(limit.statedNone() ? Factor.exactly(Double.POSITIVE_INFINITY) : Factor.OPEN);
        Set<Missing> deciding = limit.isUnknown() ? Set.of(new Missing(channel, Keys.MAX_DELIVERIES)) : Set.of();
        List<Evidence> factors = List.of(Evidence.derived(
                "one message is delivered up to " + gain.words() + " times",
                Evidence.of(channel, Keys.DELIVERY), Evidence.of(channel, Keys.MAX_DELIVERIES), Evidence.of(channel, Keys.DEAD_LETTER)));
        return new LoadLoop(
                LoadLoop.Kind.REDELIVERY, channel, "a consumer of " + channel.title() + " fails, or is slower than the wait for its answer",
                "messages that are not confirmed are delivered again, beside the new ones", factors, gain, limit.statedNone(), List.of(),
                limit.isKnown()
                        ? List.of("fewer deliveries before a message is put aside", "a pause before each further delivery")
                        : List.of("a limit on the deliveries of one message, and a place for what cannot be handled"),
                deciding);
    }

    private static boolean grows(Entity service) {
        return service.get(Keys.SCALE_MIN).is(n -> n > 0) && service.get(Keys.SCALE_MAX).is(most -> most > service.get(Keys.SCALE_MIN).or(0));
    }

    /** Instances that wait look busy to a signal that counts requests in progress, so that more of them wait for what is slow. */
    private LoadLoop scaling(Entity service) {
        double most = service.get(Keys.SCALE_MAX).or(1) / (double) service.get(Keys.SCALE_MIN).or(1);
        List<Link> calls = architecture.linksFrom(service.id()).stream().filter(link -> !link.get(Keys.MODE).is(LinkMode.ASYNC)).toList();
        List<String> cut = calls.stream().filter(link -> link.get(Keys.BREAKER_THRESHOLD).isKnown())
                .map(link -> "the breaker of " + link.title()).toList();
        Set<Missing> deciding = new TreeSet<>();
        if (service.get(Keys.SCALE_SIGNAL).isUnknown()) {
            deciding.add(new Missing(service, Keys.SCALE_SIGNAL));
        }
        List<Evidence> factors = List.of(Evidence.derived(
                "instances grow up to " + service.get(Keys.SCALE_MAX).or(1) + " / " + service.get(Keys.SCALE_MIN).or(1) + " = " + Factor.exactly(most).words()
                        + " times, if the signal rises while they wait",
                Evidence.of(service, Keys.SCALE_MIN), Evidence.of(service, Keys.SCALE_MAX), Evidence.of(service, Keys.SCALE_SIGNAL)));
        return new LoadLoop(
                LoadLoop.Kind.SCALING, service, "what " + service.title() + " calls gets slow, and the autoscaler lags behind",
                "waiting calls look like work, instances are added, and each puts more calls on what is slow", factors, new Factor(1, 1, most), false,
                cut, List.of("a limit on all calls in progress to one callee, whatever the number of instances", "a signal that does not rise while instances wait"),
                deciding);
    }
}

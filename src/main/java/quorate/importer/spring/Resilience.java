package quorate.importer.spring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorate.importer.Written;
import quorate.importer.settings.Config;
import quorate.importer.settings.Values;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Origin;
import quorate.model.ValueType;
import quorate.model.Words;
import quorate.source.Location;

/**
 * The instances of Resilience4j. An instance is a name that code refers to; which call it bounds is known only when it is called
 * like what is called. What an instance leaves out comes from the configuration that it names as its base, else from the one
 * called default.
 */
final class Resilience {

    private static final List<String> KINDS = List.of("circuitbreaker", "retry", "timelimiter", "bulkhead",
            "thread-pool-bulkhead");
    private static final Map<String, String> WORDS = Map.of(
            "circuitbreaker", "circuit breaker", "retry", "retry", "timelimiter", "time limiter", "bulkhead", "bulkhead",
            "thread-pool-bulkhead", "thread pool bulkhead");

    /** Calls that a circuit breaker counts, and that it must have seen, where nothing is written. */
    private static final int CALLS = 100;

    private final Config config;
    private final Values values;
    private final Location application;

    /**
     * @param config of an application
     * @param application where that is named
     */
    Resilience(Config config, Values values, Location application) {
        this.application = application;
        this.config = config.at("resilience4j").orElseGet(Config::new);
        this.values = values;
    }

    /** The names of all instances, each with the kinds that have one, in words, and where the first is written. */
    Map<String, List<Written>> instances() {
        Map<String, List<Written>> all = new LinkedHashMap<>();
        for (String kind : KINDS) {
            for (String section : List.of("instances", "backends")) {
                config.at(kind, section).map(Config::named).orElse(Map.of()).forEach((name, instance) ->
                        all.computeIfAbsent(name, k -> new ArrayList<>())
                                .add(new Written(WORDS.get(kind), instance.place().orElse(application))));
            }
        }
        return all;
    }

    /** The instances of a kind by name, each with what it leaves out. */
    Map<String, Config> all(String kind) {
        Map<String, Config> all = new LinkedHashMap<>();
        for (String section : List.of("instances", "backends")) {
            config.at(kind, section).map(Config::named).orElse(Map.of()).keySet()
                    .forEach(name -> instance(kind, name).ifPresent(instance -> all.put(name, instance)));
        }
        return all;
    }

    /** Calls that a circuit breaker must have seen to open: what is not set is 100, and a window of fewer calls suffices. */
    static int leastCalls(Config breaker, Values values) {
        int least = values.count(breaker.value("minimumNumberOfCalls")).orElse(CALLS);
        return isTimed(breaker) ? least : Math.min(least, values.count(breaker.value("slidingWindowSize")).orElse(CALLS));
    }

    private static boolean isTimed(Config breaker) {
        return breaker.value("slidingWindowType").filter(w -> w.text().equalsIgnoreCase("TIME_BASED")).isPresent();
    }

    /** What the instances of that name do to a call. */
    void read(String name, Facts.Builder facts) {
        instance("circuitbreaker", name).ifPresent(instance -> breaker(instance, facts));
        instance("retry", name).ifPresent(instance -> retry(instance, facts));
        instance("timelimiter", name).ifPresent(instance ->
                values.span(facts, outside() ? Keys.TIMEOUT_TOTAL : Keys.TIMEOUT_TRY, instance.value("timeoutDuration"), "ms"));
        instance("bulkhead", name).ifPresent(instance -> values.count(facts, Keys.BULKHEAD,
                instance.value("maxConcurrentCalls")));
        instance("thread-pool-bulkhead", name).ifPresent(instance ->
                values.count(facts, Keys.BULKHEAD, instance.value("maxThreadPoolSize")));
    }

    /** By itself a retry goes around the time limiter, so that each attempt has the whole time; the order can be set. */
    private boolean outside() {
        Optional<Integer> limiter = values.count(config.value("timelimiter", "timeLimiterAspectOrder"));
        Optional<Integer> retry = values.count(config.value("retry", "retryAspectOrder"));
        return limiter.isPresent() && retry.isPresent() && limiter.get() > retry.get();
    }

    private Optional<Config> instance(String kind, String name) {
        Optional<Config> own = config.at(kind, "instances", name).or(() -> config.at(kind, "backends", name));
        return own.map(instance -> {
            Config whole = new Config();
            whole.addAll(instance);
            Set<String> seen = new LinkedHashSet<>();
            Optional<String> base = base(instance).or(() -> Optional.of("default"));
            while (base.isPresent() && seen.add(base.get())) {
                Optional<Config> layer = config.at(kind, "configs", base.get());
                layer.ifPresent(whole::addAll);
                base = layer.flatMap(Resilience::base).or(() -> Optional.of("default"));
            }
            return whole;
        });
    }

    private static Optional<String> base(Config config) {
        return config.value("baseConfig").map(Written::text);
    }

    private void breaker(Config instance, Facts.Builder facts) {
        Optional<Written> rate = instance.value("failureRateThreshold");
        Optional<Written> size = instance.value("slidingWindowSize");
        boolean time = isTimed(instance);
        String calls = time || size.isEmpty() ? "calls" : "the last " + size.get().text() + " calls";
        String failed = values.percent(rate).map(share -> share + " of " + calls + " fail").orElse("too many of " + calls
                + " fail");
        String slow = values.percent(instance.value("slowCallRateThreshold"))
                .map(share -> ", or " + share + " are slow" + instance.value("slowCallDurationThreshold")
                        .flatMap(w -> values.span(Optional.of(w), "ms")).map(s -> " (above " + ValueType.Span.text(s) + ")")
                                .orElse(""))
                .orElse("");
        Location at = rate.map(Written::at).orElse(instance.place().orElse(application));
        facts.set(Keys.BREAKER_THRESHOLD, Fact.of(failed + slow, Origin.imported(at,
                rate.isEmpty() ? "no threshold is set" : "")));
        if (time) {
            values.span(facts, Keys.BREAKER_WINDOW, size, "s");
        }
        Optional<Written> least = instance.value("minimumNumberOfCalls");
        values.count(facts, Keys.BREAKER_MIN_CALLS, least);
        if (least.isEmpty()) {
            facts.set(Keys.BREAKER_MIN_CALLS, Fact.of(leastCalls(instance, values), Origin.imported(at, time
                    ? "Resilience4j waits for 100 where nothing is written"
                    : "Resilience4j waits for 100 where nothing is written, or for as many as its window counts")));
        }
        values.span(facts, Keys.BREAKER_WAIT, instance.value("waitDurationInOpenState"), "ms");
        values.count(facts, Keys.BREAKER_HALF_OPEN, instance.value("permittedNumberOfCallsInHalfOpenState"));
    }

    private void retry(Config instance, Facts.Builder facts) {
        Location at = instance.place().orElse(application);
        Facts.Builder one = Facts.at(at).set(Keys.RETRY_LAYER, Fact.of(Words.Layer.CLIENT, Origin.imported(at, "Resilience4j")));
        values.count(one, Keys.RETRY_ATTEMPTS, instance.value("maxAttempts").or(() -> instance.value("maxRetryAttempts")));
        values.span(one, Keys.RETRY_BASE, instance.value("waitDuration"), "ms");
        values.span(one, Keys.RETRY_MAX, instance.value("exponentialMaxWaitDuration"), "ms");
        Optional<Written> grows = instance.value("enableExponentialBackoff");
        Optional<Written> base = grows.or(() -> instance.value("waitDuration"));
        base.ifPresent(w -> one.set(Keys.RETRY_BACKOFF, Fact.of(
                values.isTrue(grows) ? Words.Backoff.EXPONENTIAL : Words.Backoff.FIXED, Origin.imported(w.at(), ""))));
        instance.value("enableRandomizedWait").ifPresent(w ->
                one.set(Keys.RETRY_JITTER, Fact.of(values.isTrue(Optional.of(w)), Values.origin(w))));
        facts.set(Keys.RETRY, Fact.of(List.of(one.build()), Origin.imported(at, "Resilience4j")));
    }
}

package quorate.importer.spring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import quorate.importer.Written;
import quorate.importer.settings.Config;
import quorate.importer.settings.Values;
import quorate.model.ValueType;
import quorate.source.Location;
import quorate.source.Problems;

/**
 * Settings of Resilience4j that do less than they seem to, whichever call they bound. What is not set counts as the library's own
 * value (classes CircuitBreakerConfig and IntervalFunction of Resilience4j 2).
 */
final class ResilienceDoubts {

    private static final Duration OPEN = Duration.ofSeconds(60);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final double GROWTH = 1.5;

    /** A window of so few calls opens by chance. */
    private static final int FEW = 10;

    private static final int NAMED = 6;

    private final Resilience resilience;
    private final Predicate<String> routed;
    private final Location application;
    private final Problems problems;

    /** What cannot be read has been told by whoever reads it as a fact. */
    private final Values values = new Values(new Problems());

    /** @param routed whether a route names the instance; Spring Cloud then limits the time by itself */
    ResilienceDoubts(Resilience resilience, Predicate<String> routed, Location application, Problems problems) {
        this.resilience = resilience;
        this.routed = routed;
        this.application = application;
        this.problems = problems;
    }

    void tell() {
        Map<String, Config> breakers = resilience.all("circuitbreaker");
        breakers.forEach((name, breaker) -> capped("circuit breaker " + name, breaker, "waitDurationInOpenState", OPEN,
                "exponentialMaxWaitDurationInOpenState"));
        resilience.all("retry").forEach((name, retry) -> capped("retry " + name, retry, "waitDuration", RETRY,
                "exponentialMaxWaitDuration"));
        goesOn();
        slow(breakers);
        fewCalls(breakers);
    }

    /** Pauses that are to grow and may not. */
    private void capped(String what, Config instance, String first, Duration unset, String longest) {
        Optional<Written> cap = instance.value(longest);
        Optional<Duration> most = values.span(cap, "ms");
        if (!values.isTrue(instance.value("enableExponentialBackoff")) || most.isEmpty()) {
            return;
        }
        Duration from = values.span(instance.value(first), "ms").orElse(unset);
        double growth = instance.value("exponentialBackoffMultiplier").map(Written::text)
                .filter(text -> text.matches("[0-9]{1,4}(\\.[0-9]{1,6})?")).map(Double::valueOf).orElse(GROWTH);
        if (from.toMillis() * growth > most.get().toMillis()) {
            problems.warning(
                    cap.get().at(),
                    "the pauses of the " + what + " hardly grow: the first is " + ValueType.Span.text(from) + ", and the longest "
                            + ValueType.Span.text(most.get()),
                    "Allow a longest pause of several times the first, or leave the growth out.");
        }
    }

    private void goesOn() {
        List<String> names = new ArrayList<>();
        List<Location> places = new ArrayList<>();
        resilience.all("timelimiter").forEach((name, limiter) -> limiter.value("cancelRunningFuture")
                .filter(w -> w.text().strip().equalsIgnoreCase("false"))
                .ifPresent(w -> {
                    names.add(name);
                    places.add(w.at());
                }));
        if (!names.isEmpty()) {
            problems.warning(
                    places.get(0),
                    "a call goes on in its thread after the time limiter has given it up: cancelRunningFuture is false for "
                            + named(names),
                    "Bound the call itself too, by the read timeout of its client.");
        }
    }

    private void slow(Map<String, Config> breakers) {
        Map<String, Config> limiters = resilience.all("timelimiter");
        Map<String, Location> open = new LinkedHashMap<>();
        breakers.forEach((name, breaker) -> {
            if (!breaker.has("slowCallDurationThreshold") && !limiters.containsKey(name) && !routed.test(name)) {
                open.put(name, breaker.place().orElse(application));
            }
        });
        if (!open.isEmpty()) {
            problems.warning(
                    open.values().iterator().next(),
                    "slow answers do not open a circuit breaker: a call counts as slow after 60s, which is the value of the library, and"
                            + " no time limiter ends it sooner, for " + named(List.copyOf(open.keySet())),
                    "Set slowCallDurationThreshold and slowCallRateThreshold, or a read timeout whose error counts as a failure.");
        }
    }

    private void fewCalls(Map<String, Config> breakers) {
        List<String> names = new ArrayList<>();
        List<Location> places = new ArrayList<>();
        breakers.forEach((name, breaker) -> {
            int least = Resilience.leastCalls(breaker, values);
            if (!breaker.has("minimumNumberOfCalls") && least <= FEW) {
                names.add(name + " (" + least + ")");
                places.add(breaker.place().orElse(application));
            }
        });
        if (!names.isEmpty()) {
            problems.warning(
                    places.get(0),
                    "very few calls can open a circuit breaker, as many as its window counts: " + named(names),
                    "Set minimumNumberOfCalls, and a window that holds more calls.");
        }
    }

    private static String named(List<String> names) {
        String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
        return String.join(", ", names.stream().limit(NAMED).toList()) + more;
    }
}

package quorate.importer.quarkus;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.importer.Written;
import quorate.importer.settings.Config;
import quorate.importer.settings.Values;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Origin;
import quorate.model.Words;
import quorate.source.Location;

/**
 * What MicroProfile Fault Tolerance does to calls, as far as the configuration says it: {@code org.acme.Orders/Timeout/value} for
 * all methods of a class, {@code org.acme.Orders/list/Timeout/value} for one. That is known to bound a call where the class is
 * the interface of a REST client and all its methods are meant; of others it is told.
 */
final class Guards {

    private static final List<String> KINDS = List.of("Timeout", "Retry", "CircuitBreaker", "Bulkhead");
    private static final Pattern SETTING =
            Pattern.compile("(?:(.+)/)?(" + String.join("|", KINDS) + ")/([A-Za-z]+)");
    private static final Map<String, String> UNITS = Map.of("millis", "ms", "seconds", "s", "minutes", "m", "hours", "h");
    private static final Pattern RATIO = Pattern.compile("[01](?:\\.[0-9]{1,6})?");

    private final Values values;
    /** By class, or class and method, the settings below the name of each kind. */
    private final Map<String, Config> all = new LinkedHashMap<>();

    Guards(Config config, Values values) {
        this.values = values;
        config.at("quarkus", "fault-tolerance").ifPresent(group -> group.named().forEach(this::collect));
        config.each((name, written) -> {
            Matcher setting = SETTING.matcher(name);
            if (setting.matches()) {
                String target = Optional.ofNullable(setting.group(1)).orElse("all classes");
                all.computeIfAbsent(target, k -> new Config())
                        .add(setting.group(2) + "." + setting.group(3), written.text(), written.at());
            }
        });
    }

    private void collect(String name, Config group) {
        if (KINDS.stream().anyMatch(group::has)) {
            all.computeIfAbsent(name, k -> new Config()).addAll(group);
        } else {
            group.named().forEach((part, below) -> collect(name + "." + part, below));
        }
    }

    /** Adds to a link what bounds the calls of a client. */
    void read(String client, Facts.Builder link) {
        Optional.ofNullable(all.remove(client)).ifPresent(guards -> {
            guards.at("Timeout").ifPresent(timeout -> span(link, Keys.TIMEOUT_TRY, timeout, "value", "unit"));
            guards.at("Retry").ifPresent(retry -> retry(retry, link));
            guards.at("CircuitBreaker").ifPresent(breaker -> breaker(breaker, link));
            values.count(link, Keys.BULKHEAD, guards.value("Bulkhead", "value"));
        });
    }

    /** What was not read, with its names, at its first place. */
    Optional<Written> untied() {
        List<String> names = new ArrayList<>(new TreeMap<>(all).keySet());
        Optional<Location> at = names.stream().flatMap(name -> all.get(name).place().stream()).findFirst();
        String more = names.size() > 6 ? " and " + (names.size() - 6) + " more" : "";
        return at.map(place -> new Written(String.join(", ", names.stream().limit(6).toList()) + more, place));
    }

    private void span(Facts.Builder facts, Key<Duration> key, Config group, String name, String unitName) {
        String word = group.value(unitName).map(w -> w.text().strip().toLowerCase(Locale.ROOT)).orElse("millis");
        Optional.ofNullable(UNITS.get(word)).ifPresent(unit -> values.span(facts, key, group.value(name), unit));
    }

    private void retry(Config retry, Facts.Builder link) {
        Optional<Location> place = retry.place();
        if (place.isEmpty()) {
            return;
        }
        Origin origin = Origin.imported(place.get(), "Fault Tolerance");
        Facts.Builder one = Facts.at(place.get()).set(Keys.RETRY_LAYER, Fact.of(Words.Layer.CLIENT, origin));
        Optional<Written> retries = retry.value("maxRetries");
        if (retries.filter(w -> w.text().strip().equals("-1")).isPresent()) {
            one.set(Keys.RETRY_UNBOUNDED, Fact.of(true, Values.origin(retries.get())));
        } else {
            values.count(retries).ifPresent(n -> one.set(Keys.RETRY_ATTEMPTS, Fact.of(n + 1, Origin.imported(
                    retries.get().at(), n + (n == 1 ? " retry" : " retries") + " after the first attempt"))));
        }
        span(one, Keys.RETRY_BASE, retry, "delay", "delayUnit");
        retry.value("delay").ifPresent(w -> one.set(Keys.RETRY_BACKOFF, Fact.of(Words.Backoff.FIXED, Values.origin(w))));
        values.count(retry.value("jitter")).ifPresent(n -> one.set(Keys.RETRY_JITTER, Fact.of(
                n > 0, Values.origin(retry.value("jitter").orElseThrow()))));
        link.set(Keys.RETRY, Fact.of(List.of(one.build()), origin));
    }

    private void breaker(Config breaker, Facts.Builder link) {
        Optional<Written> ratio = breaker.value("failureRatio").filter(w -> RATIO.matcher(w.text().strip()).matches());
        Optional<Written> volume = breaker.value("requestVolumeThreshold");
        String calls = values.count(volume).map(n -> "the last " + n + " calls").orElse("calls");
        String share = ratio.map(w -> new BigDecimal(w.text().strip()).movePointRight(2).stripTrailingZeros())
                .map(percent -> percent.toPlainString() + "%").orElse("too many");
        ratio.map(Written::at).or(breaker::place).ifPresent(at -> link.set(Keys.BREAKER_THRESHOLD, Fact.of(
                share + " of " + calls + " fail", Origin.imported(at, ratio.isEmpty() ? "no threshold is set" : ""))));
        values.count(link, Keys.BREAKER_MIN_CALLS, volume);
        span(link, Keys.BREAKER_WAIT, breaker, "delay", "delayUnit");
        values.count(link, Keys.BREAKER_HALF_OPEN, breaker.value("successThreshold"));
    }
}

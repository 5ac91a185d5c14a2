package quorate.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Origin;
import quorate.model.Words;
import quorate.source.Location;

/**
 * Collects what speaks for a dependency between two components and makes one link of each pair. An address says that one calls
 * the other; an order of start alone says only that.
 */
final class LinkBook {

    private static final Pattern TELEMETRY = Pattern.compile(
            "(?i)(^|[^a-z])(otel|otlp|opentelemetry|jaeger|zipkin|prometheus|statsd|sentry|loki|datadog|dd|tracing|metrics|metric)([^a-z]|$)");

    private static final Set<String> PROTOCOLS = Set.of(
            "http", "https", "grpc", "grpcs", "amqp", "amqps", "redis", "rediss", "postgres", "postgresql", "mysql", "mariadb",
            "mongodb", "mongodb+srv", "nats", "kafka", "tcp", "ws", "wss", "ldap", "ldaps", "smtp", "ftp", "sftp", "mqtt",
            "cassandra", "sqlserver", "bolt", "neo4j");

    /** Stands in evidence between the place of an address and the address. */
    static final String NAMES = " names ";

    /** One sighting. */
    private record Sighting(boolean call, Location at, String how, String scheme) {}

    private record Pair(String from, String to) {}

    private final Map<Pair, List<Sighting>> seen = new LinkedHashMap<>();
    private final Map<Pair, List<Function<Facts, Facts>>> settings = new LinkedHashMap<>();

    void call(String from, String to, Location at, String how, String scheme) {
        add(from, to, new Sighting(true, at, how, scheme));
    }

    void startup(String from, String to, Location at, String how) {
        add(from, to, new Sighting(false, at, how, ""));
    }

    private void add(String from, String to, Sighting sighting) {
        if (!from.equals(to)) {
            seen.computeIfAbsent(new Pair(from, to), k -> new ArrayList<>()).add(sighting);
        }
    }

    /** Adds facts to every link to a component, from the callers for which they hold; false when there is no such link. */
    boolean onLinksTo(String to, java.util.function.Predicate<String> from, Function<Facts, Facts> change) {
        List<Pair> pairs = seen.keySet().stream()
                .filter(pair -> pair.to().equals(to) && from.test(pair.from()))
                .toList();
        pairs.forEach(pair -> settings.computeIfAbsent(pair, k -> new ArrayList<>()).add(change));
        return !pairs.isEmpty();
    }

    List<Link> links(Function<String, Kind> kindOf) {
        return seen.entrySet().stream()
                .map(entry -> link(entry.getKey(), entry.getValue(), kindOf.apply(entry.getKey().to())))
                .sorted(java.util.Comparator.comparing(Link::id))
                .toList();
    }

    private Link link(Pair pair, List<Sighting> sightings, Kind target) {
        Optional<Sighting> call = sightings.stream().filter(Sighting::call).findFirst();
        Location at = call.orElse(sightings.get(0)).at();
        String how = how(sightings);
        Facts.Builder facts = Facts.at(at);
        if (call.isPresent()) {
            // Measurements are sent in the background as a rule; the file does not say whether anybody waits for them.
            boolean measures = sightings.stream().filter(Sighting::call).allMatch(s -> TELEMETRY.matcher(place(s.how())).find());
            Words.LinkMode mode = target == Kind.CHANNEL ? Words.LinkMode.ASYNC : Words.LinkMode.SYNC;
            Fact<Words.LinkMode> unstated = Fact.unknown(at);
            facts.set(Keys.MODE, measures ? unstated : Fact.of(mode, Origin.detected(at, how)));
            sightings.stream().filter(s -> PROTOCOLS.contains(protocol(s))).findFirst()
                    .ifPresent(s -> facts.set(Keys.PROTOCOL, Fact.of(protocol(s), Origin.detected(s.at(), s.how()))));
        } else {
            facts.set(Keys.NEED, Fact.of(Words.Need.STARTUP, Origin.imported(at, how)));
        }
        Facts all = facts.build();
        for (Function<Facts, Facts> change : settings.getOrDefault(pair, List.of())) {
            all = change.apply(all);
        }
        return new Link(Link.idOf(pair.from(), pair.to()), pair.from(), pair.to(), all, at);
    }

    /** {@code jdbc:postgresql} reads as {@code postgresql}. */
    private static String protocol(Sighting sighting) {
        return sighting.scheme().substring(sighting.scheme().lastIndexOf(':') + 1);
    }

    /** Evidence for the call first; the order of the file otherwise; at most four, the rest counted. */
    private static String how(List<Sighting> sightings) {
        Map<String, String> byPlace = new LinkedHashMap<>();
        List<Sighting> calls = sightings.stream().filter(Sighting::call).toList();
        List<Sighting> starts = sightings.stream().filter(s -> !s.call()).toList();
        for (List<Sighting> some : List.of(calls, starts)) {
            some.forEach(s -> byPlace.merge(place(s.how()), s.how(), LinkBook::together));
        }
        List<String> words = List.copyOf(byPlace.values());
        List<String> first = words.stream().limit(4).toList();
        String more = words.size() > 4 ? "; and " + (words.size() - 4) + " more" : "";
        return String.join("; ", first) + more;
    }

    private static String place(String how) {
        int names = how.indexOf(NAMES);
        return names < 0 ? how : how.substring(0, names);
    }

    /** {@code X names a} and {@code X names b} as {@code X names a, b}. */
    private static String together(String one, String other) {
        String named = other.substring(place(other).length()).replaceFirst("^" + NAMES, "");
        String before = one.substring(place(one).length()).replaceFirst("^" + NAMES, "");
        return List.of(before.split(", ")).contains(named) ? one : one + ", " + named;
    }
}

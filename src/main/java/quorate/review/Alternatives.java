package quorate.review;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quorate.link.Linked;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Origin;
import quorate.model.Subject;
import quorate.model.ValueType;
import quorate.model.Words.DomainKind;
import quorate.source.Location;
import quorate.source.Node;

/**
 * Values that a fact could have instead, the nearest first: neighbours of a number, fractions and multiples of a time, the
 * other words of a choice, fault domains taken in turn. What nothing is known of gets the vocabulary's example. A value that
 * the vocabulary calls the worse, or that gives something up, is none of them: fewer instances, {@code failover.mode: none}.
 */
final class Alternatives {

    private static final double[] FACTORS = {0.8, 1.25, 0.5, 2, 0.25, 4, 0.1, 10};
    private static final int[] STEPS = {1, -1, 2, -2, 3, 4};

    private final Linked linked;
    private final Architecture architecture;
    private final LocalDate today;

    /** @param today the day on which something would be done that was not done yet */
    Alternatives(Linked linked, LocalDate today) {
        this.linked = linked;
        this.architecture = linked.architecture();
        this.today = today;
    }

    /** Facts that could be stated in the place of this one. */
    <T> List<Fact<T>> of(Subject subject, Key<T> key) {
        Fact<T> now = subject.get(key);
        Origin origin = Origin.declared(subject.at());
        List<Fact<T>> facts = new ArrayList<>();
        Set<T> values = new LinkedHashSet<>(values(subject, key, now));
        now.value().ifPresent(values::remove);
        values.removeIf(value -> value instanceof Enum<?> word && word.name().equals("NONE"));
        now.value().ifPresent(known -> values.removeIf(value -> isWorse(key, known, value)));
        values.forEach(value -> facts.add(Fact.of(value, origin)));
        if (key.equals(Keys.RETRY) && now.isKnown()) {
            facts.add(Fact.none(origin));
        }
        return facts;
    }

    private static <T> boolean isWorse(Key<T> key, T now, T then) {
        int order = key.type().compare(then, now);
        return switch (key.sense()) {
            case RUNS_LOWER_IS_WORSE -> order < 0;
            case RUNS_HIGHER_IS_WORSE -> order > 0;
            default -> false;
        };
    }

    @SuppressWarnings("unchecked")
    private <T> List<T> values(Subject subject, Key<T> key, Fact<T> now) {
        ValueType<T> type = key.type();
        if (type instanceof ValueType.Several<?> several && several.of() instanceof ValueType.Reference reference) {
            boolean places = key.equals(Keys.PLACEMENT) || key.equals(Keys.VOTER_PLACEMENT);
            return places && reference.kinds().contains(Kind.FAULT_DOMAIN)
                    ? (List<T>) spread(subject, (Fact<List<String>>) now)
                    : List.of();
        }
        if (type instanceof ValueType.Several<?> several && several.of() instanceof ValueType.Choice<?> choice) {
            return (List<T>) oneMore(choice, (Fact<List<Object>>) (Fact<?>) now);
        }
        if (type instanceof ValueType.Records records) {
            return (List<T>) records(records, (Fact<List<Facts>>) now);
        }
        return plain(key, now);
    }

    @SuppressWarnings("unchecked")
    private <T> List<T> plain(Key<T> key, Fact<T> now) {
        ValueType<T> type = key.type();
        if (key.equals(Keys.CONSISTENCY) || key.equals(Keys.TRANSACTION_ISOLATION)) {
            return (List<T>) List.copyOf(linked.catalog().consistency().models().keySet());
        }
        if (type instanceof ValueType.Flag) {
            return (List<T>) List.of(true, false);
        }
        if (type instanceof ValueType.Choice<?> choice) {
            return (List<T>) List.of(choice.words().getEnumConstants());
        }
        if (type instanceof ValueType.Count) {
            return (List<T>) counts((Fact<Integer>) now, example(key).map(Integer.class::cast));
        }
        if (type instanceof ValueType.Span) {
            return (List<T>) spans((Fact<Duration>) now, example(key).map(Duration.class::cast));
        }
        if (type instanceof ValueType.Day) {
            return (List<T>) List.of(today);
        }
        boolean open = type instanceof ValueType.Text && !now.isKnown();
        return open || type instanceof ValueType.Share ? example(key).stream().toList() : List.of();
    }

    private static <T> Optional<T> example(Key<T> key) {
        return key.type().read(new Node.Scalar(key.example(), Node.Type.STRING, Location.of("")));
    }

    private static List<Integer> counts(Fact<Integer> now, Optional<Integer> example) {
        List<Integer> counts = new ArrayList<>();
        if (now.isKnown()) {
            for (int step : STEPS) {
                counts.add(now.or(0) + step);
            }
            counts.removeIf(count -> count < 0);
        } else {
            example.ifPresent(counts::add);
            counts.addAll(List.of(1, 2, 3, 5));
        }
        return counts;
    }

    /** Known times in whole milliseconds, so that nobody is told to write 133.333 ms. */
    private static List<Duration> spans(Fact<Duration> now, Optional<Duration> example) {
        List<Duration> spans = new ArrayList<>();
        example.filter(e -> !now.isKnown()).ifPresent(spans::add);
        now.value().or(() -> example).ifPresent(from -> {
            for (double factor : FACTORS) {
                double millis = Math.floor(from.toNanos() / 1e6 * factor);
                if (millis >= 1) {
                    spans.add(Duration.ofMillis((long) millis));
                }
            }
        });
        return spans;
    }

    /** As many entries as there are, or instances, over the fault domains of one kind in turn. */
    private List<List<String>> spread(Subject subject, Fact<List<String>> now) {
        List<String> stated = now.or(List.of());
        int size = stated.isEmpty() ? subject.get(Keys.VOTERS).or(subject.get(Keys.REPLICAS).or(0)) : stated.size();
        Set<List<String>> spreads = new LinkedHashSet<>();
        for (DomainKind kind : DomainKind.values()) {
            List<String> domains = architecture.all(Kind.FAULT_DOMAIN).stream()
                    .filter(domain -> domain.get(Keys.DOMAIN_KIND).is(kind))
                    .map(Entity::id)
                    .toList();
            boolean same = stated.isEmpty() || stated.stream().allMatch(domains::contains);
            if (same && domains.size() > 1 && size > 1 && size <= 99) {
                List<String> spread = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    spread.add(domains.get(i % domains.size()));
                }
                spreads.add(List.copyOf(spread));
            }
        }
        return List.copyOf(spreads);
    }

    private static List<List<Object>> oneMore(ValueType.Choice<?> choice, Fact<List<Object>> now) {
        List<List<Object>> lists = new ArrayList<>();
        for (Object word : choice.words().getEnumConstants()) {
            if (!now.or(List.of()).contains(word)) {
                List<Object> more = new ArrayList<>(now.or(List.of()));
                more.add(word);
                lists.add(List.copyOf(more));
            }
        }
        return lists;
    }

    /** One field of one record at a time. */
    private List<List<Facts>> records(ValueType.Records type, Fact<List<Facts>> now) {
        List<List<Facts>> lists = new ArrayList<>();
        List<Facts> stated = now.or(List.of());
        for (int i = 0; i < stated.size(); i++) {
            for (Key<?> key : type.keys()) {
                for (Facts other : variants(stated.get(i), key)) {
                    List<Facts> copy = new ArrayList<>(stated);
                    copy.set(i, other);
                    lists.add(List.copyOf(copy));
                }
            }
        }
        return lists;
    }

    private <V> List<Facts> variants(Facts facts, Key<V> key) {
        Fact<V> now = facts.get(key);
        if (Changeable.describes(key) || key.type() instanceof ValueType.Records || key.type() instanceof ValueType.Several) {
            return List.of();
        }
        return plain(key, now).stream()
                .filter(value -> !now.is(value))
                .map(value -> facts.with(key, Fact.of(value, Origin.declared(facts.at()))))
                .toList();
    }
}

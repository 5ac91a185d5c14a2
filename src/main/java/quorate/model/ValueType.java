package quorate.model;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.source.Node;

/**
 * How the value of a key is written, read and shown.
 *
 * @param <T> the value in Java
 */
public sealed interface ValueType<T> {

    /** Reads a value; nothing when it is not of this type (the schema has already said so). */
    Optional<T> read(Node node);

    /** The value as a reader sees it, which is also how it may be written. */
    String show(T value);

    /** JSON Schema of a value, without description. */
    Map<String, Object> schema();

    /** Compares two values where one can be worse than the other; 0 where there is no such order. */
    default int compare(T one, T other) {
        return 0;
    }

    /** Free text. */
    record Text() implements ValueType<String> {
        @Override
        public Optional<String> read(Node node) {
            return node.text();
        }

        @Override
        public String show(String value) {
            return value;
        }

        @Override
        public Map<String, Object> schema() {
            return Fragment.of("type", List.of("string", "number", "boolean"));
        }
    }

    /** A whole number from 0. */
    record Count() implements ValueType<Integer> {
        @Override
        public Optional<Integer> read(Node node) {
            return node.text().filter(text -> text.matches("[0-9]{1,9}")).map(Integer::valueOf);
        }

        @Override
        public String show(Integer value) {
            return value.toString();
        }

        @Override
        public Map<String, Object> schema() {
            return Fragment.of("type", "integer", "minimum", 0, "maximum", 999_999_999);
        }

        @Override
        public int compare(Integer one, Integer other) {
            return one.compareTo(other);
        }
    }

    /** True or false. */
    record Flag() implements ValueType<Boolean> {
        @Override
        public Optional<Boolean> read(Node node) {
            return node.text().map(text -> text.equalsIgnoreCase("true")
                    || text.equalsIgnoreCase("yes")
                    || text.equalsIgnoreCase("on"));
        }

        @Override
        public String show(Boolean value) {
            return value.toString();
        }

        @Override
        public Map<String, Object> schema() {
            return Fragment.of("type", "boolean");
        }
    }

    /** A time span with a unit: {@code 500ms}, {@code 30s}, {@code 2h}. */
    record Span() implements ValueType<Duration> {

        /** The largest number that a range shows for the sake of one unit. */
        private static final long LONGEST = 120;
        private static final Pattern FORM = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(us|ms|s|m|h|d)");
        private static final Map<String, Long> NANOS = Map.of(
                "us", 1_000L,
                "ms", 1_000_000L,
                "s", 1_000_000_000L,
                "m", 60_000_000_000L,
                "h", 3_600_000_000_000L,
                "d", 86_400_000_000_000L);

        @Override
        public Optional<Duration> read(Node node) {
            return node.text().flatMap(Span::parse);
        }

        /** Reads text such as {@code 1.5s}; nothing when it has no unit or is longer than 200 years. */
        public static Optional<Duration> parse(String text) {
            Matcher matcher = FORM.matcher(text.trim());
            if (!matcher.matches()) {
                return Optional.empty();
            }
            double nanos = Double.parseDouble(matcher.group(1)) * NANOS.get(matcher.group(2));
            return nanos > 6.3e18 ? Optional.empty() : Optional.of(Duration.ofNanos(Math.round(nanos)));
        }

        @Override
        public String show(Duration value) {
            return text(value);
        }

        /** The span in its largest unit that keeps at most one decimal exact, else in seconds with three. */
        public static String text(Duration value) {
            long nanos = value.toNanos();
            if (nanos == 0) {
                return "0s";
            }
            for (String unit : List.of("d", "h", "m", "s", "ms", "us")) {
                long size = NANOS.get(unit);
                boolean exact = nanos % size == 0 || (nanos > size && nanos * 10 % size == 0 && "s".equals(unit));
                if (nanos >= size && exact) {
                    return nanos % size == 0 ? nanos / size + unit : nanos / size + "." + nanos * 10 / size % 10 + unit;
                }
            }
            return java.math.BigDecimal.valueOf(nanos, 9)
                            .setScale(3, java.math.RoundingMode.HALF_UP)
                            .stripTrailingZeros()
                            .toPlainString()
                    + "s";
        }

        /**
         * Both ends of a range in one unit, {@code 1.45s to 1.5s}; each as it is written elsewhere where one unit would make a
         * number of more than {@value #LONGEST}, {@code 30s to 5m}: nobody divides by 60 at night.
         */
        public static String range(Duration least, Duration most) {
            for (String unit : List.of("d", "h", "m", "s", "ms", "us")) {
                long size = NANOS.get(unit);
                long step = "s".equals(unit) ? size / 100 : size;
                boolean exact = least.toNanos() % step == 0 && most.toNanos() % step == 0;
                if (exact && most.toNanos() >= size && most.toNanos() / size <= LONGEST) {
                    return in(least, size) + unit + " to " + in(most, size) + unit;
                }
            }
            return text(least) + " to " + text(most);
        }

        private static String in(Duration value, long size) {
            return java.math.BigDecimal.valueOf(value.toNanos())
                    .divide(java.math.BigDecimal.valueOf(size), 2, java.math.RoundingMode.UNNECESSARY)
                    .stripTrailingZeros()
                    .toPlainString();
        }

        @Override
        public Map<String, Object> schema() {
            return Fragment.of("type", "string", "pattern", "^[0-9]+(\\.[0-9]+)?(us|ms|s|m|h|d)$");
        }

        @Override
        public int compare(Duration one, Duration other) {
            return one.compareTo(other);
        }
    }

    /** A share, written in per cent: {@code 99.95%}. The value is a ratio from 0 to 1. */
    record Share() implements ValueType<Double> {
        @Override
        public Optional<Double> read(Node node) {
            return node.text()
                    .filter(text -> text.matches("[0-9]+(\\.[0-9]+)?%"))
                    .map(text -> new java.math.BigDecimal(text.substring(0, text.length() - 1))
                            .movePointLeft(2)
                            .doubleValue());
        }

        @Override
        public String show(Double value) {
            return java.math.BigDecimal.valueOf(value)
                            .movePointRight(2)
                            .round(new java.math.MathContext(9))
                            .stripTrailingZeros()
                            .toPlainString()
                    + "%";
        }

        @Override
        public Map<String, Object> schema() {
            return Fragment.of("type", "string", "pattern", "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$");
        }

        @Override
        public int compare(Double one, Double other) {
            return one.compareTo(other);
        }
    }

    /** A rate: {@code 120/s}, {@code 3/min}. The value is per second. */
    record Rate() implements ValueType<Double> {
        private static final Map<String, Double> SECONDS = Map.of("s", 1.0, "min", 60.0, "h", 3600.0, "d", 86400.0);

        @Override
        public Optional<Double> read(Node node) {
            return node.text()
                    .filter(text -> text.matches("[0-9]+(\\.[0-9]+)?/(s|min|h|d)"))
                    .map(text -> text.split("/"))
                    .map(parts -> Double.parseDouble(parts[0]) / SECONDS.get(parts[1]));
        }

        @Override
        public String show(Double value) {
            java.math.BigDecimal rate = java.math.BigDecimal.valueOf(value).round(new java.math.MathContext(4));
            return rate.stripTrailingZeros().toPlainString() + "/s";
        }

        @Override
        public Map<String, Object> schema() {
            return Fragment.of("type", "string", "pattern", "^[0-9]+(\\.[0-9]+)?/(s|min|h|d)$");
        }

        @Override
        public int compare(Double one, Double other) {
            return one.compareTo(other);
        }
    }

    /** A calendar day: {@code 2026-03-31}. */
    record Day() implements ValueType<LocalDate> {
        @Override
        public Optional<LocalDate> read(Node node) {
            try {
                return node.text().map(LocalDate::parse);
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }

        @Override
        public String show(LocalDate value) {
            return value.toString();
        }

        @Override
        public Map<String, Object> schema() {
            return Fragment.of("type", "string", "pattern", "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");
        }

        @Override
        public int compare(LocalDate one, LocalDate other) {
            return one.compareTo(other);
        }
    }

    /** One of a closed set of words, kept as an enum whose names are the words in capitals. */
    record Choice<E extends Enum<E>>(Class<E> words) implements ValueType<E> {
        @Override
        public Optional<E> read(Node node) {
            return node.text().flatMap(this::of);
        }

        /** The constant written as that word. */
        public Optional<E> of(String word) {
            return Arrays.stream(words.getEnumConstants())
                    .filter(constant -> show(constant).equals(word))
                    .findFirst();
        }

        @Override
        public String show(E value) {
            return Words.written(value);
        }

        @Override
        public Map<String, Object> schema() {
            return Fragment.of(
                    "enum", Arrays.stream(words.getEnumConstants()).map(this::show).toList());
        }
    }

    /** The id of another subject, of one of the kinds. */
    record Reference(List<Kind> kinds) implements ValueType<String> {
        public Reference {
            kinds = List.copyOf(kinds);
        }

        @Override
        public Optional<String> read(Node node) {
            return node.text();
        }

        @Override
        public String show(String value) {
            return value;
        }

        @Override
        public Map<String, Object> schema() {
            return Fragment.of("type", "string", "minLength", 1);
        }
    }

    /** A list; a single value counts as a list of one. */
    record Several<T>(ValueType<T> of) implements ValueType<List<T>> {
        @Override
        public Optional<List<T>> read(Node node) {
            List<Node> items = node instanceof Node.Items list ? list.items() : List.of(node);
            List<T> values = new ArrayList<>();
            items.forEach(item -> of.read(item).ifPresent(values::add));
            return Optional.of(List.copyOf(values));
        }

        @Override
        public String show(List<T> value) {
            return String.join(", ", value.stream().map(of::show).toList());
        }

        @Override
        public Map<String, Object> schema() {
            return Fragment.of("anyOf", List.of(of.schema(), Fragment.of("type", "array", "items", of.schema())));
        }
    }

    /** A list of small mappings with keys of their own: the layers of a retry, the steps of a saga. */
    record Records(List<Key<?>> keys, List<String> required) implements ValueType<List<Facts>> {
        public Records {
            keys = List.copyOf(keys);
            required = List.copyOf(required);
        }

        @Override
        public Optional<List<Facts>> read(Node node) {
            List<Node> items = node instanceof Node.Items list ? list.items() : List.of(node);
            List<Facts> records = new ArrayList<>();
            for (Node item : items) {
                records.add(FactsReader.read(item, keys, Origin::declared));
            }
            return Optional.of(List.copyOf(records));
        }

        @Override
        public String show(List<Facts> value) {
            return String.join("; ", value.stream().map(this::one).toList());
        }

        private String one(Facts facts) {
            List<String> parts = new ArrayList<>();
            for (Key<?> key : keys) {
                if (facts.has(key)) {
                    parts.add(key.id() + " " + shown(key, facts));
                }
            }
            return String.join(", ", parts);
        }

        private static <V> String shown(Key<V> key, Facts facts) {
            Fact<V> fact = facts.get(key);
            return fact.value().map(key.type()::show).orElse("none");
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> one = new LinkedHashMap<>(Vocabulary.schemaOf(keys, required));
            return Fragment.of("anyOf", List.of(one, Fragment.of("type", "array", "items", one)));
        }
    }
}

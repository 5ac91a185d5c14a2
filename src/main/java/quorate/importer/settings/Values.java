package quorate.importer.settings;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.importer.Written;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Origin;
import quorate.model.ValueType;
import quorate.source.Problems;

/** Settings as facts. What a setting is and cannot be read as is told. */
public final class Values {

    private static final Pattern ISO = Pattern.compile("(?i)p(?:t?[0-9].*|[0-9]+d.*)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

    private final Problems problems;

    public Values(Problems problems) {
        this.problems = problems;
    }

    /**
     * A time: {@code 500ms}, {@code PT5S}, or a number alone.
     *
     * @param unit what a number alone counts
     */
    public void span(Facts.Builder facts, Key<Duration> key, Optional<Written> written, String unit) {
        span(written, unit).ifPresent(span -> facts.set(key, Fact.of(span, origin(written.get()))));
    }

    public Optional<Duration> span(Optional<Written> written, String unit) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        String text = written.get().text().strip().toLowerCase(Locale.ROOT);
        Optional<Duration> span = NUMBER.matcher(text).matches()
                ? ValueType.Span.parse(text + unit)
                : ISO.matcher(text).matches() ? iso(text) : ValueType.Span.parse(text);
        if (span.isEmpty()) {
            tell(written.get(), "Write a time such as 500ms.");
        }
        return span;
    }

    private static Optional<Duration> iso(String text) {
        try {
            Duration span = Duration.parse(text);
            return span.isNegative() || span.toDays() > 73_000 ? Optional.empty() : Optional.of(span);
        } catch (java.time.format.DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    public void count(Facts.Builder facts, Key<Integer> key, Optional<Written> written) {
        count(written).ifPresent(n -> facts.set(key, Fact.of(n, origin(written.get()))));
    }

    public Optional<Integer> count(Optional<Written> written) {
        Optional<Integer> count = written.map(Written::text).map(String::strip)
                .filter(text -> text.matches("[0-9]{1,9}")).map(Integer::valueOf);
        if (written.isPresent() && count.isEmpty()) {
            tell(written.get(), "Write a whole number.");
        }
        return count;
    }

    /** A share in per cent; nothing when it is none. */
    public Optional<String> percent(Optional<Written> written) {
        Optional<String> share = written.map(Written::text).map(String::strip)
                .map(text -> Pattern.compile("([0-9]{1,3})(?:\\.([0-9]+))?%?").matcher(text))
                .filter(Matcher::matches)
                .map(m -> m.group(1) + (m.group(2) == null || m.group(2).matches("0+") ? "" : "." + m.group(2)) + "%");
        if (written.isPresent() && share.isEmpty()) {
            tell(written.get(), "Write a number of per cent.");
        }
        return share;
    }

    public boolean isTrue(Optional<Written> written) {
        return written.filter(w -> w.text().strip().equalsIgnoreCase("true")).isPresent();
    }

    public static Origin origin(Written written) {
        return Origin.imported(written.at(), "");
    }

    private void tell(Written written, String hint) {
        String text = written.text().length() <= 40 ? "'" + written.text() + "'" : "what is written here";
        problems.warning(written.at(), text + " is not read", hint);
    }
}

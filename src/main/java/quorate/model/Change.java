package quorate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import quorate.source.Location;

/**
 * One fact stated otherwise than it is.
 *
 * @param now as it is known
 * @param then as it would be stated
 */
public record Change<T>(Subject subject, Key<T> key, Fact<T> now, Fact<T> then) {

    /** Words that every reader of YAML takes for text or, as numbers and flags, for what they are. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./%-]*");

    /** The subject with the change made. */
    public Subject applied() {
        Facts facts = subject.facts().with(key, then);
        return subject instanceof Link link ? link.with(facts) : ((Entity) subject).with(facts);
    }

    /** The field as a person would look for it: {@code stores.orders-db.replicas}. */
    public String path() {
        return new Missing(subject, key).path();
    }

    /** What is stated now: a value, {@code none}, or {@code not stated}. */
    public String before() {
        return now.value().map(key.type()::show).orElse(now.statedNone() ? "none" : "not stated");
    }

    /** What would be stated. */
    public String after() {
        return then.value().map(key.type()::show).orElse("none");
    }

    /** Whether the value is but an example, since free text can say anything. */
    public boolean isExample() {
        return key.type() instanceof ValueType.Text && !key.equals(Keys.CONSISTENCY);
    }

    /** Where the fact is written now: the place to change; nothing while it is not stated. */
    public Optional<Location> writtenAt() {
        Provenance provenance = now.origin().provenance();
        boolean written = provenance != Provenance.UNKNOWN && provenance != Provenance.DEFAULT;
        return written ? Optional.of(now.origin().at()) : Optional.empty();
    }

    /** Whether architecture.yaml is the place to write it: it is not stated yet, or stated there. */
    public boolean isDeclared() {
        return writtenAt().isEmpty() || now.origin().provenance() == Provenance.DECLARED;
    }

    /** The YAML to write into architecture.yaml. */
    public String yaml() {
        return new Missing(subject, key).yaml(then.value().map(v -> flow(key.type(), v)).orElse("none"));
    }

    @SuppressWarnings("unchecked")
    private static <V> String flow(ValueType<V> type, V value) {
        if (type instanceof ValueType.Several<?> several) {
            List<String> items = new ArrayList<>();
            ((List<Object>) value).forEach(item -> items.add(flow((ValueType<Object>) several.of(), item)));
            return "[" + String.join(", ", items) + "]";
        }
        if (type instanceof ValueType.Records records) {
            List<String> items = new ArrayList<>();
            ((List<Facts>) value).forEach(facts -> items.add(flow(records, facts)));
            return "[" + String.join(", ", items) + "]";
        }
        String shown = type.show(value);
        boolean text = type instanceof ValueType.Text || type instanceof ValueType.Reference;
        return text && !PLAIN.matcher(shown).matches()
                ? "\"" + shown.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\R", " ") + "\""
                : shown;
    }

    private static String flow(ValueType.Records records, Facts facts) {
        List<String> parts = new ArrayList<>();
        records.keys().stream().filter(facts::has).forEach(key -> parts.add(key.id() + ": " + flow(key, facts)));
        return "{" + String.join(", ", parts) + "}";
    }

    private static <V> String flow(Key<V> key, Facts facts) {
        return facts.get(key).value().map(v -> flow(key.type(), v)).orElse("none");
    }
}

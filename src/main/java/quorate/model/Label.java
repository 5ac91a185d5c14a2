package quorate.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A label of Kubernetes.
 *
 * @param key with its prefix, as in {@code app.kubernetes.io/name}
 */
public record Label(String key, String value) {

    /** As Kubernetes allows keys and values; an empty value is allowed too, but selects nothing in particular. */
    private static final Pattern KEY =
            Pattern.compile("([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

    /** A label that is written {@code key=value}; nothing where Kubernetes would refuse it. */
    public static Optional<Label> of(String written) {
        int equals = written.indexOf('=');
        if (equals < 0) {
            return Optional.empty();
        }
        Label label = new Label(written.substring(0, equals).trim(), written.substring(equals + 1).trim());
        return Optional.of(label).filter(Label::isWellFormed);
    }

    public boolean isWellFormed() {
        return KEY.matcher(key).matches() && VALUE.matcher(value).matches();
    }

    /** {@code key=value} */
    @Override
    public String toString() {
        return key + "=" + value;
    }
}

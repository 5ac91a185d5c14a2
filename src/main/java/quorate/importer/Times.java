package quorate.importer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many of a node a drawing of a deployment means, by its label: {@code web x4}, {@code Servers (x2)}, {@code web***}.
 *
 * @param number where the label tells it
 * @param several whether it means several, be their number known or not
 */
public record Times(Optional<Integer> number, boolean several) {

    private static final Pattern NUMBER = Pattern.compile("(?:.*[\\s(*])?x(\\d{1,5})\\)?|.*[\\[(](\\d{1,5}) ?x[\\])]");
    private static final Pattern SEVERAL = Pattern.compile(".*\\*{3}.*");

    /** By the label in one line. */
    public static Times of(String label) {
        Matcher number = NUMBER.matcher(label.strip());
        Optional<Integer> known = number.matches()
                ? Optional.of(Integer.valueOf(number.group(1) == null ? number.group(2) : number.group(1)))
                : Optional.empty();
        return new Times(known, known.isPresent() || SEVERAL.matcher(label).matches());
    }

    /** How many there are below so many of what is around; nothing when that or this is not known, or it is too much. */
    public Optional<Integer> below(Optional<Integer> around) {
        return several && number.isEmpty()
                ? Optional.empty()
                : around.map(n -> (long) n * number.orElse(1)).filter(all -> all < 1_000_000).map(Long::intValue);
    }
}

package quorate.source;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the word that was probably meant. */
public final class Spelling {

    private static final int LONGEST = 100;

    private Spelling() {}

    /**
     * The nearest of the known words, if it is near enough to be a slip: at most a third of its letters differ, or two
     * of them have changed places.
     */
    public static Optional<String> nearest(String written, Collection<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = written.toLowerCase(Locale.ROOT).replace('_', '-');
        int best = Integer.MAX_VALUE;
        String nearest = null;
        for (String word : known) {
            int distance = distance(lower, word.toLowerCase(Locale.ROOT));
            if (distance >= 0 && distance < best) {
                best = distance;
                nearest = word;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** How far the words are apart, or -1 when that is too far for a slip. */
    private static int distance(String written, String word) {
        int third = Math.max(1, Math.max(word.length(), written.length()) / 3);
        int bound = Math.max(2, third);
        if (Math.abs(word.length() - written.length()) > bound) {
            return -1;
        }
        int distance = new LevenshteinDistance(bound).apply(written, word);
        if (distance == 2 && Arrays.equals(letters(written), letters(word))) {
            return 1;
        }
        return distance <= third ? distance : -1;
    }

    private static char[] letters(String word) {
        char[] letters = word.toCharArray();
        Arrays.sort(letters);
        return letters;
    }

    /** {@code Did you mean 'x'?} when there is a near word, followed by what is allowed when that is short. */
    public static String hint(String written, Collection<String> known) {
        String meant = nearest(written, known)
                .map(word -> "Did you mean '" + word + "'? ")
                .orElse("");
        return meant + (known.size() <= 40 ? "Allowed: " + String.join(", ", known) + "." : "").trim();
    }
}

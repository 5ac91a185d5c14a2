package quorate.source;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the word that was probably meant. */
public final class Spelling {

    private Spelling() {}

    /** The nearest of the known words, if it is near enough to be a slip: at most a third of its letters differ. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        String lower = written.toLowerCase(Locale.ROOT).replace('_', '-');
        int best = Integer.MAX_VALUE;
        String nearest = null;
        for (String word : known) {
            int distance = LevenshteinDistance.getDefaultInstance().apply(lower, word.toLowerCase(Locale.ROOT));
            if (distance < best) {
                best = distance;
                nearest = word;
            }
        }
        boolean near = nearest != null && best <= Math.max(1, Math.max(nearest.length(), written.length()) / 3);
        return near ? Optional.of(nearest) : Optional.empty();
    }

    /** {@code Did you mean 'x'?} when there is a near word, followed by what is allowed when that is short. */
    public static String hint(String written, Collection<String> known) {
        String meant = nearest(written, known)
                .map(word -> "Did you mean '" + word + "'? ")
                .orElse("");
        return meant + (known.size() <= 40 ? "Allowed: " + String.join(", ", known) + "." : "").trim();
    }
}

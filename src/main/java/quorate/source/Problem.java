package quorate.source;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * Something wrong with an input, told to the person who can mend it.
 *
 * @param message what is wrong, one sentence without full stop
 * @param hint what to write instead; empty if there is nothing to add
 */
public record Problem(Severity severity, Location at, String message, String hint) implements Comparable<Problem> {

    private static final int LONGEST = 1_500;

    public Problem {
        message = clean(message);
        hint = clean(hint);
    }

    /** How bad it is: an error stops the run, a warning is said and the rest is still read. */
    public enum Severity {
        ERROR,
        WARNING
    }

    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::at).thenComparing(Problem::message).thenComparing(Problem::severity);

    public static Problem error(Location at, String message, String hint) {
        return new Problem(Severity.ERROR, at, message, hint);
    }

    public static Problem warning(Location at, String message, String hint) {
        return new Problem(Severity.WARNING, at, message, hint);
    }

    /** On one line, without what a terminal would obey, and short: text of hostile files is quoted in it. */
    private static String clean(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + " ..." : text;
        return cut.replaceAll("[\\r\\n\\t]+", " ").replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The same, its file named from the folder above the given one, since with several projects a place alone is not enough. */
    public Problem in(String folder) {
        String file = Path.of(folder, at.file()).normalize().toString().replace('\\', '/');
        return folder.isEmpty() ? this : new Problem(severity, new Location(file, at.line(), at.column()), message, hint);
    }

    /** {@code file:line:column: error: message}, and the hint on a line of its own. */
    @Override
    public String toString() {
        String word = isError() ? "error" : "warning";
        return at + ": " + word + ": " + message + (hint.isEmpty() ? "" : "\n    " + hint);
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}

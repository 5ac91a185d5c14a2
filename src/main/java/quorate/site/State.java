package quorate.site;

/**
 * The state of a repository from which pages are made.
 *
 * @param commit empty when it is not known
 * @param date of that commit, or of {@code SOURCE_DATE_EPOCH}, as {@code 2026-03-31}; empty when it is not known
 */
public record State(String commit, String date) {

    public static final State UNKNOWN = new State("", "");
}

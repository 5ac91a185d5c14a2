package quorate.site.page;

/**
 * The commit from which a page was made.
 *
 * @param commit shortened; empty when it is not known
 * @param href where it is shown; empty when the repository has no address
 * @param date of the commit, as {@code 2026-03-31}; empty when it is not known
 */
public record Made(String commit, String href, String date) {

    public static final Made UNKNOWN = new Made("", "", "");
}

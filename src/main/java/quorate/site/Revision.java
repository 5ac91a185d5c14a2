package quorate.site;

/**
 * What the site was generated from. All three are handed in; none is asked of the machine.
 *
 * @param version of Quorate
 * @param commit of the repository; empty when it is not known
 * @param date of that commit, or of {@code SOURCE_DATE_EPOCH}, as {@code 2026-03-31}; empty when it is not known
 */
public record Revision(String version, String commit, String date) {}

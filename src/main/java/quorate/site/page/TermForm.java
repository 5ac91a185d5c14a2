package quorate.site.page;

/**
 * A term of the glossary as it may stand in prose.
 *
 * @param text the term or one of its aliases
 * @param id of the term
 * @param anchor of the term in the glossary
 */
public record TermForm(String text, String id, String anchor) {}

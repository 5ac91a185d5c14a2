package quorate.catalog;

import java.util.List;

/**
 * A term of the glossary.
 *
 * @param see the page that says more, as {@code kind:id}, or empty
 */
public record Term(String id, String term, List<String> aliases, String definition, String see, String source) {
    public Term {
        aliases = Absent.list(aliases);
        see = Absent.text(see);
        source = Absent.text(source);
    }
}

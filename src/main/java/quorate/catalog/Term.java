package quorate.catalog;

import java.util.List;

/**
 * A term of the glossary.
 *
 * @param not spellings of its names that are wrong, which the check of the catalog looks for
 * @param everyday those of its names that are everyday words too, and so are not linked in prose
 * @param see the page that says more, as {@code kind:id}, or empty
 */
public record Term(String id, String term, List<String> aliases, String definition, String see, String source,
        List<String> everyday, List<String> not) {
    public Term {
        aliases = Absent.list(aliases);
        see = Absent.text(see);
        source = Absent.text(source);
        everyday = Absent.list(everyday);
        not = Absent.list(not);
    }
}

package quorate.catalog.check;

import java.util.List;
import java.util.regex.Pattern;
import quorate.catalog.Catalog;
import quorate.catalog.Entry;

/** What a schema cannot ask of prose: how it works with a picture, a problem in one sentence, a fitting length. */
final class PartsCheck {

    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```[^\\n]*$");
    private static final Pattern DIAGRAM = Pattern.compile("(?m)^```mermaid$");
    /** A theorem says something instead of working somehow. */
    private static final Pattern HOW = Pattern.compile("(?m)^## (How it works|What it says)$");
    private static final Pattern NEXT_SENTENCE = Pattern.compile("[.?!] +\\p{Lu}");
    private static final int FEWEST_WORDS = 300;
    private static final int MOST_WORDS = 900;

    private final Catalog catalog;
    private final Report report;

    PartsCheck(Catalog catalog, Report report) {
        this.catalog = catalog;
        this.report = report;
    }

    void check() {
        catalog.patterns().values().forEach(pattern -> {
            sentence(pattern, pattern.problem(), "problem");
            sentence(pattern, pattern.summary(), "summary");
            if (!HOW.matcher(pattern.body()).find()) {
                report.error(pattern, "the text does not say how it works", "Give it the heading '## How it works'.");
            }
            diagram(pattern);
            length(pattern);
        });
        catalog.antiPatterns().values().forEach(anti -> {
            sentence(anti, anti.problem(), "problem");
            diagram(anti);
        });
        catalog.technologies().values().forEach(technology -> sentence(technology, technology.summary(), "summary"));
    }

    private void sentence(Entry entry, String text, String field) {
        if (NEXT_SENTENCE.matcher(text).find()) {
            report.error(entry, "'" + field + "' is more than one sentence", "Say the rest in the text below.", field);
        } else if (!List.of('.', '?').contains(text.charAt(text.length() - 1))) {
            report.error(entry, "'" + field + "' does not end as a sentence", "End it with a full stop.", field);
        }
    }

    private void diagram(Entry entry) {
        if (!DIAGRAM.matcher(entry.body()).find()) {
            report.error(entry, "the text has no diagram", "Draw how it works or what happens in a block of 'mermaid'.");
        }
    }

    private void length(Entry entry) {
        String prose = FENCED.matcher(entry.body()).replaceAll(" ").strip();
        int words = prose.isEmpty() ? 0 : prose.split("\\s+").length;
        if (words < FEWEST_WORDS || words > MOST_WORDS) {
            report.warning(entry, "the text has " + words + " words", "Expected are " + FEWEST_WORDS + " to " + MOST_WORDS + ".");
        }
    }
}

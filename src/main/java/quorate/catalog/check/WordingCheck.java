package quorate.catalog.check;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quorate.catalog.Catalog;
import quorate.catalog.Entry;
import quorate.catalog.Term;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Spelling;

/** Terms are spelled as the glossary spells them: what it lists under {@code not} stands nowhere in prose. */
final class WordingCheck {

    /** Fields that quote: titles as printed, words of files, other names under which a reader may search, the list itself. */
    private static final Set<String> QUOTES = Set.of(
            "id", "see", "read", "kind", "aliases", "references", "sources", "detection", "settings",
            "images", "run", "expect", "url", "fix-yaml", "reads", "not", "everyday", "statement", "key", "version", "versions");
    /** Code, and the targets of links. */
    private static final Pattern QUOTED = Pattern.compile("(?ms)^```.*?^```|`[^`\\n]+`|\\]\\([^)]*\\)|https?://\\S+");

    private final Catalog catalog;
    private final Report report;
    private final Map<String, Term> wrong = new HashMap<>();

    WordingCheck(Catalog catalog, Report report) {
        this.catalog = catalog;
        this.report = report;
        catalog.terms().values().forEach(term -> term.not().forEach(form -> wrong.put(form.toLowerCase(Locale.ROOT), term)));
    }

    void check() {
        if (wrong.isEmpty()) {
            return;
        }
        Pattern forms = Pattern.compile("(?i)(?<![\\w./-])(" + wrong.keySet().stream()
                .sorted(Comparator.comparing((String form) -> -form.length()).thenComparing(form -> form))
                .map(Pattern::quote)
                .collect(Collectors.joining("|")) + ")(?![\\w/-]|\\.\\w)");
        for (Entry entry : catalog.entries()) {
            report.places().document(entry).ifPresent(document -> fields(document, forms));
            Matcher found = forms.matcher(blank(entry.body()));
            while (found.find()) {
                tell(found.group(1), report.places().inProse(entry, found.start(1)));
            }
        }
        for (String[] list : List.of(
                new String[] {"glossary.yaml", "terms"}, new String[] {"formulas.yaml", "formulas"},
                new String[] {"checklist.yaml", "items"}, new String[] {"consistency-models.yaml", "models"},
                new String[] {"consistency-models.yaml", "anomalies"})) {
            report.places().items(list[0], list[1]).forEach(item -> fields(item, forms));
        }
    }

    private void fields(Node node, Pattern forms) {
        if (node instanceof Node.Fields fields) {
            fields.values().forEach((name, value) -> {
                if (!QUOTES.contains(name)) {
                    fields(value, forms);
                }
            });
        } else if (node instanceof Node.Items items) {
            items.items().forEach(item -> fields(item, forms));
        } else {
            Matcher found = forms.matcher(blank(node.text().orElse("")));
            while (found.find()) {
                tell(found.group(1), node.at());
            }
        }
    }

    /** The text with spaces where it quotes, so that offsets stay. */
    private static String blank(String text) {
        return QUOTED.matcher(text).replaceAll(quoted -> " ".repeat(quoted.end() - quoted.start()));
    }

    private void tell(String form, Location at) {
        Term term = wrong.get(form.toLowerCase(Locale.ROOT));
        List<String> names = Stream.concat(Stream.of(term.term()), term.aliases().stream()).toList();
        report.error(at, "'" + form + "' is not how the glossary spells it",
                "Write '" + Spelling.nearest(form, names).orElse(term.term()) + "'.");
    }
}

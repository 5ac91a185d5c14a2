package quorate.catalog.check;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import quorate.catalog.Catalog;
import quorate.catalog.Entry;
import quorate.catalog.Mentions;
import quorate.catalog.Pattern;

/**
 * No pattern stands alone: a rule, a technology, or a concern, through which projects select it, refers to it; and another page
 * links to it.
 */
final class OrphanCheck {

    private final Catalog catalog;
    private final Report report;

    OrphanCheck(Catalog catalog, Report report) {
        this.catalog = catalog;
        this.report = report;
    }

    void check() {
        Set<String> used = mentioned(Stream.of(
                        catalog.rules().values(), catalog.technologies().values(), catalog.concerns().values())
                .flatMap(entries -> entries.stream()));
        Set<String> linked = mentioned(catalog.entries().stream());
        for (Pattern pattern : catalog.patterns().values()) {
            String name = "pattern:" + pattern.id();
            if (!used.contains(name)) {
                report.error(pattern, "no rule, technology or concern refers to the pattern '" + pattern.id() + "'",
                        "Name it under 'patterns' where it is looked for or implemented.");
            }
            if (!linked.contains(name)) {
                report.error(pattern, "no other page links to the pattern '" + pattern.id() + "'",
                        "Name it where a reader would come from.");
            }
        }
    }

    private static Set<String> mentioned(Stream<? extends Entry> entries) {
        Set<String> all = new HashSet<>();
        entries.forEach(entry -> all.addAll(Mentions.of(entry)));
        return all;
    }
}

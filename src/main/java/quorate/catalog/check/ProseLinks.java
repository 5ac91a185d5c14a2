package quorate.catalog.check;

import java.util.regex.Matcher;
import quorate.catalog.Catalog;
import quorate.catalog.Entry;
import quorate.catalog.EntryKind;
import quorate.catalog.LearningPath;
import quorate.catalog.Mentions;
import quorate.catalog.Term;
import quorate.source.Location;
import quorate.source.Spelling;

/** Links written as {@code kind:id}, in prose, in the glossary and in learning paths, lead to a page. */
final class ProseLinks {

    private final Catalog catalog;
    private final Report report;

    ProseLinks(Catalog catalog, Report report) {
        this.catalog = catalog;
        this.report = report;
    }

    void check() {
        for (Entry entry : catalog.entries()) {
            Matcher links = Mentions.LINK.matcher(entry.body());
            while (links.find()) {
                link(links.group(1), links.group(2), report.places().inProse(entry, links.start(1)));
            }
        }
        for (LearningPath path : catalog.paths().values()) {
            for (int i = 0; i < path.steps().size(); i++) {
                LearningPath.Step step = path.steps().get(i);
                link(step.kind(), step.target(), report.places().of(path, "steps", i, "read"));
            }
        }
        for (Term term : catalog.terms().values()) {
            if (!term.see().isEmpty()) {
                String[] see = term.see().split(":");
                link(see[0], see[1], report.places().of("glossary.yaml", "terms", term.id(), "see"));
            }
        }
    }

    private void link(String kind, String id, Location at) {
        switch (kind) {
            case "term" -> known(catalog.terms().containsKey(id),
                    "the text links to the term '" + id + "', which the glossary lacks", "", at);
            case "model" -> known(catalog.consistency().models().containsKey(id), "the text: no model '" + id + "'",
                    Spelling.hint(id, catalog.consistency().models().keySet()), at);
            case "anomaly" -> known(catalog.consistency().anomalies().containsKey(id),
                    "the text links to the anomaly '" + id + "', which the consistency models lack", "", at);
            default -> {
                EntryKind of = EntryKind.of(kind).orElseThrow();
                String near = Spelling.nearest(id, catalog.entries().stream().filter(e -> e.kind() == of).map(Entry::id).toList())
                        .map(n -> "Did you mean '" + n + "'?")
                        .orElse("");
                known(catalog.entry(of, id).isPresent() || report.places().hasFile(of, id),
                        "the text: the catalog has no " + kind + " '" + id + "'", near, at);
            }
        }
    }

    private void known(boolean known, String message, String hint, Location at) {
        if (!known) {
            report.error(at, message, hint);
        }
    }
}

package quorate.site;

import java.util.ArrayList;
import java.util.List;
import quorate.catalog.EntryKind;
import quorate.catalog.Pattern;
import quorate.site.page.Backlinks;
import quorate.site.page.CalculatorView;
import quorate.site.page.Mark;
import quorate.site.page.NamedText;
import quorate.site.page.PageLink;
import quorate.site.page.PatternPage;
import quorate.site.page.Table;

/** Builds the page of a pattern. */
final class PatternPages {

    private final Edition edition;

    PatternPages(Edition edition) {
        this.edition = edition;
    }

    PatternPage page(Pattern pattern) {
        Here here = edition.at("pattern", pattern.id());
        Prose.Rendered body = edition.prose().render(pattern.body(), here, pattern.at());
        List<CalculatorView> calculators = new Calculators(edition).of(here, pattern);
        List<Backlinks.Group> relations = relations(here, pattern);
        FrameBuilder frame = edition.frame(here, "pattern", pattern.name())
                .about(pattern.summary())
                .crumb(here.link("Patterns", "page", "patterns"))
                .writtenIn(edition.origin(pattern.at()))
                .heading("Use it when", "fits")
                .heading("Guarantee and price", "guarantees")
                .headings(body.headings())
                .heading(!pattern.parameters().isEmpty(), "Parameters", "parameters")
                .heading(!calculators.isEmpty(), "Calculators", "calculators")
                .heading(!pattern.failureModes().isEmpty(), "Failure modes", "failure-modes")
                .heading(!pattern.alternatives().isEmpty(), "Alternatives", "alternatives")
                .heading(!relations.isEmpty(), "Related", "related")
                .heading(!pattern.implementations().isEmpty(), "Where it is implemented", "implementations")
                .heading("Sources", "sources")
                .find("Pattern", pattern.aliases(), pattern.problem() + " " + body.words());
        return new PatternPage(
                frame.build(),
                pattern.summary(),
                pattern.problem(),
                pattern.aliases(),
                edition.named(here, EntryKind.CONCERN, pattern.concern()),
                new PageLink(ReviewStep.of(pattern.step()).full(),
                        here.href("checklist/index.html#" + ReviewStep.of(pattern.step()).slug())),
                guarantees(pattern),
                pattern.fits().stream().map(Pattern.Force::text).toList(),
                pattern.avoid().stream().map(Pattern.Force::text).toList(),
                pattern.tradeOffs(),
                body.html(),
                parameters(pattern),
                calculators,
                failureModes(pattern),
                alternatives(here, pattern),
                relations,
                implementations(here, pattern),
                pattern.detection().stream().map(trace -> trace.kind() + ": " + trace.value()).toList(),
                pattern.unseen(),
                edition.back().of(here, "pattern", pattern.id()),
                edition.references(pattern));
    }

    private static List<NamedText> guarantees(Pattern pattern) {
        Pattern.Guarantees g = pattern.guarantees();
        List<NamedText> list = new ArrayList<>();
        if (g != null) {
            list.add(new NamedText("Consistency", g.consistency()));
            list.add(new NamedText("Tolerates", g.tolerates()));
            String pacelc = g.pacelc().isEmpty() || g.pacelc().equals(g.cap()) ? "" : ", PACELC " + g.pacelc();
            list.add(new NamedText("Under partition", (g.cap() == null ? "not stated" : g.cap()) + pacelc));
        }
        return list;
    }

    private Table parameters(Pattern pattern) {
        Rows rows = Rows.of(
                "parameters-table", "Parameters of " + pattern.name(), "Parameter", "Rule", "Formula or relation", "Safe value", "Source");
        Calculators calculators = new Calculators(edition);
        pattern.parameters().forEach(p -> rows.row(
                "parameter-" + Slug.of(p.name()),
                Table.Cell.of(p.name()),
                Table.Cell.of(p.rule()),
                formula(p, calculators),
                Table.Cell.of(safe(p)),
                Table.Cell.of(source(pattern, p.source()))));
        return rows.table();
    }

    private static String safe(Pattern.Parameter parameter) {
        if (parameter.safe().isEmpty()) {
            return parameter.unit().isEmpty() ? "" : "not stated; in " + parameter.unit();
        }
        return parameter.safe().contains(parameter.unit()) ? parameter.safe() : parameter.safe() + " " + parameter.unit();
    }

    private static Table.Cell formula(Pattern.Parameter parameter, Calculators calculators) {
        if (parameter.calculator().isEmpty()) {
            return Table.Cell.of(parameter.formula().isEmpty() ? parameter.relation() : parameter.formula());
        }
        PageLink computed = new PageLink(parameter.formula(), "#calculator-" + parameter.calculator());
        return new Table.Cell(
                Mark.NONE, List.of(computed), parameter.relation(), parameter.formula(), calculators.example(parameter), List.of());
    }

    private PageLink source(Pattern pattern, String id) {
        return switch (id) {
            case Pattern.Parameter.DERIVED -> PageLink.plain("follows from the definition");
            case Pattern.Parameter.EXPERIENCE -> PageLink.plain("rule of thumb, no published source");
            default -> edition.cited(pattern, id);
        };
    }

    private static Table failureModes(Pattern pattern) {
        Rows rows = Rows.of("failure-modes-table", "How " + pattern.name() + " fails", "What happens", "What an operator sees");
        pattern.failureModes().forEach(f -> rows.row("", Table.Cell.of(f.what()), Table.Cell.of(f.looksLike())));
        return rows.table();
    }

    private Table alternatives(Here here, Pattern pattern) {
        Rows rows = Rows.of("alternatives-table", "Alternatives to " + pattern.name(), "Pattern", "The question that decides");
        pattern.alternatives().forEach(a -> rows.row(
                "",
                Table.Cell.of(edition.entry(here, EntryKind.PATTERN, a.pattern(), pattern.at())),
                Table.Cell.of(a.question())));
        return rows.table();
    }

    private List<Backlinks.Group> relations(Here here, Pattern pattern) {
        List<Backlinks.Group> groups = new ArrayList<>();
        relation(here, "Needs", pattern.requires(), pattern, groups);
        relation(here, "Goes with", pattern.composes(), pattern, groups);
        relation(here, "Excludes", pattern.excludes(), pattern, groups);
        if (!pattern.rules().isEmpty()) {
            groups.add(new Backlinks.Group("Checked by", edition.entries(here, EntryKind.RULE, pattern.rules(), pattern.at())));
        }
        if (!pattern.incidents().isEmpty()) {
            groups.add(new Backlinks.Group(
                    "Outages that show it", edition.entries(here, EntryKind.INCIDENT, pattern.incidents(), pattern.at())));
        }
        return groups;
    }

    private void relation(Here here, String name, List<String> ids, Pattern from, List<Backlinks.Group> groups) {
        if (!ids.isEmpty()) {
            groups.add(new Backlinks.Group(name, edition.entries(here, EntryKind.PATTERN, ids, from.at())));
        }
    }

    private Table implementations(Here here, Pattern pattern) {
        Rows rows = Rows.of("implementations-table", "Where " + pattern.name() + " is implemented", "System", "What to know", "Settings");
        pattern.implementations().forEach(i -> rows.row(
                "",
                Table.Cell.of(i.technology().isEmpty()
                        ? PageLink.plain(i.name())
                        : edition.entry(here, EntryKind.TECHNOLOGY, i.technology(), pattern.at())),
                Table.Cell.of(i.note() == null ? "" : i.note()),
                Table.Cell.of(String.join(", ", i.settings()))));
        return rows.table();
    }
}

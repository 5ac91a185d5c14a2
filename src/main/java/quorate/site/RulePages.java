package quorate.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import quorate.catalog.EntryKind;
import quorate.catalog.RuleText;
import quorate.model.Kind;
import quorate.review.Severity;
import quorate.site.page.Mark;
import quorate.site.page.PageLink;
import quorate.site.page.RulePage;
import quorate.site.page.Table;

/** Builds the page of a rule. */
final class RulePages {

    private static final String WRONG = "It is broken by";
    private static final int NAMED = 12;

    private final Edition edition;

    RulePages(Edition edition) {
        this.edition = edition;
    }

    RulePage page(RuleText rule) {
        Here here = edition.at("rule", rule.id());
        Prose.Rendered body = edition.prose().render(rule.body(), here, rule.at());
        Table findings = findings(here, rule);
        ReviewStep step = ReviewStep.of(rule.step());
        FrameBuilder frame = edition.frame(here, "rule", rule.title())
                .about(rule.statement())
                .crumb(here.link("Rules", "page", "rules"))
                .writtenIn(edition.origin(rule.at()))
                .heading("What to do", "fix")
                .headings(body.headings())
                .heading("When it is quiet", "quiet")
                .heading("Accept it", "accept")
                .heading(!edition.briefs().isEmpty(), "Findings on this site", "findings")
                .heading("Sources", "sources")
                .find("Rule", List.of(rule.id()), rule.fix() + " " + body.words());
        return new RulePage(
                frame.build(),
                rule.id(),
                rule.statement(),
                Severity.of(rule.severity()).map(Marks::severity).orElse(Mark.NONE),
                rule.raise(),
                rule.presumed(),
                new PageLink(step.full(), here.href("checklist/index.html#" + step.slug())),
                rule.checklist().stream().map(id -> here.maybe(id, "item", id)).toList(),
                rule.reads().stream().map(key -> key(here, key)).toList(),
                rule.question(),
                rule.fix(),
                rule.fixYaml(),
                rule.quietWhen(),
                body.html(),
                new Calculators(edition).on(here, "rule:" + rule.id()),
                acceptance(rule),
                edition.entries(here, EntryKind.PATTERN, rule.patterns(), rule.at()),
                edition.entries(here, EntryKind.INCIDENT, rule.incidents(), rule.at()),
                findings,
                answers(rule),
                edition.back().of(here, "rule", rule.id()),
                edition.references(rule));
    }

    /** {@code link.timeout.total}; the kind may be written with a space, with a hyphen, or as its section. */
    private PageLink key(Here here, String key) {
        int dot = key.indexOf('.');
        if (dot > 0) {
            String kind = key.substring(0, dot);
            for (Kind one : Kind.values()) {
                String word = one.word().replace(' ', '-');
                if (kind.equals(word) || kind.equals(one.section()) || kind.equals(one.word())) {
                    return here.maybe(key, "key", word + key.substring(dot));
                }
            }
        }
        return PageLink.plain(key);
    }

    private static String acceptance(RuleText rule) {
        return "accepted:\n  - rule: " + rule.id() + "\n    subject: <subject of the finding>\n"
                + "    reason: <why the risk is carried>\n    owner: <who answers for it>\n    expires: <day, as 2027-03-31>\n";
    }

    private Table findings(Here here, RuleText rule) {
        Rows rows = Rows.of("findings-table", "Findings of this rule", "Subject", "Severity", "Project*", "What follows");
        for (Brief project : edition.briefs()) {
            for (Brief.Wrong finding : project.findings()) {
                if (finding.rule().equals(rule.id())) {
                    rows.row(
                            "",
                            Table.Cell.of(here.link(finding.subject(), "finding", finding.key())),
                            Table.Cell.of(finding.mark(), "" + finding.severity()),
                            Table.Cell.of(here.link(project.title(), "project", project.id())),
                            Table.Cell.of(finding.message()));
                }
            }
        }
        return rows.bounded(here);
    }

    /** What the rule says of the projects of this site, in a sentence; empty where there are none. */
    private String answers(RuleText rule) {
        if (edition.briefs().isEmpty()) {
            return "";
        }
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (Brief project : edition.briefs()) {
            project.findings().stream()
                    .filter(f -> f.rule().equals(rule.id()))
                    .forEach(f -> answers.computeIfAbsent(WRONG, a -> new ArrayList<>()).add(project.title() + ": " + f.subject()));
            project.answers().stream()
                    .filter(answer -> answer.rule().equals(rule.id()))
                    .forEach(answer -> answers.computeIfAbsent(answer.holds() ? "It holds for" : "It waits for facts about", a -> new ArrayList<>())
                            .add(project.title() + ": " + answer.subject()));
        }
        if (answers.isEmpty()) {
            return "It applies to nothing in the projects of this site.";
        }
        String none = answers.containsKey(WRONG) ? "" : "No project of this site breaks it. ";
        return none + answers.entrySet().stream()
                .filter(a -> !a.getKey().equals(WRONG))
                .map(a -> Phrases.sentence(a.getKey() + " " + some(a.getValue())))
                .collect(Collectors.joining(" "));
    }

    private static String some(List<String> names) {
        return Phrases.list(names.subList(0, Math.min(NAMED, names.size())))
                + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
    }
}

package quorate.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorate.catalog.EntryKind;
import quorate.catalog.RuleText;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Missing;
import quorate.model.PasteYaml;
import quorate.review.Alike;
import quorate.review.Clearing;
import quorate.review.Finding;
import quorate.review.Outcome;
import quorate.review.Question;
import quorate.site.page.AlikeView;
import quorate.site.page.Checked;
import quorate.site.page.FindingView;
import quorate.site.page.Mark;
import quorate.site.page.PageLink;
import quorate.site.page.QuestionView;
import quorate.site.page.Table;

/** Findings and questions as pages show them. */
final class FindingViews {

    /** Subjects of an entry that are named before it is unfolded. */
    private static final int NAMED = 4;

    private final ProjectScope scope;

    FindingViews(ProjectScope scope) {
        this.scope = scope;
    }

    /** Those that are alike as one. */
    List<AlikeView> all(Here here, List<Finding> findings) {
        return alike(findings).stream().map(entry -> entry(here, entry)).toList();
    }

    List<Alike<Finding>> alike(List<Finding> findings) {
        return AlikeFindings.of(findings, scope.review());
    }

    AlikeView entry(Here here, Alike<Finding> entry) {
        return new AlikeView(
                anchor(entry),
                Phrases.count(entry.size(), "subject"),
                subjects(here, entry, NAMED),
                entry.size() > NAMED ? "and " + (entry.size() - NAMED) + " more" : "",
                entry.all().stream().map(f -> view(here, f)).toList());
    }

    /** Of an entry of several; one that stands alone has that of its finding. */
    static String anchor(Alike<Finding> entry) {
        return "alike-" + entry.first().slug();
    }

    private List<PageLink> subjects(Here here, Alike<Finding> entry, int named) {
        return entry.all().stream().limit(named).map(f -> scope.subject(here, f.subject())).toList();
    }

    private FindingView view(Here here, Finding finding) {
        Optional<Clearing> clearing = scope.project().sensitivity().clearing(finding);
        Mark severity = finding.isWrong() ? Marks.severity(finding.severity()) : Mark.NONE;
        return new FindingView(
                finding.slug(),
                finding.id(),
                severity,
                Marks.outcome(finding.outcome()),
                finding.rule().title(),
                scope.subject(here, finding.subject()),
                Phrases.sentence(finding.message()),
                finding.rule().statement(),
                finding.rule().fix(),
                finding.rule().fixYaml(),
                here.maybe(finding.rule().id(), "rule", finding.rule().id()),
                scope.step(here, finding.rule().step()),
                scope.evidence(here, finding.outcome().because()),
                missing(finding.outcome()).stream().map(Missing::path).distinct().toList(),
                finding.rule().patterns().stream().map(id -> scope.edition().named(here, EntryKind.PATTERN, id)).toList(),
                finding.rule().incidents().stream().map(id -> scope.edition().named(here, EntryKind.INCIDENT, id)).toList(),
                finding.acceptance().map(FindingViews::accepted).orElse(""),
                clearing.map(Clearing::words).map(w -> w.replace("->", "→")).orElse(""),
                clearing.map(c -> c.change().yaml()).orElse(""),
                clearing.map(Clearing::raises).orElse(List.of()).stream().map(id -> here.maybe(id.replace("->", "→"), "finding", scope.id() + "/" + id)).toList());
    }

    /** Where rules hold, by rule. */
    List<Checked> checked(Here here, List<Finding> held) {
        Map<RuleText, List<Checked.Place>> rules = new LinkedHashMap<>();
        held.forEach(f -> rules.computeIfAbsent(f.rule(), r -> new ArrayList<>())
                .add(new Checked.Place(f.slug(), scope.subject(here, f.subject()), scope.evidence(here, f.outcome().because()))));
        return rules.entrySet().stream()
                .map(r -> new Checked(r.getKey().title(), r.getKey().statement(), here.maybe(r.getKey().id(), "rule", r.getKey().id()), r.getValue()))
                .toList();
    }

    private static List<Missing> missing(Outcome outcome) {
        if (outcome instanceof Outcome.Unknown unknown) {
            return unknown.missing();
        }
        return outcome instanceof Outcome.Presumed presumed ? presumed.missing() : List.of();
    }

    private static String accepted(Entity acceptance) {
        List<String> parts = new ArrayList<>();
        acceptance.get(Keys.OWNER).value().ifPresent(owner -> parts.add("by " + owner));
        acceptance.get(Keys.EXPIRES).value().ifPresent(day -> parts.add("until " + day));
        String reason = Phrases.sentence(acceptance.get(Keys.REASON).or("No reason is stated"));
        return reason + (parts.isEmpty() ? "" : " Accepted " + String.join(" ", parts) + ".");
    }

    /**
     * The findings as a table that can be narrowed.
     *
     * @param full whether it is the one place at which what is not wrong can be linked to
     */
    Table table(Here here, String id, List<Alike<Finding>> findings, boolean full) {
        Rows rows = Rows.of(id, "Findings of " + scope.title(), "Severity*", "Finding", "Subject", "Outcome*", "Step*", "What follows");
        for (Alike<Finding> entry : findings) {
            Finding finding = entry.first();
            Table.Cell subjects = Table.Cell.of(subjects(here, entry, entry.size()));
            Table.Cell subject = entry.isOne()
                    ? Table.Cell.of(scope.subject(here, finding.subject()))
                    : subjects.sorted(ProjectScope.name(finding.subject())).noted(Phrases.count(entry.size(), "subject"));
            rows.row(
                    !full ? "row-" + finding.slug() : finding.isWrong() ? "" : finding.slug(),
                    Table.Cell.of(Marks.of(finding), (finding.isWrong() ? "" : "9") + finding.severity().ordinal()),
                    Table.Cell.of(derived(here, finding)),
                    subject,
                    Table.Cell.of(finding.acceptance().isPresent() ? "accepted" : Marks.outcome(finding.outcome()).word()),
                    Table.Cell.of(scope.step(here, finding.rule().step())),
                    Table.Cell.of(finding.message().isEmpty() ? "" : Phrases.sentence(finding.message())));
        }
        return rows.table();
    }

    /** To the reasons of a finding, or of the first of those that are alike. */
    PageLink link(Here here, Alike<Finding> entry) {
        Finding first = entry.first();
        String about = entry.isOne() ? ProjectScope.name(first.subject()) : Phrases.count(entry.size(), "subject");
        return scope.link(here, first.rule().title() + ": " + about, "finding", first.id());
    }

    /** Where the reasons of a finding are: below the table if it is wrong, on the page of its step if it holds. */
    private PageLink derived(Here here, Finding finding) {
        boolean holds = finding.outcome() instanceof Outcome.Holds;
        return here.maybe(finding.rule().title(), holds ? "held" : "finding", scope.id() + "/" + finding.id());
    }

    /** {@code State connect timeout and total timeout of orders → payments.} */
    private static String asks(List<Missing> missing) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        missing.forEach(m -> fields.computeIfAbsent(ProjectScope.name(m.subject()), k -> new ArrayList<>()).add(Phrases.field(m.key())));
        return "State " + String.join("; ", fields.entrySet().stream()
                .map(f -> "the " + Phrases.list(f.getValue().stream().distinct().toList()) + " of " + f.getKey()).toList()) + ".";
    }

    QuestionView question(Here here, Question question) {
        return new QuestionView(
                Slug.of(question.id()),
                Marks.severity(question.worst()),
                question.text(),
                scope.subject(here, question.about()),
                question.owner(),
                question.rules().stream().map(rule -> here.maybe(rule.id(), "rule", rule.id())).toList(),
                question.rules().stream().map(RuleText::step).distinct().sorted().map(step -> scope.step(here, step)).toList(),
                asks(question.missing()),
                question.missing().stream().map(m -> m.path().replace("->", "→")).distinct().toList(),
                question.subjects().stream().map(ProjectScope::name).distinct().toList(),
                PasteYaml.of(question.missing()));
    }
}

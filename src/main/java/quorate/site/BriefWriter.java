package quorate.site;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import quorate.catalog.Technology;
import quorate.derive.consistency.DomainPosition;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.review.Finding;
import quorate.review.Outcome;
import quorate.review.Selection;
import quorate.site.page.Page;

/** Sums a project up for the pages beyond it. */
final class BriefWriter {

    /** Kinds of places that those pages may link to, beside the findings that are wrong and the data domains. */
    private static final Set<String> LINKED = Set.of(
            "project", "step", "matrix", "failures", "explorer", "budgets", "availability", "questions", "findings", "evolution",
            "component", "selection", "runbook");

    private final ProjectScope scope;
    private final List<Page> pages;

    BriefWriter(ProjectScope scope, List<Page> pages) {
        this.scope = scope;
        this.pages = pages;
    }

    Brief brief() {
        Verdict verdict = Verdict.of(scope.review().findings());
        return new Brief(
                scope.id(),
                scope.title(),
                scope.architecture().system().get(Keys.PURPOSE).or(""),
                scope.project().detail(),
                verdict.mark(),
                verdict.line(),
                ReviewStep.all().stream().map(step -> Verdict.of(scope.ofStep(step.number()))).map(v -> new Brief.Step(v.mark(), v.order())).toList(),
                scope.review().questions().size(),
                scope.scenarios().size(),
                verdict.wrong().size(),
                changed(),
                changedWhen(),
                scope.review().wrong().stream().map(this::wrong).toList(),
                scope.review().findings().stream().filter(f -> !f.isWrong()).map(BriefWriter::answer).toList(),
                scope.review().selections().stream().map(this::choice).toList(),
                technologies(),
                scope.review().input().derived().positions().stream().map(this::domain).toList(),
                runbooks(),
                scope.project().evolution().moments().stream().filter(Feed::isTold).toList(),
                pages.stream().map(page -> page.frame().listing()).toList(),
                addresses());
    }

    private List<Brief.Runbook> runbooks() {
        return scope.isBrief()
                ? List.of()
                : scope.scenarios().stream().map(s -> s.failure()).map(f -> new Brief.Runbook(f.kind(), Symptoms.of(f), key(f.id()))).toList();
    }

    private String key(String id) {
        return scope.id() + "/" + id;
    }

    private String changed() {
        Evolution evolution = scope.project().evolution();
        if (evolution.isEmpty()) {
            return "";
        }
        Moment newest = evolution.moments().get(0);
        int count = newest.changes().size();
        return newest.note().isEmpty() ? (count == 0 ? "nothing" : Phrases.count(count, "change")) : "not known";
    }

    private String changedWhen() {
        Evolution evolution = scope.project().evolution();
        if (evolution.isEmpty()) {
            return "";
        }
        Moment newest = evolution.moments().get(0);
        return newest.date().isEmpty() ? newest.brief() : newest.date();
    }

    private Brief.Wrong wrong(Finding finding) {
        return new Brief.Wrong(finding.rule().id(), finding.rule().title(), ProjectScope.name(finding.subject()), key(finding.id()),
                Marks.of(finding), finding.severity().ordinal(), Phrases.sentence(finding.message()));
    }

    private static Brief.Answer answer(Finding finding) {
        return new Brief.Answer(finding.rule().id(), ProjectScope.name(finding.subject()), finding.outcome() instanceof Outcome.Holds);
    }

    private Brief.Choice choice(Selection selection) {
        return new Brief.Choice(
                selection.concern().id(),
                ProjectScope.name(selection.subject()),
                key(selection.concern().id() + "/" + selection.subject().id()),
                selection.selected().map(s -> s.pattern().id()).orElse(""),
                selection.inUse().map(p -> p.id()).orElse(""));
    }

    private List<Brief.Use> technologies() {
        return new TreeMap<>(scope.technologies()).entrySet().stream().map(this::use).toList();
    }

    private Brief.Use use(Map.Entry<String, Technology> used) {
        String title = scope.architecture().component(used.getKey()).map(Entity::title).orElse(used.getKey());
        return new Brief.Use(used.getValue().id(), title, key(used.getKey()));
    }

    private Brief.Domain domain(DomainPosition position) {
        return new Brief.Domain(
                position.domain().title(),
                key(position.domain().kind() + "/" + position.domain().id()),
                position.required().value().orElse(""),
                position.offered().orElse(""),
                position.cap());
    }

    private Map<String, String> addresses() {
        Set<String> findings = scope.review().wrong().stream().map(f -> "finding:" + key(f.id())).collect(Collectors.toSet());
        String domains = "subject:" + key(Kind.DATA_DOMAIN + "/");
        Map<String, String> addresses = new TreeMap<>();
        scope.edition().map().own().forEach((target, address) -> {
            boolean linked = LINKED.contains(target.substring(0, target.indexOf(':')));
            if (linked || findings.contains(target) || target.startsWith(domains)) {
                addresses.put(target, address);
            }
        });
        addresses.put("project:" + scope.id(), scope.edition().map().address("project", scope.id()));
        return addresses;
    }
}

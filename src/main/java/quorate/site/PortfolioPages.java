package quorate.site;

import java.util.ArrayList;
import java.util.List;
import quorate.catalog.Catalog;
import quorate.derive.Scenario;
import quorate.model.Keys;
import quorate.site.page.HomePage;
import quorate.site.page.Html;
import quorate.site.page.ListPage;
import quorate.site.page.NamedText;
import quorate.site.page.PageLink;
import quorate.site.page.TriagePage;

/** Builds the pages that cross projects: home, the list of projects, triage. */
final class PortfolioPages {

    private final Edition edition;
    private final List<ProjectScope> scopes;

    PortfolioPages(Edition edition, List<ProjectScope> scopes) {
        this.edition = edition;
        this.scopes = scopes;
    }

    HomePage home() {
        Here here = edition.at("page", "home");
        SiteConfig config = edition.input().config();
        Catalog catalog = edition.input().catalog();
        FrameBuilder frame = edition.frame(here, "home", config.title()).about(config.description());
        List<PageLink> knowledge = List.of(
                here.link(Phrases.count(catalog.patterns().size(), "pattern"), "page", "patterns"),
                here.link(Phrases.count(catalog.antiPatterns().size(), "anti-pattern"), "page", "anti-patterns"),
                here.link(Phrases.count(catalog.technologies().size(), "technology"), "page", "technologies"),
                here.link(Phrases.count(catalog.rules().size(), "rule"), "page", "rules"),
                here.link(Phrases.count(catalog.concerns().size(), "concern"), "page", "concerns"),
                here.link(Phrases.count(catalog.incidents().size(), "incident"), "page", "incidents"),
                here.link(Phrases.count(catalog.consistency().models().size(), "consistency model"), "page", "consistency"),
                here.link(Phrases.count(catalog.comparisons().size(), "comparison"), "page", "comparisons"),
                here.link(Phrases.count(catalog.paths().size(), "learning path"), "page", "paths"),
                here.link(Phrases.count(catalog.terms().size(), "term"), "page", "glossary"));
        return new HomePage(frame.build(), config.description(),
                ReviewStep.all().stream().map(s -> new PageLink(s.full(), here.href("checklist/index.html#" + s.slug()))).toList(),
                scopes.stream().map(scope -> row(here, scope)).toList(), knowledge, totals());
    }

    private HomePage.ProjectRow row(Here here, ProjectScope scope) {
        Verdict verdict = Verdict.of(scope.review().findings());
        List<HomePage.Heat> heat = ReviewStep.all().stream()
                .map(step -> {
                    Verdict of = Verdict.of(scope.ofStep(step.number()));
                    return new HomePage.Heat(step.full(), scope.step(here, step.number()).href(), of.mark(), of.order());
                })
                .toList();
        int questions = scope.review().questions().size();
        return new HomePage.ProjectRow("project-" + Slug.of(scope.id()), scope.home(here),
                scope.architecture().system().get(Keys.PURPOSE).or(""), verdict.mark(), verdict.line(), heat,
                here.link("" + questions, "questions", scope.id()), changed(here, scope), changedWhen(scope));
    }

    private static PageLink changed(Here here, ProjectScope scope) {
        Evolution evolution = scope.project().evolution();
        if (evolution.isEmpty()) {
            return PageLink.NONE;
        }
        Moment newest = evolution.moments().get(0);
        int count = newest.changes().size();
        String text = newest.note().isEmpty() ? (count == 0 ? "nothing" : Phrases.count(count, "change")) : "not known";
        return here.link(text, "evolution", scope.id());
    }

    private static String changedWhen(ProjectScope scope) {
        Evolution evolution = scope.project().evolution();
        if (evolution.isEmpty()) {
            return "";
        }
        Moment newest = evolution.moments().get(0);
        return newest.date().isEmpty() ? newest.brief() : newest.date();
    }

    private List<NamedText> totals() {
        int scenarios = scopes.stream().mapToInt(s -> s.scenarios().size()).sum();
        int findings = scopes.stream().mapToInt(s -> Verdict.of(s.review().findings()).wrong().size()).sum();
        return List.of(new NamedText("projects", "" + scopes.size()), new NamedText("findings", "" + findings),
                new NamedText("failure scenarios with a runbook", "" + scenarios));
    }

    ListPage projects() {
        Here here = edition.at("page", "projects");
        String lead = "Every project that was reviewed, with its worst finding.";
        List<ListPage.Entry> entries = scopes.stream()
                .map(s -> {
                    Verdict verdict = Verdict.of(s.review().findings());
                    return new ListPage.Entry("", s.home(here), verdict.mark(), verdict.line());
                })
                .toList();
        return new ListPage(edition.frame(here, "list", "Projects").about(lead).build(), lead, Html.NONE,
                List.of(new ListPage.Group("all", PageLink.NONE, "", entries)));
    }

    TriagePage triage() {
        Here here = edition.at("page", "runbooks");
        List<TriagePage.Symptom> symptoms = new ArrayList<>();
        for (Symptoms.Symptom symptom : Symptoms.ALL) {
            List<TriagePage.Project> projects = new ArrayList<>();
            for (ProjectScope scope : scopes) {
                List<PageLink> links = scope.scenarios().stream()
                        .filter(s -> symptom.kinds().contains(s.failure().kind()))
                        .map(s -> runbook(here, scope, s))
                        .toList();
                if (!links.isEmpty()) {
                    projects.add(new TriagePage.Project(scope.home(here), links));
                }
            }
            if (!projects.isEmpty()) {
                symptoms.add(new TriagePage.Symptom(Slug.of(symptom.text()), symptom.text(), symptom.hint(), projects));
            }
        }
        FrameBuilder frame = edition.frame(here, "triage", "What do you see?")
                .about("From what is seen to what to do.").find("Page", List.of("runbooks", "triage", "on call"), "");
        symptoms.forEach(s -> frame.find("Symptom", s.text(), List.of(), s.anchor(), s.hint(), ""));
        return new TriagePage(frame.build(), symptoms, all(here));
    }

    private List<TriagePage.Failures> all(Here here) {
        return scopes.stream()
                .filter(scope -> !scope.scenarios().isEmpty())
                .map(scope -> new TriagePage.Failures(here.link(scope.title(), "failures", scope.id()), scope.scenarios().size()))
                .toList();
    }

    private static PageLink runbook(Here here, ProjectScope scope, Scenario scenario) {
        return scope.link(here, Symptoms.of(scenario.failure()), "runbook", scenario.failure().id());
    }
}

package quorate.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import quorate.catalog.Catalog;
import quorate.model.Words;
import quorate.site.page.HomePage;
import quorate.site.page.Html;
import quorate.site.page.ListPage;
import quorate.site.page.PageLink;
import quorate.site.page.TriagePage;

/** Builds the pages that cross projects: home, the list of projects, triage. */
final class PortfolioPages {

    /** More runbooks than this for one symptom of one project hide each other; then the worst few stand there. */
    private static final int MANY = 12;

    private static final int FEW = 8;

    /** Projects that the first page shows by step; of more the worst. */
    private static final int SHOWN = 40;

    private final Edition edition;

    PortfolioPages(Edition edition) {
        this.edition = edition;
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
                shown().stream().map(brief -> row(here, brief)).toList(), knowledge, more(here));
    }

    private List<Brief> shown() {
        return edition.briefs().size() <= SHOWN
                ? edition.briefs()
                : edition.briefs().stream().sorted(Comparator.comparingInt(Brief::order)).limit(SHOWN).toList();
    }

    private PageLink more(Here here) {
        int all = edition.briefs().size();
        return all <= SHOWN ? PageLink.NONE : here.link("All " + Phrases.count(all, "project"), "page", "projects");
    }

    private static HomePage.ProjectRow row(Here here, Brief brief) {
        List<HomePage.Heat> heat = new ArrayList<>();
        for (int i = 0; i < brief.steps().size(); i++) {
            ReviewStep step = ReviewStep.all().get(i);
            PageLink page = here.link(step.full(), "step", brief.id() + "/" + step.number());
            heat.add(new HomePage.Heat(step.full(), page.href(), brief.steps().get(i).mark(), brief.steps().get(i).order()));
        }
        PageLink changed = brief.changed().isEmpty() ? PageLink.NONE : here.link(brief.changed(), "evolution", brief.id());
        return new HomePage.ProjectRow("project-" + Slug.of(brief.id()), home(here, brief), brief.purpose(), brief.verdict(), brief.line(),
                heat, here.link("" + brief.questions(), "questions", brief.id()), changed, brief.changedWhen());
    }

    private static PageLink home(Here here, Brief brief) {
        return here.link(brief.title(), "project", brief.id());
    }

    ListPage projects() {
        Here here = edition.at("page", "projects");
        String lead = "Every project that was reviewed, with its worst finding.";
        List<ListPage.Entry> entries = edition.briefs().stream()
                .map(brief -> new ListPage.Entry("", home(here, brief), brief.verdict(), brief.line()))
                .toList();
        return new ListPage(edition.frame(here, "list", "Projects").about(lead).build(), lead, Html.NONE,
                List.of(new ListPage.Group("all", PageLink.NONE, "", entries)));
    }

    TriagePage triage() {
        Here here = edition.at("page", "runbooks");
        List<TriagePage.Symptom> symptoms = new ArrayList<>();
        boolean brief = edition.briefs().stream().anyMatch(project -> project.detail() == Detail.BRIEF && project.scenarios() > 0);
        for (Symptoms.Symptom symptom : Symptoms.ALL) {
            List<TriagePage.Project> projects = runbooks(here, runbook -> symptom.kinds().contains(runbook.kind()));
            if (brief || !projects.isEmpty()) {
                symptoms.add(new TriagePage.Symptom(Slug.of(symptom.text()), symptom.text(), symptom.hint(), projects,
                        brief ? symptom.kinds().stream().map(kind -> Phrases.words(Words.written(kind))).toList() : List.of()));
            }
        }
        FrameBuilder frame = edition.frame(here, "triage", "What do you see?")
                .about("From what is seen to what to do.").find("Page", List.of("runbooks", "triage", "on call"), "");
        symptoms.forEach(s -> frame.find("Symptom", s.text(), List.of(), s.anchor(), s.hint(), ""));
        return new TriagePage(frame.build(), symptoms, all(here));
    }

    private List<TriagePage.Failures> all(Here here) {
        return edition.briefs().stream()
                .filter(brief -> brief.scenarios() > 0)
                .map(brief -> new TriagePage.Failures(here.link(brief.title(), "failures", brief.id()),
                        Phrases.count(brief.scenarios(), brief.detail() == Detail.BRIEF ? "failure" : "runbook")))
                .toList();
    }

    private List<TriagePage.Project> runbooks(Here here, Predicate<Brief.Runbook> which) {
        List<TriagePage.Project> projects = new ArrayList<>();
        for (Brief brief : edition.briefs()) {
            List<PageLink> links = brief.runbooks().stream()
                    .filter(which)
                    .map(runbook -> here.link(runbook.text(), "runbook", runbook.key()))
                    .toList();
            if (!links.isEmpty()) {
                int shown = links.size() <= MANY ? links.size() : FEW;
                projects.add(new TriagePage.Project(home(here, brief), links.subList(0, shown), links.size(),
                        here.link("All failures of " + brief.title(), "failures", brief.id())));
            }
        }
        return projects;
    }
}

package quorate.site;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.review.Alike;
import quorate.review.ChecklistAnswer;
import quorate.review.Finding;
import quorate.site.page.PageLink;
import quorate.site.page.ProjectPage;
import quorate.site.page.Table;
import quorate.source.Location;

/** Builds the first page of a project, which leads to what other pages the project has. */
final class OverviewPages {

    private final ProjectScope scope;
    private final FindingViews findings;
    private final FactTables tables;
    private final SystemPictures pictures;
    private final GroupPages groups;

    OverviewPages(ProjectScope scope) {
        this.scope = scope;
        this.findings = new FindingViews(scope);
        this.tables = new FactTables(scope);
        this.pictures = new SystemPictures(scope);
        this.groups = new GroupPages(scope);
    }

    ProjectPage page() {
        Here here = scope.at("project");
        Verdict verdict = Verdict.of(scope.review().findings());
        Entity system = scope.architecture().system();
        String purpose = system.get(Keys.PURPOSE).or("");
        List<Alike<Finding>> worst = findings.alike(verdict.wrong());
        boolean large = scope.isLarge();
        FrameBuilder frame = scope.edition().frame(here, "project", scope.title())
                .about(purpose.isEmpty() ? verdict.line() : purpose)
                .crumb(here.link("Projects", "page", "projects"))
                .writtenIn(scope.architecture().sources().stream().findFirst().map(this::origin).orElse(Origin.NONE))
                .heading("The six steps", "steps")
                .heading("Diagram", "diagram")
                .heading(!large && !scope.architecture().links().isEmpty(), "Relations", "relations")
                .heading(!scope.architecture().components().isEmpty(), "Components", "components")
                .heading("Findings", "findings")
                .heading("Files", "files")
                .heading(scope.isBrief(), "Shown in brief", "brief")
                .find("Project", List.of(scope.id()), purpose);
        if (scope.isBrief()) {
            scope.architecture().components().forEach(component -> find(frame, component));
        }
        return new ProjectPage(
                frame.build(),
                purpose,
                verdict.mark(),
                verdict.line(),
                facts(here, system),
                verdict.counts(),
                worst.stream().limit(3).map(entry -> worst(here, entry)).toList(),
                ReviewStep.all().stream().map(step -> card(here, step)).toList(),
                outputs(here),
                results(here),
                large ? groups.overview(here) : pictures.overview(here),
                large ? Table.NONE : tables.relations(here, "relations-table", "Relations of " + scope.title(), scope.architecture().links(), true),
                large ? Table.NONE : tables.components(here, scope.architecture().components()),
                large ? groups.table(here) : Table.NONE,
                large ? groups.members(here) : List.of(),
                large ? List.of(here.link("All components", "components", scope.id()), here.link("All relations", "relations", scope.id())) : List.of(),
                findings.table(here, "findings-table", worst.stream().limit(12).toList(), false),
                scope.project().exports().keySet().stream().filter(name -> !name.contains("/")).map(name -> scope.link(here, name, "export", name)).toList(),
                scope.architecture().sources().stream().map(scope::source).toList(),
                tradeOffs(system),
                notes(),
                scope.isBrief() ? scope.id() : "");
    }

    /** Makes a component findable that has no page of its own. */
    private void find(FrameBuilder frame, Entity component) {
        frame.findAt(scope.edition().map().address("component", scope.id() + "/" + component.id()), Phrases.capital(component.kind().word()),
                component.title(), List.of(component.id()), "", scope.title());
    }

    /** Leads to the whole entry, wherever it stands. */
    private ProjectPage.Worst worst(Here here, Alike<Finding> entry) {
        Finding first = entry.first();
        String href = scope.link(here, "", "finding", first.id()).href();
        String place = entry.isOne() ? href : href.substring(0, href.indexOf('#')) + "#" + FindingViews.anchor(entry);
        String about = entry.isOne() ? scope.subject(here, first.subject()).text() : Phrases.count(entry.size(), "subject");
        return new ProjectPage.Worst(Marks.severity(first.severity()), new PageLink(first.rule().title(), place), about);
    }

    private Origin origin(String file) {
        String folder = scope.project().folder();
        return folder.isEmpty() ? Origin.NONE : scope.edition().origin(Location.of(folder + "/" + file));
    }

    private List<ProjectPage.Figure> facts(Here here, Entity system) {
        return List.of(
                fact(here, "Owner", system, Keys.OWNER), fact(here, "Tier", system, Keys.TIER),
                fact(here, "RTO", system, Keys.RTO), fact(here, "RPO", system, Keys.RPO));
    }

    private ProjectPage.Figure fact(Here here, String name, Entity system, Key<?> key) {
        PageLink place = system.get(key).isUnknown() ? PageLink.NONE : scope.evidence(here, Evidence.of(system, key)).place();
        return new ProjectPage.Figure(name, PageLink.plain(scope.text(system, key)), place);
    }

    private ProjectPage.StepCard card(Here here, ReviewStep step) {
        Verdict verdict = Verdict.of(scope.ofStep(step.number()));
        List<ChecklistAnswer> answers = scope.review().checklist().stream().filter(a -> a.item().step() == step.number()).toList();
        long answered = answers.stream().filter(a -> !a.answer().equals(ChecklistAnswer.NOT_REVIEWED) && !a.answer().equals("question")).count();
        return new ProjectPage.StepCard(
                scope.step(here, step.number()), verdict.mark(), verdict.line(),
                answers.isEmpty() ? "" : answered + " of " + answers.size() + " items answered");
    }

    private List<ProjectPage.Figure> outputs(Here here) {
        return List.of(
                count("Components", scope.architecture().components().size(), "#components"),
                count("Relations", scope.architecture().links().size(),
                        scope.isLarge() ? here.link("", "relations", scope.id()).href() : "#relations"),
                count("Scenarios", scope.scenarios().size(), here.link("", "failures", scope.id()).href()),
                count("Questions", scope.review().questions().size(), here.link("", "questions", scope.id()).href()));
    }

    private static ProjectPage.Figure count(String name, int count, String href) {
        // Of nothing there is no table to go to.
        return new ProjectPage.Figure(name, new PageLink("" + count, count == 0 && href.startsWith("#") ? "" : href), PageLink.NONE);
    }

    /** Where the results are, by what they are read for; of pages those that the project has. */
    private List<ProjectPage.Ways> results(Here here) {
        String id = scope.id();
        return Stream.of(
                        ways("What fails",
                                here.maybe("Failure scenarios", "failures", id),
                                here.maybe("Failure explorer", "explorer", id),
                                here.maybe("Availability", "availability", id),
                                here.maybe("Time budgets", "budgets", id),
                                here.maybe("Quorums, leases and clocks", "agreement", id)),
                        ways("What to decide",
                                here.maybe("All findings", "findings", id),
                                here.maybe(Phrases.capital(Phrases.count(scope.review().questions().size(), "question")), "questions", id),
                                here.maybe("Pattern selection matrix", "matrix", id),
                                here.maybe("Evolution", "evolution", id)),
                        ways("What to hand over",
                                here.maybe("API design", "handoff", id + "/api-design"),
                                here.maybe("Deployment plan", "handoff", id + "/deployment-plan"),
                                here.maybe("Formal specification", "handoff", id + "/formal-spec")))
                .filter(ways -> !ways.links().isEmpty())
                .toList();
    }

    private static ProjectPage.Ways ways(String purpose, PageLink... pages) {
        return new ProjectPage.Ways(purpose, Stream.of(pages).filter(page -> !page.href().isEmpty()).toList());
    }

    private List<PageLink> tradeOffs(Entity system) {
        List<PageLink> list = new ArrayList<>();
        for (Facts facts : system.get(Keys.TRADEOFFS).or(List.of())) {
            String reason = facts.get(Keys.REASON).or("");
            list.add(PageLink.plain(Phrases.sentence(facts.get(Keys.TRADEOFF).or("")) + (reason.isEmpty() ? "" : " " + Phrases.sentence(reason))));
        }
        return list;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(scope.review().notes().stream().map(Phrases::sentence).toList());
        scope.architecture().conflicts().forEach(c -> notes.add(Phrases.sentence(
                "Conflict: " + c.key().id() + " of " + c.subject() + " is " + c.kept() + " at " + c.keptAt().at().brief() + " and "
                        + c.other() + " at " + c.otherAt().at().brief() + "; the analysis uses " + c.kept())));
        scope.architecture().problems().forEach(p -> notes.add(p.at().brief() + ": " + p.message()));
        return notes;
    }
}

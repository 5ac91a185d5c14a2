package quorate.site;

import java.util.List;
import java.util.function.Function;
import quorate.derive.Scenario;
import quorate.derive.reliability.Reliability;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Subject;
import quorate.review.Alike;
import quorate.review.Finding;
import quorate.review.Review;

/**
 * Lays down what lies within a project. In brief, what has no page of its own is a place on one of the few that there are, so that
 * whoever links to it need not know in which form the project is shown.
 */
final class ProjectAddresses {

    private final SiteMap map;
    private final Project project;
    private final Review review;
    private final Architecture architecture;
    private final String id;
    private final String home;
    private final String folder;

    ProjectAddresses(SiteMap map, Project project) {
        this.map = map;
        this.project = project;
        this.review = project.review();
        this.architecture = review.input().linked().architecture();
        this.id = review.project();
        this.home = map.address("project", id);
        this.folder = home.substring(0, home.length() - "/index.html".length());
    }

    void lay() {
        switch (project.detail()) {
            case FULL -> full();
            case BRIEF -> brief();
        }
        links();
        subjects();
        decisions();
    }

    private void full() {
        ReviewStep.all().forEach(step -> map.page("step", key(step), folder + "/steps/" + step.slug()));
        pages("matrix", "failures", "explorer", "budgets", "agreement", "availability", "questions", "findings");
        if (!project.evolution().isEmpty()) {
            pages("evolution");
        }
        for (String name : new String[] {"api-design", "deployment-plan", "formal-spec"}) {
            String page = map.page("handoff", key(name), folder + "/handoff/" + name);
            map.file("twin", key(name), page.replace("index.html", name + ".yaml"));
        }
        project.exports().keySet().forEach(name -> map.file("export", key(name), folder + "/exports/" + name));
        if (ProjectScope.isLarge(architecture)) {
            pages("components", "relations");
            Groups.of(architecture).all().forEach(group -> map.page("group", key(group.id()), folder + "/groups/" + Slug.of(group.id())));
        }
        architecture.components().forEach(component ->
                map.page("component", key(component.id()), folder + "/components/" + Slug.of(component.id())));
        findings();
        held();
        journeys();
        for (Scenario scenario : scenarios()) {
            String slug = Slug.of(scenario.failure().slug());
            map.page("scenario", key(scenario.failure().id()), folder + "/failures/" + slug);
            map.page("runbook", key(scenario.failure().id()), folder + "/runbooks/" + slug);
        }
    }

    private void brief() {
        pages("matrix", "failures", "questions", "findings");
        if (ProjectScope.isLarge(architecture)) {
            pages("components", "relations");
            Groups.of(architecture).all().forEach(group -> map.place("group", key(group.id()), home, GroupPages.anchor(group)));
        }
        List<Entity> components = architecture.components();
        for (int i = 0; i < components.size(); i++) {
            map.place("component", key(components.get(i).id()), listed("components", FactTables.COMPONENTS, Portions.Size.COMPONENTS, i),
                    FactTables.anchor(components.get(i)));
        }
        String findings = map.address("findings", id);
        for (ReviewStep step : ReviewStep.all()) {
            map.place("step", key(step), findings, step.slug());
            places(findings, step.slug(), StepFindings.entries(review, step), StepFindings::starts);
        }
        List<FailureListPages.Placed> failures = FailureListPages.worstFirst(review);
        for (int i = 0; i < failures.size(); i++) {
            String path = Portions.path(map.address("failures", id), FailureListPages.LIST, Portions.Size.FAILURES, i);
            map.place("scenario", key(failures.get(i).scenario().failure().id()), path, failures.get(i).anchor());
            map.place("runbook", key(failures.get(i).scenario().failure().id()), path, failures.get(i).anchor());
        }
    }

    private void pages(String... names) {
        for (String name : names) {
            map.page(name, id, folder + "/" + name);
        }
    }

    private String key(String within) {
        return id + "/" + within;
    }

    private String key(ReviewStep step) {
        return key("" + step.number());
    }

    private List<Scenario> scenarios() {
        return review.input().derived().scenarios();
    }

    /** The page on which a row of a table stands that a large system has on pages of its own, and others on their first page. */
    private String listed(String page, String table, Portions.Size size, int row) {
        return map.find(page, id).map(path -> Portions.path(path, table, size, row)).orElse(home);
    }

    private void links() {
        List<Link> links = architecture.links();
        for (int i = 0; i < links.size(); i++) {
            map.place("subject", key(Kind.LINK + "/" + links.get(i).id()), listed("relations", "relations-table", Portions.Size.RELATIONS, i),
                    "link-" + Slug.of(links.get(i).id()));
        }
    }

    /** Where a step has a page, tables of what is stated stand on it; else they stand nowhere, and what it comes to is read of there. */
    private void subjects() {
        for (Kind kind : Kind.values()) {
            for (Subject subject : architecture.subjects(kind)) {
                String key = key(kind + "/" + subject.id());
                switch (kind) {
                    case SYSTEM -> map.place("subject", key, home, "main");
                    case DATA_DOMAIN -> inStep(key, ReviewStep.CAP, "data-" + Slug.of(subject.id()));
                    case TRANSACTION -> inStep(key, ReviewStep.TRANSACTIONS, "transaction-" + Slug.of(subject.id()));
                    case COORDINATION -> inStep(key, ReviewStep.CONSISTENCY, "coordination-" + Slug.of(subject.id()));
                    default -> { }
                }
            }
        }
    }

    private void inStep(String key, ReviewStep step, String row) {
        String address = map.address("step", key(step));
        int anchor = address.indexOf('#');
        map.place("subject", key, anchor < 0 ? address : address.substring(0, anchor), anchor < 0 ? row : step.slug());
    }

    /** What is wrong stands with its reasons below the table of all answers; what holds, on the page of its step. */
    private void findings() {
        String page = map.address("findings", id);
        places(page, "wrong", AlikeFindings.of(review.wrong(), review), AlikeFindings::starts);
        List<Alike<Finding>> rows = AlikeFindings.of(review.findings(), review);
        for (int i = 0; i < rows.size(); i++) {
            String path = Portions.path(page, "findings-table", Portions.Size.ANSWERS, i);
            rows.get(i).all().forEach(finding -> map.place("finding", key(finding.id()), path, finding.slug()));
        }
    }

    private void places(String page, String list, List<Alike<Finding>> entries, Function<List<Alike<Finding>>, List<Integer>> cut) {
        List<Integer> starts = cut.apply(entries);
        int part = 0;
        for (int i = 0; i < entries.size(); i++) {
            part += part + 1 < starts.size() && starts.get(part + 1) == i ? 1 : 0;
            String path = Portions.path(page, list, part);
            entries.get(i).all().forEach(finding -> map.place("finding", key(finding.id()), path, finding.slug()));
        }
    }

    private void held() {
        for (ReviewStep step : ReviewStep.all()) {
            List<Finding> held = StepPages.held(review, step);
            for (int i = 0; i < held.size(); i++) {
                String path = Portions.path(map.address("step", key(step)), "checked", Portions.Size.CHECKED, i);
                map.place("held", key(held.get(i).id()), path, held.get(i).slug());
            }
        }
    }

    private void decisions() {
        for (int i = 0; i < review.questions().size(); i++) {
            String question = review.questions().get(i).id();
            String path = Portions.path(map.address("questions", id), "questions", Portions.Size.QUESTIONS, i);
            map.place("question", key(question), path, Slug.of(question));
        }
        for (int i = 0; i < review.selections().size(); i++) {
            String selection = review.selections().get(i).key();
            String path = Portions.path(map.address("matrix", id), "matrix", Portions.Size.SELECTIONS, i);
            map.place("selection", key(selection), path, SelectionViews.anchor(selection));
        }
    }

    private void journeys() {
        String page = map.address("availability", id);
        for (Reliability journey : review.input().derived().reliability()) {
            map.place("journey", key(journey.journey().id()), page, Addresses.journey(journey));
            if (!journey.implied()) {
                map.place("subject", key(Kind.JOURNEY + "/" + journey.journey().id()), page, Addresses.journey(journey));
            }
        }
    }
}

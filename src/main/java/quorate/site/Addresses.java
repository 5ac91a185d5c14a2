package quorate.site;

import java.util.List;
import quorate.catalog.Catalog;
import quorate.catalog.Entry;
import quorate.derive.Scenario;
import quorate.derive.reliability.Reliability;
import quorate.model.Architecture;
import quorate.model.Key;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Subject;
import quorate.model.Vocabulary;
import quorate.review.Alike;
import quorate.review.Finding;
import quorate.review.Question;
import quorate.review.Review;
import quorate.review.Selection;

/** Lays down every address before a page is built. */
final class Addresses {

    private final SiteMap map;

    private Addresses(SiteMap map) {
        this.map = map;
    }

    /** Everything but what lies within the projects; of those only where each of them begins. */
    static SiteMap of(SiteInput input, List<String> projects) {
        Addresses addresses = new Addresses(SiteMap.empty());
        addresses.fixed();
        addresses.catalog(input.catalog());
        projects.forEach(id -> addresses.map.page("project", id, "projects/" + Slug.of(id)));
        input.pages().keySet().stream().filter(path -> path.endsWith(".md")).forEach(addresses::prose);
        return addresses.map;
    }

    /** What lies within a project, beside all that the site has. */
    static SiteMap of(SiteMap site, Project project) {
        SiteMap map = site.extended();
        new Addresses(map).project(project);
        return map;
    }

    private void fixed() {
        map.page("page", "home", "");
        map.file("page", "404", "404.html");
        for (String name : new String[] {
            "patterns", "anti-patterns", "technologies", "rules", "concerns", "incidents", "comparisons", "paths", "glossary",
            "checklist", "vocabulary", "index", "search", "runbooks", "projects", "calculators"
        }) {
            map.page("page", name, name);
        }
        map.page("page", "consistency", "patterns/consistency");
    }

    private void catalog(Catalog catalog) {
        for (Entry entry : catalog.entries()) {
            map.page(entry.kind().word(), entry.id(), entry.kind().folder() + "/" + Slug.of(entry.id()));
        }
        catalog.formulas().keySet().forEach(id -> map.page("calculator", id, "calculators/" + Slug.of(id)));
        catalog.terms().keySet().forEach(id -> map.place("term", id, "glossary/index.html", "term-" + Slug.of(id)));
        catalog.checklist().forEach(item -> map.place("item", item.id(), "checklist/index.html", anchor(item.id())));
        catalog.consistency().models().keySet().forEach(id -> map.page("model", id, "patterns/consistency/" + Slug.of(id)));
        catalog.consistency().anomalies().values().forEach(anomaly ->
                map.place("anomaly", anomaly.id(), "patterns/consistency/index.html", ConsistencyPages.anchor(anomaly)));
        for (Kind kind : Kind.values()) {
            for (Key<?> key : Vocabulary.keys(kind)) {
                String id = kind.word().replace(' ', '-') + "." + key.id();
                map.place("key", id, "vocabulary/index.html", Slug.of(id));
            }
        }
    }

    /** The anchor of an item of the checklist: {@code s1-1}. */
    static String anchor(String item) {
        return Slug.of(item);
    }

    /** The anchor of a journey on the page of availability. */
    static String journey(Reliability journey) {
        return "journey-" + Slug.of(journey.journey().id());
    }

    private void prose(String path) {
        map.page("prose", path, Slug.of(path.substring(0, path.length() - ".md".length())));
    }

    private void project(Project project) {
        Review review = project.review();
        String id = review.project();
        String home = map.address("project", id);
        String folder = home.substring(0, home.length() - "/index.html".length());
        ReviewStep.all().forEach(step -> map.page("step", id + "/" + step.number(), folder + "/steps/" + step.slug()));
        for (String name : new String[] {
            "matrix", "failures", "explorer", "budgets", "agreement", "availability", "questions", "findings"
        }) {
            map.page(name, id, folder + "/" + name);
        }
        if (!project.evolution().isEmpty()) {
            map.page("evolution", id, folder + "/evolution");
        }
        for (String name : new String[] {"api-design", "deployment-plan", "formal-spec"}) {
            String page = map.page("handoff", id + "/" + name, folder + "/handoff/" + name);
            map.file("twin", id + "/" + name, page.replace("index.html", name + ".yaml"));
        }
        project.exports().keySet().forEach(name -> map.file("export", id + "/" + name, folder + "/exports/" + name));
        large(id, folder, review.input().linked().architecture());
        subjects(id, folder, review.input().linked().architecture());
        results(id, folder, review);
    }

    /** What a system has that is shown by groups. */
    private void large(String id, String folder, Architecture architecture) {
        if (ProjectScope.isLarge(architecture)) {
            map.page("components", id, folder + "/components");
            map.page("relations", id, folder + "/relations");
            Groups.of(architecture).all().forEach(group -> map.page("group", id + "/" + group.id(), folder + "/groups/" + Slug.of(group.id())));
        }
    }

    private void subjects(String id, String folder, Architecture architecture) {
        String home = folder + "/index.html";
        List<Link> links = architecture.links();
        for (int i = 0; i < links.size(); i++) {
            String page = map.find("relations", id).orElse(home);
            String path = page.equals(home) ? home : Portions.path(page, "relations-table", Portions.Size.RELATIONS, i);
            map.place("subject", id + "/" + Kind.LINK + "/" + links.get(i).id(), path, "link-" + Slug.of(links.get(i).id()));
        }
        architecture.components().forEach(component ->
                map.page("component", id + "/" + component.id(), folder + "/components/" + Slug.of(component.id())));
        for (Kind kind : Kind.values()) {
            for (Subject subject : architecture.subjects(kind)) {
                String key = id + "/" + kind + "/" + subject.id();
                if (kind == Kind.SYSTEM) {
                    map.place("subject", key, home, "main");
                } else if (kind == Kind.DATA_DOMAIN) {
                    map.place("subject", key, map.address("step", id + "/1"), "data-" + Slug.of(subject.id()));
                } else if (kind == Kind.TRANSACTION) {
                    map.place("subject", key, map.address("step", id + "/5"), "transaction-" + Slug.of(subject.id()));
                } else if (kind == Kind.COORDINATION) {
                    map.place("subject", key, map.address("step", id + "/2"), "coordination-" + Slug.of(subject.id()));
                }
            }
        }
    }

    /** What is wrong stands with its reasons below the table of all answers; what holds, on the page of its step. */
    private void findings(String id, String page, Review review) {
        List<Alike<Finding>> wrong = AlikeFindings.of(review.wrong(), review);
        List<Integer> starts = AlikeFindings.starts(wrong);
        int part = 0;
        for (int i = 0; i < wrong.size(); i++) {
            part += part + 1 < starts.size() && starts.get(part + 1) == i ? 1 : 0;
            String path = Portions.path(page, "wrong", part);
            wrong.get(i).all().forEach(finding -> map.place("finding", id + "/" + finding.id(), path, finding.slug()));
        }
        List<Alike<Finding>> rows = AlikeFindings.of(review.findings(), review);
        for (int i = 0; i < rows.size(); i++) {
            String path = Portions.path(page, "findings-table", Portions.Size.ANSWERS, i);
            rows.get(i).all().forEach(finding -> map.place("finding", id + "/" + finding.id(), path, finding.slug()));
        }
        for (ReviewStep step : ReviewStep.all()) {
            List<Finding> held = StepPages.held(review, step);
            for (int i = 0; i < held.size(); i++) {
                String path = Portions.path(map.address("step", id + "/" + step.number()), "checked", Portions.Size.CHECKED, i);
                map.place("held", id + "/" + held.get(i).id(), path, held.get(i).slug());
            }
        }
    }

    private void results(String id, String folder, Review review) {
        findings(id, folder + "/findings/index.html", review);
        for (int i = 0; i < review.questions().size(); i++) {
            Question question = review.questions().get(i);
            String path = Portions.path(folder + "/questions/index.html", "questions", Portions.Size.QUESTIONS, i);
            map.place("question", id + "/" + question.id(), path, Slug.of(question.id()));
        }
        for (int i = 0; i < review.selections().size(); i++) {
            Selection selection = review.selections().get(i);
            String key = selection.concern().id() + "/" + selection.subject().id();
            String path = Portions.path(folder + "/matrix/index.html", "matrix", Portions.Size.SELECTIONS, i);
            map.place("selection", id + "/" + key, path, SelectionViews.anchor(key));
        }
        for (Reliability journey : review.input().derived().reliability()) {
            map.place("journey", id + "/" + journey.journey().id(), folder + "/availability/index.html", journey(journey));
            if (!journey.implied()) {
                map.place("subject", id + "/" + Kind.JOURNEY + "/" + journey.journey().id(),
                        folder + "/availability/index.html", journey(journey));
            }
        }
        for (Scenario scenario : review.input().derived().scenarios()) {
            String slug = Slug.of(scenario.failure().slug());
            map.page("scenario", id + "/" + scenario.failure().id(), folder + "/failures/" + slug);
            map.page("runbook", id + "/" + scenario.failure().id(), folder + "/runbooks/" + slug);
        }
    }
}

package quorate.site;

import java.util.List;
import quorate.catalog.Catalog;
import quorate.catalog.Entry;
import quorate.derive.reliability.Reliability;
import quorate.model.Key;
import quorate.model.Kind;
import quorate.model.Vocabulary;

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
        new ProjectAddresses(map, project).lay();
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
}

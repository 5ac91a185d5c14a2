package quorate.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quorate.catalog.Catalog;
import quorate.catalog.ConsistencyModel;
import quorate.catalog.Entry;
import quorate.catalog.Mentions;
import quorate.site.page.Backlinks;
import quorate.site.page.PageLink;

/** Who refers to which entry of the catalog: other entries, terms, and the projects. */
final class Backreferences {

    private static final List<String> GROUPS =
            List.of("In projects", "Patterns", "Anti-patterns", "Technologies", "Rules", "Concerns", "Incidents", "Compared with others",
                    "Learning paths", "Consistency models",
                    "Glossary");

    /** Of one group that are named; there is no end to projects. */
    private static final int MOST = 100;

    /** One that refers: its group, its name, and where it is. */
    private record Referrer(String group, String name, String kind, String id) {}

    /** Nobody refers to anything. */
    static final Backreferences NONE = new Backreferences();

    private final Map<String, Map<String, Referrer>> referrers = new HashMap<>();

    private Backreferences() {}

    static Backreferences of(Catalog catalog, List<Brief> projects) {
        Backreferences back = new Backreferences();
        back.catalog(catalog);
        projects.forEach(back::project);
        return back;
    }

    private void catalog(Catalog catalog) {
        catalog.entries().forEach(this::entry);
        catalog.consistency().models().values().forEach(this::model);
        catalog.terms().values().forEach(term -> {
            if (term.see().contains(":")) {
                add(term.see(), new Referrer("Glossary", term.term(), "term", term.id()));
            }
        });
    }

    private void model(ConsistencyModel model) {
        Referrer referrer = new Referrer("Consistency models", model.name(), "model", model.id());
        model.patterns().forEach(way -> add("pattern:" + way.pattern(), referrer));
    }

    private void project(Brief brief) {
        String prefix = brief.title() + ": ";
        brief.findings().forEach(f -> project("rule", f.rule(), prefix + f.subject(), "finding", f.key()));
        for (Brief.Choice choice : brief.choices()) {
            String name = prefix + choice.subject();
            if (!choice.inUse().isEmpty()) {
                project("pattern", choice.inUse(), name + " (in use)", "selection", choice.key());
            }
            if (!choice.selected().isEmpty()) {
                project("pattern", choice.selected(), name + " (selected)", "selection", choice.key());
            }
            project("concern", choice.concern(), name, "selection", choice.key());
        }
        brief.technologies().stream()
                .filter(use -> brief.addresses().containsKey("component:" + use.key()))
                .forEach(use -> project("technology", use.technology(), prefix + use.component(), "component", use.key()));
    }

    private void project(String kind, String id, String name, String placeKind, String placeId) {
        add(kind + ":" + id, new Referrer("In projects", name, placeKind, placeId));
    }

    private void entry(Entry entry) {
        String group =
                switch (entry.kind()) {
                    case PATTERN -> "Patterns";
                    case ANTI_PATTERN -> "Anti-patterns";
                    case TECHNOLOGY -> "Technologies";
                    case RULE -> "Rules";
                    case CONCERN -> "Concerns";
                    case INCIDENT -> "Incidents";
                    case COMPARISON -> "Compared with others";
                    case PATH -> "Learning paths";
                };
        Referrer referrer = new Referrer(group, entry.name(), entry.kind().word(), entry.id());
        Mentions.of(entry).forEach(target -> add(target, referrer));
    }

    private void add(String target, Referrer referrer) {
        if (!target.equals(referrer.kind() + ":" + referrer.id())) {
            referrers.computeIfAbsent(target, t -> new TreeMap<>())
                    .putIfAbsent(referrer.name() + " " + referrer.kind() + " " + referrer.id(), referrer);
        }
    }

    Backlinks of(Here here, String kind, String id) {
        Collection<Referrer> all = referrers.getOrDefault(kind + ":" + id, Map.of()).values();
        List<Backlinks.Group> groups = new ArrayList<>();
        for (String group : GROUPS) {
            List<Referrer> referring = all.stream().filter(r -> r.group().equals(group)).toList();
            if (!referring.isEmpty()) {
                List<PageLink> links = referring.stream().limit(MOST).map(r -> here.link(r.name(), r.kind(), r.id())).toList();
                groups.add(new Backlinks.Group(group, links, referring.size() - links.size()));
            }
        }
        return new Backlinks(groups);
    }
}

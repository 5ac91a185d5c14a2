package quorate.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import quorate.catalog.AntiPattern;
import quorate.catalog.Catalog;
import quorate.catalog.Comparison;
import quorate.catalog.Entry;
import quorate.catalog.EntryKind;
import quorate.catalog.Incident;
import quorate.catalog.RuleText;
import quorate.catalog.Technology;
import quorate.review.Severity;
import quorate.site.page.Html;
import quorate.site.page.ListPage;
import quorate.site.page.Mark;
import quorate.site.page.PageLink;

/** Builds the lists of all entries of a kind, in groups. */
final class CatalogLists {

    private final Edition edition;
    private final Catalog catalog;

    CatalogLists(Edition edition) {
        this.edition = edition;
        this.catalog = edition.input().catalog();
    }

    List<ListPage> pages() {
        return List.of(
                list("patterns", "Patterns", "Ways to keep data and calls right while parts fail, each with what it guarantees and what it costs.",
                        bySteps(catalog.patterns().values(), p -> p.step())),
                list("anti-patterns", "Anti-patterns", "What is commonly done and does harm: why it is tempting, how it harms, how it is seen, and the way out.",
                        bySteps(catalog.antiPatterns().values(), a -> a.step())),
                list("technologies", "Technologies", "What products do by default, how they fail over, and what they have been seen to do.",
                        byName(catalog.technologies().values(), t -> Phrases.capital(Phrases.words(((Technology) t).type())))),
                list("rules", "Rules", "The questions that every review asks. A rule that lacks a fact asks for it; it never guesses.",
                        bySteps(catalog.rules().values(), r -> r.step())),
                list("concerns", "Concerns", "The decisions that an architecture takes, with the candidates and what decides between them.",
                        bySteps(catalog.concerns().values(), c -> c.step())),
                list("incidents", "Incidents", "Public outages: the system as it was, the chain of causes, the rules that would have seen it.",
                        byName(incidents(), i -> ((Incident) i).date()
                                .substring(0, Math.min(4, ((Incident) i).date().length())))),
                list("comparisons", "Comparisons",
                        "Entries that answer the same question, side by side, with what decides between them.",
                        byName(catalog.comparisons().values(), CatalogLists::compared)),
                list("paths", "Learning paths",
                        "What to read, in which order, and what to look for, until a problem can be solved.",
                        byName(catalog.paths().values(), p -> "Paths")));
    }

    /** Patterns stand beside patterns, technologies beside technologies. */
    private static String compared(Entry comparison) {
        String kind = ((Comparison) comparison).members().get(0).kind();
        return Phrases.capital(kind) + " against " + kind;
    }

    private Collection<Incident> incidents() {
        return catalog.incidents().values().stream()
                .sorted(java.util.Comparator.comparing(Incident::date).reversed().thenComparing(Incident::id))
                .toList();
    }

    private <E extends Entry> Map<String, List<E>> bySteps(Collection<E> entries, Function<E, Integer> step) {
        Map<String, List<E>> groups = new LinkedHashMap<>();
        ReviewStep.all().forEach(s -> groups.put(s.full(), new ArrayList<>()));
        entries.forEach(e -> groups.get(ReviewStep.of(step.apply(e)).full()).add(e));
        return groups;
    }

    private static <E extends Entry> Map<String, List<E>> byName(Collection<E> entries, Function<Entry, String> name) {
        boolean newestFirst = entries.stream().anyMatch(e -> e instanceof Incident);
        Map<String, List<E>> groups = newestFirst ? new LinkedHashMap<>() : new TreeMap<>();
        entries.forEach(e -> groups.computeIfAbsent(name.apply(e), n -> new ArrayList<>()).add(e));
        return groups;
    }

    private ListPage list(String page, String title, String lead, Map<String, ? extends List<? extends Entry>> groups) {
        Here here = edition.at("page", page);
        List<ListPage.Group> views = new ArrayList<>();
        FrameBuilder frame = edition.frame(here, "list", title).about(lead).find("Page", List.of(), "");
        groups.forEach((name, entries) -> {
            if (!entries.isEmpty()) {
                frame.heading(name, Slug.of(name));
                views.add(new ListPage.Group(Slug.of(name), PageLink.plain(name), "", entries.stream().map(e -> entry(here, e)).toList()));
            }
        });
        return new ListPage(frame.build(), lead, Html.NONE, views);
    }

    private ListPage.Entry entry(Here here, Entry entry) {
        String severity = entry instanceof RuleText rule ? rule.severity() : entry instanceof AntiPattern anti ? anti.severity() : "";
        Mark mark = Severity.of(severity).map(Marks::severity).orElse(Mark.NONE);
        String name = entry.kind() == EntryKind.INCIDENT ? entry.name() : Edition.shortName(entry);
        return new ListPage.Entry("", here.link(name, entry.kind().word(), entry.id()), mark, entry.summary());
    }
}

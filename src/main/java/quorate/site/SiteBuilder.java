package quorate.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quorate.catalog.Catalog;
import quorate.catalog.EntryKind;
import quorate.catalog.Technology;
import quorate.model.Entity;
import quorate.review.Finding;
import quorate.review.Selection;
import quorate.site.page.Html;
import quorate.site.page.Page;
import quorate.site.page.PageLink;
import quorate.site.page.Shell;

/** Builds the whole site from its input. A pure function but for the layouts that are kept on disk. */
public final class SiteBuilder {

    private static final String FEED = "feed.xml";

    private final SiteInput input;
    private final Edition edition;
    private final List<ProjectScope> scopes;

    private SiteBuilder(SiteInput input) {
        this.input = input;
        this.edition = new Edition(input, Addresses.of(input));
        this.scopes = input.projects().stream().map(p -> new ProjectScope(edition, p)).toList();
    }

    /** All pages and files, links resolved, nothing written. */
    public static Site build(SiteInput input) {
        return new SiteBuilder(input).build();
    }

    private Site build() {
        scopes.forEach(this::references);
        List<Page> pages = pages();
        Assets assets = new Assets(input.assets(), input.config().colours());
        SearchIndex.into(assets, pages, folders());
        GlossaryForms glossary = new GlossaryForms(input.catalog());
        assets.add(GlossaryForms.SCRIPT, glossary.script());
        Map<String, byte[]> files = new TreeMap<>(new PlainFiles(edition).of(pages));
        files.putAll(assets.files());
        files.putAll(feeds());
        return new Site(input.config().basePath(), shell(assets), pages, files, glossary.forms(), edition.remarks().all());
    }

    /** Titles of the projects by the folder of their pages. */
    private Map<String, String> folders() {
        return scopes.stream().collect(Collectors.toMap(
                scope -> edition.map().address("project", scope.id()).replace("index.html", ""), ProjectScope::title));
    }

    /** What changed, over all projects and in each; nothing where no history is known. */
    private Map<String, byte[]> feeds() {
        Map<String, byte[]> feeds = new TreeMap<>();
        List<ProjectScope> told = scopes.stream().filter(Feed::hasEntries).toList();
        if (!told.isEmpty()) {
            feeds.put(FEED, new Feed(edition, FEED, input.config().title() + ": what changed").of(told));
        }
        for (ProjectScope scope : told) {
            String path = edition.map().address("project", scope.id()).replace("index.html", FEED);
            feeds.put(path, new Feed(edition, path, scope.title() + ": what changed").of(List.of(scope)));
        }
        return feeds;
    }

    /** Independent pages are built at the same time; their order is fixed. */
    private List<Page> pages() {
        Catalog catalog = input.catalog();
        PortfolioPages portfolio = new PortfolioPages(edition, scopes);
        ReferencePages reference = new ReferencePages(edition);
        PlainPages plain = new PlainPages(edition);
        List<Page> pages = new ArrayList<>();
        pages.add(portfolio.home());
        pages.add(portfolio.projects());
        pages.add(portfolio.triage());
        scopes.parallelStream().map(s -> new ProjectPages(s).pages()).toList().forEach(pages::addAll);
        pages.addAll(new CatalogLists(edition).pages());
        pages.addAll(Stream.of(
                        catalog.patterns().values().parallelStream().map(p -> (Page) new PatternPages(edition).page(p)).toList(),
                        catalog.antiPatterns().values().parallelStream().map(a -> (Page) new AntiPatternPages(edition).page(a)).toList(),
                        catalog.technologies().values().stream().map(t -> (Page) new TechnologyPages(edition).page(t)).toList(),
                        catalog.rules().values().stream().map(r -> (Page) new RulePages(edition).page(r)).toList(),
                        catalog.concerns().values().stream().map(c -> (Page) new ConcernPages(edition).page(c)).toList(),
                        catalog.incidents().values().stream().map(i -> (Page) new IncidentPages(edition).page(i)).toList())
                .flatMap(List::stream)
                .toList());
        pages.addAll(List.of(reference.glossary(), reference.checklist(), reference.vocabulary(), new ConsistencyPages(edition).page()));
        pages.addAll(new ModelPages(edition).pages());
        catalog.comparisons().values().forEach(c -> pages.add(new ComparisonPages(edition).page(c)));
        pages.addAll(new PathPages(edition).pages());
        Calculators calculators = new Calculators(edition);
        pages.add(calculators.list());
        pages.addAll(calculators.pages());
        pages.addAll(plain.handWritten());
        pages.add(plain.search());
        pages.addAll(new IndexPages(edition).pages(pages, folders().keySet()));
        pages.add(plain.missing());
        return pages;
    }

    /** What the project refers to, for the back links of the catalog. */
    private void references(ProjectScope scope) {
        String id = scope.id();
        Backreferences back = edition.back();
        for (Finding finding : scope.review().wrong()) {
            String name = scope.title() + ": " + ProjectScope.name(finding.subject());
            back.project("rule", finding.rule().id(), name, "finding", id + "/" + finding.id());
        }
        for (Selection selection : scope.review().selections()) {
            String key = id + "/" + selection.concern().id() + "/" + selection.subject().id();
            String subject = scope.title() + ": " + ProjectScope.name(selection.subject());
            selection.inUse().ifPresent(p -> back.project("pattern", p.id(), subject + " (in use)", "selection", key));
            selection.selected().ifPresent(r -> back.project("pattern", r.pattern().id(), subject + " (selected)", "selection", key));
            back.project("concern", selection.concern().id(), subject, "selection", key);
        }
        for (Map.Entry<String, Technology> used : new TreeMap<>(scope.technologies()).entrySet()) {
            String name = scope.title() + ": " + scope.architecture().component(used.getKey()).map(Entity::title).orElse(used.getKey());
            edition.map().find("component", id + "/" + used.getKey())
                    .ifPresent(a -> back.project(EntryKind.TECHNOLOGY.word(), used.getValue().id(), name, "component", id + "/" + used.getKey()));
        }
    }

    private Shell shell(Assets assets) {
        SiteConfig config = input.config();
        List<PageLink> more = new ArrayList<>(List.of(
                page("Checklist", "checklist"), page("Consistency models", "consistency"), page("Comparisons", "comparisons"),
                page("Learning paths", "paths"), page("Calculators", "calculators"), page("Glossary", "glossary"),
                page("Anti-patterns", "anti-patterns"), page("Concerns", "concerns"), page("Rules", "rules"),
                page("Incidents", "incidents"),
                page("What you can state", "vocabulary"), page("Index A-Z", "index")));
        more.addAll(new PlainPages(edition).links());
        boolean told = scopes.stream().anyMatch(Feed::hasEntries);
        if (told) {
            more.add(new PageLink("Feed of changes", FEED));
        }
        String commit = input.revision().commit();
        return new Shell(
                config.title(),
                config.footer(),
                config.logo().isEmpty() ? "" : assets.name(config.logo()),
                assets.name("icon.svg"),
                List.of(page("Projects", "projects"), page("Runbooks", "runbooks"), page("Patterns", "patterns"), page("Technologies", "technologies")),
                more,
                assets.name("quorate.css"),
                List.of(assets.name("quorate.js")),
                assets.name("minisearch.js"),
                assets.name(SearchIndex.NAME),
                assets.name("preview.js"),
                assets.name(GlossaryForms.SCRIPT),
                assets.name("calculators.js"),
                new Html(assets.themeScript()),
                assets.policy(),
                input.revision().version(),
                commit.length() > 12 ? commit.substring(0, 12) : commit,
                edition.commit(commit),
                input.revision().date(),
                assets.names(),
                told ? FEED : "");
    }

    private PageLink page(String text, String name) {
        return new PageLink(text, edition.map().address("page", name));
    }
}

package quorate.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quorate.catalog.Catalog;
import quorate.site.page.ExplorerPage;
import quorate.site.page.HandoffPage;
import quorate.site.page.Html;
import quorate.site.page.Listing;
import quorate.site.page.Page;
import quorate.site.page.PageLink;
import quorate.site.page.Shell;
import quorate.site.page.TermForm;
import quorate.source.Problem;

/**
 * Builds a site in parts: each project by itself, so that no more than a few are in memory at once, then all pages beyond
 * them from their briefs. Pure but for the layouts that are kept on disk; safe for several threads.
 */
public final class SiteBuilder {

    private static final String FEED = "feed.xml";

    /** Not named by its content: the pages of a project name it, and are made before it is. */
    private static final String INDEX = "assets/search-index.js";

    private final SiteInput input;
    private final SiteMap map;
    private final Remarks remarks = new Remarks();
    private final Assets assets;
    private final GlossaryForms glossary;
    private final Shell shell;

    /**
     * @param projects ids of all projects that the site will have, in their order
     * @param history whether earlier revisions of the projects are looked at, so that there is a feed of what changed
     */
    public SiteBuilder(SiteInput input, List<String> projects, boolean history) {
        this.input = input;
        this.map = Addresses.of(input, projects);
        this.assets = new Assets(input.assets(), input.config().colours());
        this.glossary = new GlossaryForms(input.catalog());
        assets.add(GlossaryForms.SCRIPT, glossary.script());
        this.shell = shell(history);
    }

    /** A whole site at once, for few projects. */
    public static Site build(SiteInput input, List<Project> projects) {
        boolean history = projects.stream().anyMatch(project -> !project.evolution().isEmpty());
        SiteBuilder builder = new SiteBuilder(input, projects.stream().map(p -> p.review().project()).toList(), history);
        List<ProjectPart> parts = projects.stream().map(builder::project).toList();
        Part rest = builder.rest(parts.stream().map(ProjectPart::brief).toList());
        List<Page> pages = new ArrayList<>(rest.pages());
        Map<String, byte[]> files = new TreeMap<>(rest.files());
        for (ProjectPart one : parts) {
            pages.addAll(one.part().pages());
            files.putAll(one.part().files());
        }
        return new Site(input.config().basePath(), builder.shell(), pages, files, builder.terms(), builder.problems());
    }

    /** What is the same on all pages. */
    public Shell shell() {
        return shell;
    }

    /** Forms of glossary terms that are linked where prose uses them. */
    public List<TermForm> terms() {
        return glossary.forms();
    }

    /** References of the catalog that lead nowhere, pictures that could not be drawn, in what was built so far: all of them warnings. */
    public List<Problem> problems() {
        return remarks.all();
    }

    /** The pages and files of one project. */
    public ProjectPart project(Project project) {
        SiteInput own = input.at(project.state());
        ProjectScope scope = new ProjectScope(Edition.ofProject(own, Addresses.of(map, project), remarks, project.detail()), project);
        List<Page> pages = project.detail() == Detail.BRIEF ? new BriefPages(scope).pages() : new ProjectPages(scope).pages();
        Brief brief = new BriefWriter(scope, pages).brief();
        SiteMap addresses = scope.edition().map();
        Map<String, byte[]> files = new TreeMap<>();
        files.putAll(scope.portions().files());
        project.exports().forEach((name, bytes) -> files.put(addresses.address("export", brief.id() + "/" + name), bytes));
        for (Page page : pages) {
            if (page instanceof HandoffPage handoff) {
                files.put(page.frame().path().replace("index.html", "") + handoff.twin().text(), TableYaml.of(handoff));
            }
            if (page instanceof ExplorerPage explorer) {
                explorer.states().forEach((name, script) ->
                        files.put(page.frame().path().replace("index.html", "") + name, script.getBytes(StandardCharsets.UTF_8)));
            }
        }
        if (!brief.moments().isEmpty()) {
            String path = addresses.address("project", brief.id()).replace("index.html", FEED);
            files.put(path, new Feed(scope.edition(), path, brief.title() + ": what changed").of(List.of(brief)));
        }
        String folder = folder(addresses, brief);
        String list = new PageList(input.config().baseUrl(), folder).of(brief.title(), brief.purpose(), brief.pages(), Map.of());
        files.put(folder + PageList.NAME, list.getBytes(StandardCharsets.UTF_8));
        return new ProjectPart(brief, new Part(pages, files));
    }

    /**
     * Everything beyond the projects.
     *
     * @param briefs of all projects, in their order
     */
    public Part rest(List<Brief> briefs) {
        SiteMap whole = map.extended();
        briefs.forEach(brief -> whole.adopt(brief.addresses()));
        Edition edition = Edition.ofSite(input, whole, remarks, briefs);
        PortfolioPages portfolio = new PortfolioPages(edition);
        PlainPages plain = new PlainPages(edition);
        List<Page> first = List.of(portfolio.home(), portfolio.projects(), portfolio.triage());
        List<Page> reference = reference(edition.ofTheCatalog());
        List<Page> hand = new ArrayList<>(plain.handWritten());
        hand.add(plain.search());
        List<Listing> listings = Stream.of(
                        listings(first), briefs.stream().flatMap(brief -> brief.pages().stream()), listings(reference), listings(hand))
                .flatMap(s -> s)
                .toList();
        Map<String, String> folders = briefs.stream()
                .collect(Collectors.toMap(brief -> folder(map, brief), Brief::title, (a, b) -> a, TreeMap::new));
        List<Page> last = new ArrayList<>(new IndexPages(edition).pages(listings, folders.keySet()));
        last.add(plain.missing());
        Map<String, byte[]> files = new TreeMap<>(
                new PlainFiles(edition).of(Stream.concat(listings.stream(), listings(last)).toList(), folders));
        files.put(INDEX, SearchIndex.of(listings, folders, assets));
        files.putAll(assets.files());
        if (!shell.feed().isEmpty()) {
            files.put(FEED, new Feed(edition, FEED, input.config().title() + ": what changed").of(briefs));
        }
        List<Page> pages = Stream.of(first, reference, hand, last).flatMap(List::stream).toList();
        return new Part(pages, files);
    }

    private static String folder(SiteMap map, Brief brief) {
        return map.address("project", brief.id()).replace("index.html", "");
    }

    private static Stream<Listing> listings(List<Page> pages) {
        return pages.stream().map(page -> page.frame().listing());
    }

    /** Independent pages are built at the same time; their order is fixed. */
    private static List<Page> reference(Edition edition) {
        Catalog catalog = edition.input().catalog();
        ReferencePages reference = new ReferencePages(edition);
        List<Page> pages = new ArrayList<>(new CatalogLists(edition).pages());
        pages.addAll(Stream.of(
                        catalog.patterns().values().parallelStream().map(p -> (Page) new PatternPages(edition).page(p)).toList(),
                        catalog.antiPatterns().values().parallelStream().map(a -> (Page) new AntiPatternPages(edition).page(a)).toList(),
                        catalog.technologies().values().parallelStream().map(t -> (Page) new TechnologyPages(edition).page(t)).toList(),
                        catalog.rules().values().parallelStream().map(r -> (Page) new RulePages(edition).page(r)).toList(),
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
        return pages;
    }

    private Shell shell(boolean history) {
        SiteConfig config = input.config();
        Edition edition = Edition.ofProject(input, map, remarks, Detail.FULL);
        List<PageLink> more = new ArrayList<>(List.of(
                page("Checklist", "checklist"), page("Consistency models", "consistency"), page("Comparisons", "comparisons"),
                page("Learning paths", "paths"), page("Calculators", "calculators"), page("Glossary", "glossary"),
                page("Anti-patterns", "anti-patterns"), page("Concerns", "concerns"), page("Rules", "rules"),
                page("Incidents", "incidents"),
                page("What you can state", "vocabulary"), page("Index A-Z", "index")));
        more.addAll(new PlainPages(edition).links());
        if (history) {
            more.add(new PageLink("Feed of changes", FEED));
        }
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
                INDEX,
                assets.name("preview.js"),
                assets.name(GlossaryForms.SCRIPT),
                assets.name("calculators.js"),
                new Html(assets.themeScript()),
                assets.policy(),
                input.revision().version(),
                assets.names(),
                history ? FEED : "");
    }

    private PageLink page(String text, String name) {
        return new PageLink(text, map.address("page", name));
    }
}

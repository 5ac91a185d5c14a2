package quorate.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quorate.derive.Scenario;
import quorate.derive.failure.Failure;
import quorate.derive.failure.Impacts;
import quorate.derive.failure.Spread;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Origin;
import quorate.model.Provenance;
import quorate.model.Subject;
import quorate.review.Finding;
import quorate.review.Review;
import quorate.site.page.EvidenceView;
import quorate.site.page.Mark;
import quorate.site.page.PageLink;
import quorate.site.page.Table;
import quorate.source.Location;

/** One project while its pages are built: what belongs to what, and how its subjects and facts are shown. */
final class ProjectScope {

    /** Parts of one picture, at most. */
    static final int PICTURED = 25;

    private final Edition edition;
    private final Project project;
    private final Review review;
    private final SourceLinks sources;
    private final Portions portions;
    private final Map<String, List<Spread>> spreads = new HashMap<>();
    private Impacts impacts;

    ProjectScope(Edition edition, Project project) {
        this.edition = edition;
        this.project = project;
        this.review = project.review();
        this.sources = sources(edition, project);
        this.portions = new Portions(this);
    }

    /** Whether all components are too many for one picture, so that the project is shown by groups of them. */
    static boolean isLarge(Architecture architecture) {
        return architecture.components().size() > PICTURED;
    }

    boolean isLarge() {
        return isLarge(architecture());
    }

    boolean isBrief() {
        return project.detail() == Detail.BRIEF;
    }

    /** Divides what is too long for one page. */
    Portions portions() {
        return portions;
    }

    private static SourceLinks sources(Edition edition, Project project) {
        String repository = edition.input().config().repository();
        if (!project.folder().isEmpty() && !repository.isEmpty()) {
            return new SourceLinks(repository, edition.revision(), project.folder());
        }
        String own = project.review().input().linked().architecture().system().get(Keys.REPOSITORY).or("");
        return new SourceLinks(project.folder().isEmpty() ? own : "", "HEAD", "");
    }

    Edition edition() {
        return edition;
    }

    Project project() {
        return project;
    }

    Review review() {
        return review;
    }

    Architecture architecture() {
        return review.input().linked().architecture();
    }

    String id() {
        return review.project();
    }

    String title() {
        return architecture().system().title();
    }

    List<Scenario> scenarios() {
        return review.input().derived().scenarios();
    }

    /** Where a failure gets to, by side; computed when the first page asks, since a check of a project does not need it. */
    List<Spread> spread(Failure failure) {
        if (impacts == null) {
            impacts = new Impacts(architecture());
        }
        return spreads.computeIfAbsent(failure.id(), id -> impacts.spread(failure));
    }

    Here at(String kind) {
        return edition.at(kind, id());
    }

    Here at(String kind, String id) {
        return edition.at(kind, id() + "/" + id);
    }

    FrameBuilder frame(Here here, String type, String title) {
        return edition.frame(here, type, title).crumb(home(here));
    }

    PageLink home(Here here) {
        return here.link(title(), "project", id());
    }

    /** Where it is said that the project is shown in brief, and how to get the rest; nowhere when it is not. */
    PageLink brief(Here here) {
        return isBrief() ? new PageLink("shown in brief", home(here).href() + "#brief") : PageLink.NONE;
    }

    PageLink link(Here here, String text, String kind, String id) {
        return here.link(text, kind, id() + "/" + id);
    }

    PageLink step(Here here, int number) {
        return link(here, ReviewStep.of(number).full(), "step", "" + number);
    }

    /** The name of a subject as it is read: an arrow instead of {@code ->}. */
    static String name(Subject subject) {
        return subject.title().replace("->", "→");
    }

    /** The place of the subject on the site; plain text when it has none. */
    PageLink subject(Here here, Subject subject) {
        if (subject.kind().isComponent()) {
            return here.maybe(name(subject), "component", id() + "/" + subject.id());
        }
        if (subject instanceof Link link) {
            String text = title(link.from()) + " → " + title(link.to());
            return here.maybe(text, "subject", id() + "/" + Kind.LINK + "/" + subject.id());
        }
        return here.maybe(name(subject), "subject", id() + "/" + subject.kind() + "/" + subject.id());
    }

    /** The component as a link under its title. */
    PageLink component(Here here, String id) {
        return here.maybe(title(id), "component", id() + "/" + id);
    }

    String title(String component) {
        return architecture().component(component).map(Entity::title).orElse(component);
    }

    List<Finding> ofStep(int step) {
        return review.findings().stream().filter(f -> f.rule().step() == step).toList();
    }

    /** Findings about the component, about a link from it, or about data that it alone holds. */
    List<Finding> of(Entity component) {
        return review.findings().stream().filter(f -> concerns(f.subject(), component)).toList();
    }

    private static boolean concerns(Subject subject, Entity component) {
        if (subject instanceof Link link) {
            return link.from().equals(component.id());
        }
        if (subject.kind() == Kind.DATA_DOMAIN) {
            return subject.get(Keys.STORES).or(List.of()).contains(component.id());
        }
        return subject.kind() == component.kind() && subject.id().equals(component.id());
    }

    /** What is wrong with the component, for its mark in diagrams; no mark when nothing is. */
    Mark mark(Entity component) {
        Verdict verdict = Verdict.of(of(component));
        return verdict.wrong().isEmpty() ? Mark.NONE : verdict.mark();
    }

    /** Components that a scenario is about: its subject, the ends of a link, what is placed in a fault domain. */
    List<Entity> touched(Subject subject) {
        Set<Entity> found = new LinkedHashSet<>();
        if (subject instanceof Link link) {
            architecture().component(link.to()).ifPresent(found::add);
            architecture().component(link.from()).ifPresent(found::add);
        } else if (subject.kind().isComponent()) {
            architecture().component(subject.id()).ifPresent(found::add);
        } else if (subject.kind() == Kind.FAULT_DOMAIN) {
            architecture().components().stream()
                    .filter(c -> c.get(Keys.PLACEMENT).or(List.of()).contains(subject.id())
                            || c.get(Keys.VOTER_PLACEMENT).or(List.of()).contains(subject.id()))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    /** A fact as a cell: its value; what it is by default says so; what is not stated is never empty. */
    <T> Table.Cell fact(Subject subject, Key<T> key) {
        Fact<T> fact = subject.get(key);
        if (fact.isUnknown()) {
            return Table.Cell.of(Marks.UNKNOWN, "~");
        }
        String text = fact.value().map(key.type()::show).orElse("none");
        Provenance provenance = fact.origin().provenance();
        return Table.Cell.of(text).noted(provenance == Provenance.DECLARED ? "" : provenance.word());
    }

    <T> String text(Subject subject, Key<T> key) {
        Fact<T> fact = subject.get(key);
        return fact.isUnknown() ? "not stated" : fact.value().map(key.type()::show).orElse("none");
    }

    List<EvidenceView> evidence(Here here, List<Evidence> because) {
        return EvidenceView.once(views(here, because));
    }

    private List<EvidenceView> views(Here here, List<Evidence> because) {
        return because.stream().map(e -> evidence(here, e)).toList();
    }

    EvidenceView evidence(Here here, Evidence evidence) {
        Mark provenance = evidence.origin().map(o -> Marks.provenance(o.provenance())).orElse(Mark.NONE);
        PageLink place = evidence.origin().map(o -> place(here, o)).orElse(PageLink.NONE);
        String how = evidence.origin().map(Origin::how).orElse("");
        return new EvidenceView(
                evidence.claim().replace("->", "→"), provenance, place, how, views(here, evidence.because()));
    }

    /** A default is written in the catalog; everything else in the project's own files. */
    private PageLink place(Here here, Origin origin) {
        Location at = origin.at();
        if (origin.provenance() == Provenance.DEFAULT) {
            String id = at.file().replaceAll("^.*/|\\.md$", "");
            PageLink link = here.maybe(at.file(), "technology", id);
            return link.href().isEmpty() ? link : new PageLink(edition.input().catalog().technologies().get(id).name(), link.href());
        }
        if (origin.provenance() == Provenance.UNKNOWN) {
            PageLink link = sources.of(at);
            return new PageLink("could stand at " + link.text(), link.href());
        }
        return sources.of(at);
    }

    PageLink source(String file) {
        return sources.of(Location.of(file));
    }

    PageLink source(Location at) {
        return sources.of(at);
    }

    /** Links that join two of the components, and the fact table of the whole. */
    List<Link> between(Set<String> components) {
        List<Link> links = new ArrayList<>();
        for (Link link : architecture().links()) {
            if (components.contains(link.from()) && components.contains(link.to())) {
                links.add(link);
            }
        }
        return links;
    }

    /** Technology of each component by id. */
    Map<String, quorate.catalog.Technology> technologies() {
        return review.input().linked().technologies();
    }
}

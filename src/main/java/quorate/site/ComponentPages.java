package quorate.site;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import quorate.catalog.EntryKind;
import quorate.derive.consistency.DomainPosition;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words;
import quorate.site.page.ComponentPage;
import quorate.site.page.PageLink;

/** Builds the page of each component. */
final class ComponentPages {

    private final ProjectScope scope;
    private final FindingViews findings;
    private final FactTables tables;
    private final SystemPictures pictures;

    ComponentPages(ProjectScope scope) {
        this.scope = scope;
        this.findings = new FindingViews(scope);
        this.tables = new FactTables(scope);
        this.pictures = new SystemPictures(scope);
    }

    List<ComponentPage> pages() {
        return scope.architecture().components().stream().map(this::page).toList();
    }

    private ComponentPage page(Entity entity) {
        Here here = scope.at("component", entity.id());
        Verdict verdict = Verdict.of(scope.of(entity));
        List<Link> links = new ArrayList<>(scope.architecture().linksFrom(entity.id()));
        scope.architecture().linksTo(entity.id()).stream().filter(l -> !links.contains(l)).forEach(links::add);
        List<Link> calls = scope.architecture().linksFrom(entity.id()).stream().filter(l -> !l.get(Keys.MODE).is(Words.LinkMode.ASYNC)).toList();
        PageLink technology = scope.review().input().linked().technology(entity)
                .map(t -> here.maybe(t.name(), "technology", t.id()))
                .orElseGet(() -> PageLink.plain(entity.get(Keys.TECHNOLOGY).or("")));
        FrameBuilder frame = scope.frame(here, "service", entity.title())
                .about(entity.get(Keys.PURPOSE).or(verdict.line()))
                .heading(!verdict.wrong().isEmpty(), "Findings", "findings")
                .heading(!links.isEmpty(), "Neighbours", "neighbours-section")
                .heading(!calls.isEmpty(), "Time budgets", "budgets")
                .heading("Facts", "facts")
                .find(Phrases.capital(entity.kind().word()), List.of(entity.id(), technology.text()), scope.title());
        return new ComponentPage(
                frame.build(),
                entity.id(),
                entity.kind().word(),
                entity.get(Keys.PURPOSE).or(""),
                role(entity),
                verdict.mark(),
                verdict.line(),
                technology,
                findings.all(here, verdict.wrong()),
                here.link("questions", "questions", scope.id()),
                links.isEmpty() ? quorate.site.page.Diagram.NONE : pictures.neighbourhood(here, entity),
                tables.neighbours(here, entity, links),
                tables.timeouts(here, "budgets-table", "Calls that " + entity.title() + " makes", calls),
                tables.facts(here, entity),
                Trials.of(here, entity),
                domains(here, entity),
                runbooks(here, entity),
                incidents(here, entity));
    }

    /** What it is, in a line: type, replicas, places. */
    private String role(Entity entity) {
        List<String> parts = new ArrayList<>();
        entity.get(Keys.REPLICAS).value().ifPresent(n -> parts.add(n + (n == 1 ? " replica" : " replicas")));
        List<String> places = entity.get(Keys.PLACEMENT).or(List.of()).stream().distinct().toList();
        if (!places.isEmpty()) {
            parts.add("in " + Phrases.list(places));
        }
        entity.get(Keys.OWNER).value().ifPresent(owner -> parts.add("owned by " + owner));
        return String.join(", ", parts);
    }

    /** The data that it holds; of a service those of the stores that it calls. */
    private List<ComponentPage.Domain> domains(Here here, Entity entity) {
        List<ComponentPage.Domain> list = new ArrayList<>();
        for (DomainPosition position : scope.review().input().derived().positions()) {
            List<String> stores = position.domain().get(Keys.STORES).or(List.of());
            String title = position.domain().title();
            if (stores.contains(entity.id())) {
                list.add(domain(here, title, position));
            } else if (entity.kind() == Kind.SERVICE) {
                scope.architecture().linksFrom(entity.id()).stream().map(Link::to).filter(stores::contains).findFirst().ifPresent(
                        store -> list.add(domain(here, title + ", in " + scope.title(store), position)));
            }
        }
        return list;
    }

    private ComponentPage.Domain domain(Here here, String name, DomainPosition position) {
        return new ComponentPage.Domain(name, words(position), scope.evidence(here, position.why().because()));
    }

    private static String words(DomainPosition position) {
        String under = position.underPartition()
                .map(p -> switch (p) {
                    case REFUSE -> "prefers consistency: an operation that is cut off is refused";
                    case SERVE_STALE -> "serves old data to those who are cut off";
                    case ACCEPT_AND_MERGE -> "prefers availability: both sides accept writes that are merged later";
                })
                .orElse("what a partition does is not stated");
        return under + " (" + position.cap() + ")";
    }

    private List<PageLink> runbooks(Here here, Entity entity) {
        return scope.scenarios().stream()
                .filter(s -> scope.touched(s.failure().subject()).contains(entity))
                .map(s -> scope.link(here, s.failure().title(), "runbook", s.failure().id()))
                .toList();
    }

    private List<PageLink> incidents(Here here, Entity entity) {
        Set<String> ids = new LinkedHashSet<>();
        scope.review().input().linked().technology(entity).ifPresent(t -> {
            ids.addAll(t.incidents());
            scope.edition().input().catalog().incidents().values().stream()
                    .filter(i -> i.technologies().contains(t.id()))
                    .forEach(i -> ids.add(i.id()));
        });
        return ids.stream()
                .filter(id -> scope.edition().input().catalog().incidents().containsKey(id))
                .map(id -> scope.edition().named(here, EntryKind.INCIDENT, id))
                .toList();
    }

    static boolean isStateful(Entity entity) {
        return entity.kind() == Kind.STORE || entity.kind() == Kind.CHANNEL;
    }
}

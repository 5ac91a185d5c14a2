package quorate.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quorate.catalog.ConsistencyModel;
import quorate.derive.consistency.DomainPosition;
import quorate.site.diagram.Graph;
import quorate.site.diagram.GraphPicture;
import quorate.site.page.ConsistencyPage;
import quorate.site.page.Diagram;
import quorate.site.page.Html;
import quorate.site.page.Mark;
import quorate.site.page.PageLink;
import quorate.site.page.Table;

/** Builds the map of consistency models. */
final class ConsistencyPages {

    private final Edition edition;
    private final Map<String, ConsistencyModel> models;

    ConsistencyPages(Edition edition) {
        this.edition = edition;
        this.models = edition.input().catalog().consistency().models();
    }

    ConsistencyPage page() {
        Here here = edition.at("page", "consistency");
        FrameBuilder frame = edition.frame(here, "map", "Consistency models")
                .about("What readers may rely on. An arrow leads from a model to a weaker one that it implies.")
                .crumb(here.link("Patterns", "page", "patterns"))
                .heading("As a list", "list")
                .heading(hasDomains(), "Data domains here", "domains")
                .heading("The models", "models")
                .find("Page", List.of("consistency map", "isolation levels"), "");
        models.values().forEach(m -> frame.find("Consistency model", m.name(), m.aliases(), "model-" + Slug.of(m.id()), m.definition(), m.forbids()));
        return new ConsistencyPage(frame.build(), map(here), roots(here), views(here), domains(here), new Calculators(edition).on(here, "consistency"));
    }

    static Mark availability(String word) {
        return switch (word == null ? "" : word) {
            case "total" -> new Mark("ok", "total");
            case "sticky" -> new Mark("medium", "sticky");
            case "unavailable" -> new Mark("critical", "unavailable");
            default -> new Mark("unknown", "not stated");
        };
    }

    private Diagram map(Here here) {
        List<Graph.Node> nodes = new ArrayList<>();
        List<Graph.Edge> edges = new ArrayList<>();
        for (ConsistencyModel model : models.values()) {
            Graph.Shape shape =
                    switch (model.scope()) {
                        case "transaction" -> Graph.Shape.SERVICE;
                        case "session" -> Graph.Shape.CHANNEL;
                        default -> Graph.Shape.STATE;
                    };
            nodes.add(Pictures.node(model.id(), model.name(), shape, "", here.link("", "model", model.id()).href(),
                    model.name() + ", availability " + model.availability(), availability(model.availability()), false));
            for (String weaker : model.implies()) {
                if (models.containsKey(weaker)) {
                    String title = model.name() + " implies " + models.get(weaker).name();
                    edges.add(new Graph.Edge(model.id(), weaker, "", false, "", title, Mark.NONE));
                }
            }
        }
        if (nodes.isEmpty()) {
            return Diagram.NONE;
        }
        Graph graph = new Graph(Graph.Direction.DOWN, nodes, edges, List.of());
        String svg = GraphPicture.draw(graph, edition.input().layout(), "map", "Map of consistency models",
                "Strong models stand above the weaker ones that they imply. The list below says the same.");
        return new Diagram("map", "Map of consistency models", new Html(svg), "");
    }

    private List<ConsistencyPage.Branch> roots(Here here) {
        Set<String> implied = new HashSet<>();
        models.values().forEach(m -> implied.addAll(m.implies()));
        Set<String> seen = new HashSet<>();
        return models.values().stream()
                .filter(m -> !implied.contains(m.id()))
                .map(m -> branch(here, m, seen))
                .toList();
    }

    private ConsistencyPage.Branch branch(Here here, ConsistencyModel model, Set<String> seen) {
        boolean repeated = !seen.add(model.id()) && !model.implies().isEmpty();
        List<ConsistencyPage.Branch> implied = repeated || model.implies().isEmpty()
                ? List.of()
                : model.implies().stream().filter(models::containsKey).map(id -> branch(here, models.get(id), seen)).toList();
        return new ConsistencyPage.Branch(here.link(model.name(), "model", model.id()), model.availability(), repeated, implied);
    }

    private List<ConsistencyPage.Model> views(Here here) {
        Map<String, List<PageLink>> users = users(here);
        return models.values().stream()
                .map(m -> new ConsistencyPage.Model(
                        "model-" + Slug.of(m.id()),
                        m.name(),
                        m.aliases(),
                        m.scope(),
                        availability(m.availability()),
                        m.definition(),
                        m.forbids(),
                        m.example(),
                        m.source(),
                        links(here, m.implies()),
                        links(here, models.values().stream().filter(o -> o.implies().contains(m.id())).map(ConsistencyModel::id).toList()),
                        users.getOrDefault(m.id(), List.of())))
                .toList();
    }

    private List<PageLink> links(Here here, List<String> ids) {
        return ids.stream().filter(models::containsKey).map(id -> here.link(models.get(id).name(), "model", id)).toList();
    }

    /** Technologies that offer the model by default or at most, and data domains whose readers get it. */
    private Map<String, List<PageLink>> users(Here here) {
        Map<String, List<PageLink>> users = new LinkedHashMap<>();
        edition.input().catalog().technologies().values().forEach(t -> {
            if (t.consistency() != null) {
                add(users, t.consistency().model(), here.link(t.name() + " by default", "technology", t.id()));
                if (!t.consistency().strongestModel().equals(t.consistency().model())) {
                    add(users, t.consistency().strongestModel(), here.link(t.name() + " at most", "technology", t.id()));
                }
            }
        });
        return users;
    }

    private static void add(Map<String, List<PageLink>> users, String model, PageLink link) {
        if (!model.isEmpty()) {
            users.computeIfAbsent(model, m -> new ArrayList<>()).add(link);
        }
    }

    private boolean hasDomains() {
        return edition.input().projects().stream().anyMatch(p -> !p.review().input().derived().positions().isEmpty());
    }

    private Table domains(Here here) {
        Rows rows = Rows.of("domains-table", "Data domains and the models that they need and get", "Project*", "Data domain", "Needs", "Gets", "Under partition*");
        for (Project project : edition.input().projects()) {
            String id = project.review().project();
            for (DomainPosition position : project.review().input().derived().positions()) {
                rows.row(
                        "",
                        Table.Cell.of(here.link(project.review().input().linked().architecture().system().title(), "project", id)),
                        Table.Cell.of(here.maybe(position.domain().title(), "subject", id + "/" + position.domain().kind() + "/" + position.domain().id())),
                        position.required().value().map(m -> Table.Cell.of(model(here, m))).orElse(Table.Cell.of(Marks.UNKNOWN, "")),
                        position.offered().map(m -> Table.Cell.of(model(here, m))).orElse(Table.Cell.of(Marks.UNKNOWN, "")),
                        Table.Cell.of(Marks.cap(position.cap()), position.cap()));
            }
        }
        return rows.table();
    }

    private PageLink model(Here here, String word) {
        return edition.input().catalog().consistency().find(word)
                .map(m -> here.link(m.name(), "model", m.id()))
                .orElse(PageLink.plain(word));
    }
}

package quorate.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quorate.catalog.Anomaly;
import quorate.catalog.ConsistencyModel;
import quorate.catalog.ConsistencyOrder;
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
    private final ConsistencyOrder order;
    private final Map<String, ConsistencyModel> models;

    ConsistencyPages(Edition edition) {
        this.edition = edition;
        this.order = edition.input().catalog().consistency();
        this.models = order.models();
    }

    ConsistencyPage page() {
        Here here = edition.at("page", "consistency");
        Table domains = new DomainRows(edition).all(here);
        FrameBuilder frame = edition.frame(here, "map", "Consistency models")
                .about("What readers may rely on. An arrow leads from a model to a weaker one that it implies.")
                .crumb(here.link("Patterns", "page", "patterns"))
                .heading("As a list", "list")
                .heading(!domains.rows().isEmpty(), "Data domains here", "domains")
                .heading("The models", "models")
                .heading(!order.anomalies().isEmpty(), "Anomalies", "anomalies")
                .find("Page", List.of("consistency map", "isolation levels"), "");
        order.anomalies().values().forEach(a ->
                frame.find("Anomaly", a.name(), a.aliases(), anchor(a), a.definition(), ""));
        return new ConsistencyPage(frame.build(), map(here), roots(here), models(here), anomalies(here), domains,
                new Calculators(edition).on(here, "consistency"));
    }

    static String anchor(Anomaly anomaly) {
        return "anomaly-" + Slug.of(anomaly.id());
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
                    "", availability(model.availability()), false));
            for (String weaker : model.implies()) {
                if (models.containsKey(weaker)) {
                    edges.add(new Graph.Edge(model.id(), weaker, "", false, "", "", Mark.NONE));
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
        return new ConsistencyPage.Branch(here.link(model.name(), "model", model.id()), availability(model.availability()),
                repeated, implied);
    }

    private Table models(Here here) {
        Rows rows = Rows.of("models-table", "Consistency models, strong ones first", "Model", "Speaks of*", "Under partition*",
                "What it guarantees");
        models.values().forEach(m -> rows.row(
                "model-" + Slug.of(m.id()),
                Table.Cell.of(here.link(m.name(), "model", m.id())),
                Table.Cell.of(m.scope()),
                Table.Cell.of(availability(m.availability()), m.availability()),
                Table.Cell.of(m.definition())));
        return rows.table();
    }

    private Table anomalies(Here here) {
        Rows rows = Rows.of("anomalies-table", "Anomalies and the weakest models that rule them out", "Anomaly",
                "What users see", "Ruled out from");
        order.anomalies().values().forEach(a -> rows.row(
                anchor(a),
                Table.Cell.of(a.name()).noted(String.join(", ", a.aliases())),
                Table.Cell.of(a.definition()),
                Table.Cell.of(links(here, a.forbiddenBy()))));
        return rows.table();
    }

    private List<PageLink> links(Here here, List<String> ids) {
        return ids.stream().filter(models::containsKey).map(id -> here.link(models.get(id).name(), "model", id)).toList();
    }
}

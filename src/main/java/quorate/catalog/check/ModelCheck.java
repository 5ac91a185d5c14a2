package quorate.catalog.check;

import java.util.List;
import quorate.catalog.Anomaly;
import quorate.catalog.Catalog;
import quorate.catalog.ConsistencyModel;
import quorate.catalog.ConsistencyOrder;
import quorate.catalog.EntryKind;
import quorate.catalog.History;
import quorate.source.Location;
import quorate.source.Spelling;

/** The consistency models are an order without circles and shortcuts, and what they name is there. */
final class ModelCheck {

    private static final String FILE = "consistency-models.yaml";

    private final Catalog catalog;
    private final ConsistencyOrder order;
    private final Report report;

    ModelCheck(Catalog catalog, Report report) {
        this.catalog = catalog;
        this.order = catalog.consistency();
        this.report = report;
    }

    void check() {
        order.models().values().forEach(this::model);
        for (Anomaly anomaly : order.anomalies().values()) {
            models(anomaly.forbiddenBy(), anomaly.id() + ": forbidden-by", at("anomalies", anomaly.id(), "forbidden-by"));
            sources(List.of(anomaly.source()), anomaly.id(), at("anomalies", anomaly.id(), "source"));
        }
    }

    private Location at(String list, String id, Object... path) {
        return report.places().of(FILE, list, id, path);
    }

    private void model(ConsistencyModel model) {
        Location implies = at("models", model.id(), "implies");
        for (String implied : model.implies()) {
            ConsistencyModel other = order.models().get(implied);
            if (other == null) {
                report.error(implies, model.id() + " implies '" + implied + "', which is no model", "");
            } else if (order.implies(implied, model.id())) {
                report.error(implies, model.id() + " and " + implied + " imply each other", "");
            } else if (model.implies().stream()
                    .anyMatch(between -> !between.equals(implied) && order.implies(between, implied))) {
                report.error(implies, model.id() + " implies " + implied + " already through another model",
                        "Name direct ones only.");
            }
        }
        models(model.allows(), model.id() + ": allows", at("models", model.id(), "allows"));
        model.allows().stream()
                .filter(other -> order.implies(model.id(), other))
                .forEach(other -> report.error(at("models", model.id(), "allows"),
                        model.id() + " allows what " + other + " forbids, and implies it", ""));
        model.patterns().stream()
                .filter(way -> catalog.entry(EntryKind.PATTERN, way.pattern()).isEmpty()
                        && !report.places().hasFile(EntryKind.PATTERN, way.pattern()))
                .forEach(way -> report.error(at("models", model.id(), "patterns"),
                        model.id() + ": patterns: the catalog has no pattern '" + way.pattern() + "'", ""));
        sources(model.sources(), model.id(), at("models", model.id(), "sources"));
        for (History.Operation operation : model.forbidden().operations()) {
            if (operation.until() <= operation.at()) {
                report.error(at("models", model.id(), "forbidden"),
                        model.id() + ": '" + operation.does() + "' ends before it begins", "Correct at and until.");
            }
        }
    }

    private void models(List<String> ids, String field, Location at) {
        ids.stream()
                .filter(id -> !order.models().containsKey(id))
                .forEach(id -> report.error(at, field + ": no model '" + id + "'", Spelling.hint(id, order.models().keySet())));
    }

    private void sources(List<String> ids, String owner, Location at) {
        ids.stream()
                .filter(id -> !id.isEmpty() && !order.sources().containsKey(id))
                .forEach(id -> report.error(at, owner + " cites '" + id + "', which is not among the sources", ""));
    }
}

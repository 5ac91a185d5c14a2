package quorate.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import quorate.catalog.Anomaly;
import quorate.catalog.ConsistencyModel;
import quorate.catalog.ConsistencyOrder;
import quorate.catalog.EntryKind;
import quorate.catalog.Technology;
import quorate.site.page.Mark;
import quorate.site.page.ModelPage;
import quorate.site.page.Page;
import quorate.site.page.PageLink;
import quorate.site.page.Source;
import quorate.site.page.Table;
import quorate.source.Location;

/** Builds the page of each consistency model. */
final class ModelPages {

    private static final Location FILE = Location.of("catalog/consistency-models.yaml");

    private final Edition edition;
    private final ConsistencyOrder order;
    private final List<ConsistencyModel> models;

    ModelPages(Edition edition) {
        this.edition = edition;
        this.order = edition.input().catalog().consistency();
        this.models = List.copyOf(order.models().values());
    }

    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            pages.add(page(i));
        }
        return pages;
    }

    private ModelPage page(int index) {
        ConsistencyModel model = models.get(index);
        Here here = edition.at("model", model.id());
        Table technologies = technologies(here, model);
        Table patterns = patterns(here, model);
        Table domains = new DomainRows(edition).of(here, model.id());
        Table anomalies = anomalies(here, model);
        boolean history = !model.forbidden().operations().isEmpty();
        FrameBuilder frame = edition.frame(here, "model", model.name())
                .about(model.definition())
                .crumb(here.link("Patterns", "page", "patterns"))
                .crumb(here.link("Consistency models", "page", "consistency"))
                .writtenIn(edition.origin(FILE))
                .heading(history || !model.forbids().isEmpty(), "What it forbids", "forbids")
                .heading(!model.allows().isEmpty(), "What it still allows", "allows")
                .heading("Place in the order", "order")
                .heading(!anomalies.rows().isEmpty(), "Anomalies", "anomalies")
                .heading("Technologies that offer it", "technologies")
                .heading(!patterns.rows().isEmpty(), "Patterns that give it", "patterns")
                .heading(!domains.rows().isEmpty(), "Data domains here", "domains")
                .heading(!model.sources().isEmpty(), "Sources", "sources")
                .previous(index == 0 ? PageLink.NONE : link(here, models.get(index - 1)))
                .next(index == models.size() - 1 ? PageLink.NONE : link(here, models.get(index + 1)))
                .find("Consistency model", model.aliases(), model.forbids() + " " + model.scope());
        return new ModelPage(
                frame.build(),
                model.definition(),
                model.forbids(),
                model.aliases(),
                model.scope(),
                ConsistencyPages.availability(model.availability()),
                availability(model.availability()),
                Histories.of(model, "history", PageLink.NONE),
                model.allows().stream()
                        .map(order.models()::get)
                        .filter(Objects::nonNull)
                        .map(other -> Histories.of(other, "history-" + Slug.of(other.id()), link(here, other)))
                        .toList(),
                links(here, model.implies()),
                models.stream()
                        .filter(o -> !o.id().equals(model.id()) && order.implies(model.id(), o.id())
                                && !model.implies().contains(o.id()))
                        .map(o -> link(here, o))
                        .toList(),
                models.stream().filter(o -> o.implies().contains(model.id())).map(o -> link(here, o)).toList(),
                model.note(),
                anomaliesText(model),
                anomalies,
                technologies,
                patterns,
                domains,
                edition.back().of(here, "model", model.id()),
                sources(model));
    }

    private static PageLink link(Here here, ConsistencyModel model) {
        return here.link(model.name(), "model", model.id());
    }

    private List<PageLink> links(Here here, List<String> ids) {
        return ids.stream().map(order.models()::get).filter(Objects::nonNull).map(m -> link(here, m)).toList();
    }

    private static String availability(String word) {
        return switch (word) {
            case "total" -> "Every live node can answer under partition.";
            case "sticky" -> "A client is answered under partition as long as it stays with its replica.";
            default -> "Under partition, or without enough live members, some operations must be refused.";
        };
    }

    /** Anomalies of transactions mean nothing to a model of single operations, so they are not listed there. */
    private Table anomalies(Here here, ConsistencyModel model) {
        Rows rows = Rows.of("anomalies-table", "Anomalies under " + model.name(), "Anomaly", "What users see", "Under it*");
        for (Anomaly anomaly : order.anomalies().values()) {
            if (ofTransactions(model) || anomaly.scope().equals("object")) {
                boolean forbidden = order.forbids(model.id(), anomaly);
                rows.row(
                        "",
                        Table.Cell.of(here.link(anomaly.name(), "anomaly", anomaly.id())),
                        Table.Cell.of(anomaly.definition()),
                        Table.Cell.of(forbidden ? new Mark("ok", "ruled out") : new Mark("high", "possible"),
                                forbidden ? "ruled out" : "possible"));
            }
        }
        return rows.table();
    }

    private static boolean ofTransactions(ConsistencyModel model) {
        return model.scope().equals("transaction");
    }

    private static String anomaliesText(ConsistencyModel model) {
        return ofTransactions(model)
                ? "Where operations are single ones, each counts as a transaction of its own."
                : "It speaks of single operations only. Operations that belong together can be mixed with those of others, so"
                        + " every anomaly of transactions remains possible unless something else rules it out.";
    }

    private Table technologies(Here here, ConsistencyModel model) {
        Rows rows = Rows.of("technologies-table", "Technologies that offer " + model.name(), "Technology", "Offered", "How");
        for (Map.Entry<String, Technology> entry : edition.input().catalog().technologies().entrySet()) {
            Technology.Consistency c = entry.getValue().consistency();
            if (c != null && (c.model().equals(model.id()) || c.strongestModel().equals(model.id()))) {
                boolean byDefault = c.model().equals(model.id());
                String how = byDefault ? c.byDefault() : c.strongest();
                rows.row(
                        "",
                        Table.Cell.of(edition.named(here, EntryKind.TECHNOLOGY, entry.getKey())),
                        Table.Cell.of(byDefault ? "by default" : "at most, if set"),
                        Table.Cell.of(Phrases.capital(how == null ? "" : how)));
            }
        }
        return rows.table();
    }

    private Table patterns(Here here, ConsistencyModel model) {
        Rows rows = Rows.of("patterns-table", "Patterns that give " + model.name(), "Pattern", "How");
        model.patterns().forEach(way -> rows.row(
                "", Table.Cell.of(edition.entry(here, EntryKind.PATTERN, way.pattern(), FILE)), Table.Cell.of(way.how())));
        return rows.table();
    }

    private List<Source> sources(ConsistencyModel model) {
        return edition.printed(model.sources().stream().map(order.sources()::get).filter(Objects::nonNull).toList());
    }
}

package quorate.site;

import java.util.ArrayList;
import java.util.List;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words;
import quorate.site.page.PageLink;
import quorate.site.page.Table;

/** The facts of a project in tables, one or more for each step. */
final class FactTables {

    /** The table of components. */
    static final String COMPONENTS = "components-table";

    private final ProjectScope scope;

    FactTables(ProjectScope scope) {
        this.scope = scope;
    }

    List<Table> ofStep(Here here, int step) {
        List<Table> tables = new ArrayList<>();
        switch (step) {
            case 1 -> tables.addAll(new DomainTables(scope).tables(here));
            case 2 -> tables.add(coordination(here));
            case 3 -> tables.add(timeouts(here, "timeouts", "Time budgets of every synchronous call", synchronous()));
            case 4 -> tables.add(replication(here));
            case 5 -> tables.add(transactions(here));
            default -> tables.add(readiness());
        }
        tables.removeIf(table -> table.rows().isEmpty());
        return tables;
    }

    private Table coordination(Here here) {
        Rows rows = Rows.of("coordination", "What must be agreed on", "Coordination", "Purpose*", "Built on", "Voters", "Fencing token", "Checked by", "Lease", "Stated at");
        for (Entity entity : scope.architecture().all(Kind.COORDINATION)) {
            String on = entity.get(Keys.BUILT_ON).or("");
            rows.row(
                    "coordination-" + Slug.of(entity.id()),
                    Table.Cell.of(entity.title()),
                    scope.fact(entity, Keys.COORDINATION_PURPOSE),
                    on.isEmpty() ? Table.Cell.of(Marks.UNKNOWN, "~") : Table.Cell.of(scope.component(here, on)),
                    scope.architecture().component(on).map(c -> scope.fact(c, Keys.VOTERS)).orElse(Table.Cell.of(Marks.UNKNOWN, "~")),
                    scope.fact(entity, Keys.FENCING_TOKEN),
                    scope.fact(entity, Keys.TOKEN_CHECKED_BY),
                    scope.fact(entity, Keys.LEASE),
                    Table.Cell.of(scope.source(entity.at())));
        }
        return rows.table();
    }

    List<Link> synchronous() {
        return scope.architecture().links().stream().filter(l -> !l.get(Keys.MODE).is(Words.LinkMode.ASYNC)).toList();
    }

    Table timeouts(Here here, String id, String caption, List<Link> links) {
        Rows rows = Rows.of(id, caption, "Call", "Connect", "Read", "Per try", "Total", "Retry", "Breaker", "Fallback", "Stated at");
        for (Link link : links) {
            rows.row(
                    id + "-" + Slug.of(link.id()),
                    Table.Cell.of(scope.subject(here, link)),
                    scope.fact(link, Keys.TIMEOUT_CONNECT),
                    scope.fact(link, Keys.TIMEOUT_READ),
                    scope.fact(link, Keys.TIMEOUT_TRY),
                    scope.fact(link, Keys.TIMEOUT_TOTAL),
                    scope.fact(link, Keys.RETRY),
                    scope.fact(link, Keys.BREAKER_THRESHOLD),
                    scope.fact(link, Keys.FALLBACK),
                    Table.Cell.of(scope.source(link.at())));
        }
        return rows.table();
    }

    private Table replication(Here here) {
        Rows rows = Rows.of("replication", "How each store is replicated", "Store", "Topology*", "Acknowledged*", "Failover*", "Loss guard", "Lag bound", "Conflicts", "Anti-entropy", "Stated at");
        for (Entity store : scope.architecture().all(Kind.STORE)) {
            rows.row(
                    "replication-" + Slug.of(store.id()),
                    Table.Cell.of(scope.component(here, store.id())),
                    scope.fact(store, Keys.TOPOLOGY),
                    scope.fact(store, Keys.REPLICATION_MODE),
                    scope.fact(store, Keys.FAILOVER_MODE),
                    scope.fact(store, Keys.LOSS_GUARD),
                    scope.fact(store, Keys.LAG_BOUND),
                    scope.fact(store, Keys.CONFLICTS),
                    scope.fact(store, Keys.ANTI_ENTROPY),
                    Table.Cell.of(scope.source(store.at())));
        }
        return rows.table();
    }

    private Table transactions(Here here) {
        Rows rows = Rows.of("transactions", "Transactions that cross services, step by step", "Transaction", "Style*", "Step", "Action", "Compensation", "Retriable", "Idempotent", "Effect", "Stated at");
        for (Entity transaction : scope.architecture().all(Kind.TRANSACTION)) {
            List<Facts> steps = transaction.get(Keys.STEPS).or(List.of());
            for (Facts step : steps.isEmpty() ? List.of(Facts.none(transaction.at())) : steps) { // findings lead here in any case
                String service = step.get(Keys.STEP_SERVICE).or("");
                boolean pivot = step.get(Keys.PIVOT).is(true);
                rows.row(
                        "transaction-" + Slug.of(transaction.id()),
                        Table.Cell.of(transaction.title()),
                        scope.fact(transaction, Keys.STYLE),
                        service.isEmpty() ? Table.Cell.of(Marks.UNKNOWN, "~")
                                : Table.Cell.of(scope.component(here, service)).noted(pivot ? "pivot: no way back after it" : ""),
                        fact(step, Keys.ACTION),
                        fact(step, Keys.COMPENSATION),
                        fact(step, Keys.RETRIABLE),
                        fact(step, Keys.IDEMPOTENT),
                        fact(step, Keys.EFFECT),
                        Table.Cell.of(scope.source(transaction.at())));
            }
        }
        return rows.table();
    }

    private static <T> Table.Cell fact(Facts facts, Key<T> key) {
        return facts.get(key).isUnknown()
                ? Table.Cell.of(Marks.UNKNOWN, "~")
                : Table.Cell.of(facts.get(key).value().map(key.type()::show).orElse("none"));
    }

    private Table readiness() {
        Rows rows = Rows.of("readiness", "Runbooks, experiments, drills and alerts", "Item", "Kind*", "Covers", "About", "Last used", "Where");
        for (Entity item : scope.architecture().all(Kind.READINESS)) {
            rows.row(
                    "readiness-" + Slug.of(item.id()),
                    Table.Cell.of(item.title()),
                    scope.fact(item, Keys.READINESS_KIND),
                    scope.fact(item, Keys.COVERS),
                    scope.fact(item, Keys.ABOUT),
                    scope.fact(item, Keys.EXERCISED),
                    address(item));
        }
        return rows.table();
    }

    private Table.Cell address(Entity item) {
        String address = item.get(Keys.ADDRESS).or("");
        return address.matches("https?://.*") ? Table.Cell.of(new PageLink("open", address)) : scope.fact(item, Keys.ADDRESS);
    }

    /** Of the row of a component in its table. */
    static String anchor(Entity component) {
        return "component-" + Slug.of(component.id());
    }

    /** Components with who answers for them and what is wrong. */
    Table components(Here here, List<Entity> components) {
        Rows rows = Rows.of(COMPONENTS, "Components of " + scope.title(), "Component", "Kind*", "Owner*", "Technology", "Replicas#", "Placement", "Verdict");
        for (Entity entity : components) {
            Verdict verdict = Verdict.of(scope.of(entity));
            PageLink technology = technology(here, entity);
            int worst = verdict.wrong().isEmpty() ? 9 : verdict.wrong().get(0).severity().ordinal();
            rows.row(
                    anchor(entity),
                    Table.Cell.of(scope.component(here, entity.id())),
                    Table.Cell.of(entity.kind().word()),
                    scope.fact(entity, Keys.OWNER),
                    technology.text().isEmpty() ? Table.Cell.of(Marks.UNKNOWN, "~") : Table.Cell.of(technology),
                    scope.fact(entity, Keys.REPLICAS),
                    scope.fact(entity, Keys.PLACEMENT),
                    Table.Cell.of(verdict.mark(), "" + worst));
        }
        return rows.table();
    }

    private PageLink technology(Here here, Entity entity) {
        return scope.review().input().linked().technology(entity)
                .map(t -> here.maybe(t.name(), "technology", t.id()))
                .orElseGet(() -> PageLink.plain(entity.get(Keys.TECHNOLOGY).or("")));
    }

    /** The relations of one component by who stands at the other end. */
    Table neighbours(Here here, Entity entity, List<Link> links) {
        Rows rows = Rows.of("relations-table", "Relations of " + entity.title(), "Neighbour", "Direction*", "Mode*", "Need*", "Purpose", "Protocol",
                "Total timeout", "Findings", "Stated at");
        for (Link link : links) {
            boolean out = link.from().equals(entity.id());
            rows.row(
                    "",
                    Table.Cell.of(scope.component(here, out ? link.to() : link.from())),
                    Table.Cell.of(out ? "used by it" : "uses it"),
                    scope.fact(link, Keys.MODE),
                    scope.fact(link, Keys.NEED),
                    scope.fact(link, Keys.LINK_PURPOSE),
                    scope.fact(link, Keys.PROTOCOL),
                    scope.fact(link, Keys.TIMEOUT_TOTAL),
                    wrong(link),
                    Table.Cell.of(scope.source(link.at())));
        }
        return rows.table();
    }

    private Table.Cell wrong(Link link) {
        Verdict verdict = Verdict.of(scope.review().findings().stream()
                .filter(f -> f.subject().kind() == Kind.LINK && f.subject().id().equals(link.id()))
                .toList());
        return verdict.wrong().isEmpty() ? Table.Cell.of("none") : Table.Cell.of(verdict.mark(), "" + verdict.wrong().get(0).severity().ordinal());
    }

    /** All relations of the links: the twin of the diagram. */
    Table relations(Here here, String id, String caption, List<Link> links, boolean anchors) {
        Rows rows = Rows.of(id, caption, "From", "To", "Mode*", "Need*", "Purpose", "Protocol", "Total timeout", "Findings", "Stated at");
        for (Link link : links) {
            rows.row(
                    anchors ? "link-" + Slug.of(link.id()) : "",
                    Table.Cell.of(scope.component(here, link.from())),
                    Table.Cell.of(scope.component(here, link.to())),
                    scope.fact(link, Keys.MODE),
                    scope.fact(link, Keys.NEED),
                    scope.fact(link, Keys.LINK_PURPOSE),
                    scope.fact(link, Keys.PROTOCOL),
                    scope.fact(link, Keys.TIMEOUT_TOTAL),
                    wrong(link),
                    Table.Cell.of(scope.source(link.at())));
        }
        return rows.table();
    }

    /** All stated facts of a subject with where they come from. */
    Table facts(Here here, Entity entity) {
        Rows rows = Rows.of("facts-table", "What is known of " + entity.title(), "Fact", "Value", "Known from", "Place");
        for (Key<?> key : entity.facts().keys()) {
            var origin = entity.get(key).origin();
            var place = scope.evidence(here, quorate.model.Evidence.of(entity, key)).place();
            String anchor = entity.kind().word().replace(' ', '-') + "." + key.id();
            rows.row(
                    "fact-" + Slug.of(key.id()),
                    Table.Cell.of(here.maybe(key.id(), "key", anchor)),
                    Table.Cell.of(scope.text(entity, key)),
                    Table.Cell.of(Marks.provenance(origin.provenance()), origin.provenance().word()).noted(origin.how()),
                    Table.Cell.of(place));
        }
        return rows.table();
    }
}

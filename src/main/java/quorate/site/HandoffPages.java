package quorate.site;

import java.util.ArrayList;
import java.util.List;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words;
import quorate.site.page.HandoffPage;
import quorate.site.page.Table;

/** Builds what API design, deployment planning and formal specification take over. */
final class HandoffPages {

    private final ProjectScope scope;

    HandoffPages(ProjectScope scope) {
        this.scope = scope;
    }

    List<HandoffPage> pages() {
        return List.of(apiDesign(), deployment(), formal());
    }

    private HandoffPage page(
            String name, String title, String line, List<String> checklist, List<Table> tables, List<HandoffPage.Listing> listings, Here here) {
        FrameBuilder frame = scope.frame(here, "handoff", title).about(line);
        List<Table> filled = tables.stream().filter(t -> !t.rows().isEmpty()).toList();
        filled.forEach(t -> frame.heading(t.caption(), t.id() + "-section"));
        return new HandoffPage(frame.build(), line, checklist, filled, listings, scope.link(here, name + ".yaml", "twin", name));
    }

    private HandoffPage apiDesign() {
        Here here = scope.at("handoff", "api-design");
        Rows calls = Rows.of("contracts", "Contracts between services", "Caller", "Callee", "Protocol", "Effect", "Idempotency key", "Total timeout", "Retry", "On failure");
        Rows messages = Rows.of("messages", "Message contracts", "Channel", "Delivery", "Ordering", "Partition key", "Retention", "Dead letter", "Deduplication");
        for (Link link : scope.architecture().links()) {
            if (!link.get(Keys.MODE).is(Words.LinkMode.ASYNC)) {
                calls.row("contract-" + Slug.of(link.id()), Table.Cell.of(scope.component(here, link.from())),
                        Table.Cell.of(scope.component(here, link.to())), scope.fact(link, Keys.PROTOCOL), scope.fact(link, Keys.EFFECT),
                        scope.fact(link, Keys.IDEMPOTENCY_KEY), scope.fact(link, Keys.TIMEOUT_TOTAL), scope.fact(link, Keys.RETRY),
                        scope.fact(link, Keys.ON_FAILURE));
            }
        }
        for (Entity channel : scope.architecture().all(Kind.CHANNEL)) {
            messages.row("message-" + Slug.of(channel.id()), Table.Cell.of(scope.component(here, channel.id())), scope.fact(channel, Keys.DELIVERY),
                    scope.fact(channel, Keys.ORDERING), scope.fact(channel, Keys.PARTITION_KEY), scope.fact(channel, Keys.RETENTION),
                    scope.fact(channel, Keys.DEAD_LETTER), scope.fact(channel, Keys.DEDUPLICATION));
        }
        return page("api-design", "Handoff: API design", "The boundaries between services and what each contract must settle.",
                List.of("Every call that changes something carries an idempotency key.",
                        "Every call has a total timeout that fits what its caller has left.",
                        "Every error says whether a retry can help.",
                        "Every message has a key, a version and an owner of its schema."),
                List.of(calls.table(), messages.table()), List.of(), here);
    }

    private HandoffPage deployment() {
        Here here = scope.at("handoff", "deployment-plan");
        Rows domains = Rows.of("fault-domains", "Regions, zones and what else fails together", "Fault domain", "Kind", "In", "Holds");
        for (Entity domain : scope.architecture().all(Kind.FAULT_DOMAIN)) {
            domains.row("domain-" + Slug.of(domain.id()), Table.Cell.of(domain.title()), scope.fact(domain, Keys.DOMAIN_KIND),
                    scope.fact(domain, Keys.PARENT),
                    Table.Cell.of(scope.touched(domain).stream().map(c -> scope.component(here, c.id())).toList()));
        }
        Rows parts = Rows.of("topology", "What runs where", "Component", "Replicas", "Minimum", "Placement", "Spread", "Voters by place", "Failover", "Backup");
        for (Entity component : scope.architecture().components()) {
            if (component.kind() != Kind.EXTERNAL) {
                parts.row("part-" + Slug.of(component.id()), Table.Cell.of(scope.component(here, component.id())), scope.fact(component, Keys.REPLICAS),
                        scope.fact(component, Keys.MIN_REPLICAS), scope.fact(component, Keys.PLACEMENT), scope.fact(component, Keys.SPREAD),
                        stateful(component, scope.fact(component, Keys.VOTER_PLACEMENT)), stateful(component, scope.fact(component, Keys.FAILOVER_MODE)),
                        stateful(component, scope.fact(component, Keys.BACKUP_PLACE)));
            }
        }
        return page("deployment-plan", "Handoff: deployment plan", "Regions, zones and topology as the analysis assumes them.",
                List.of("No fault domain holds a majority of the voters of any group.",
                        "Instances of a component are kept apart by the scheduler, not by luck.",
                        "Every store has a backup that survives the loss of what it saves, and a restore that was done.",
                        "Every promotion stays inside the boundary within which no acknowledged write is lost."),
                List.of(domains.table(), parts.table()), List.of(), here);
    }

    /** Facts that only what keeps state can have. */
    private static Table.Cell stateful(Entity component, Table.Cell cell) {
        return ComponentPages.isStateful(component) ? cell : Table.Cell.of("stateless");
    }

    private HandoffPage formal() {
        Here here = scope.at("handoff", "formal-spec");
        Rows groups = Rows.of("protocols", "Protocols whose correctness wants a proof", "Subject", "Protocol", "Voters", "What must hold");
        List<HandoffPage.Listing> listings = new ArrayList<>();
        for (Entity store : scope.architecture().all(Kind.STORE)) {
            if (store.get(Keys.TOPOLOGY).is(Words.Topology.CONSENSUS)) {
                groups.row("protocol-" + Slug.of(store.id()), Table.Cell.of(scope.component(here, store.id())), Table.Cell.of("consensus"),
                        scope.fact(store, Keys.VOTERS), Table.Cell.of("At most one leader in a term; a committed entry is never lost."));
                listings.add(new HandoffPage.Listing("Skeleton for " + store.title(), TlaSkeleton.consensus(store)));
            }
        }
        for (Entity transaction : scope.architecture().all(Kind.TRANSACTION)) {
            List<Facts> steps = transaction.get(Keys.STEPS).or(List.of());
            groups.row("protocol-" + Slug.of(transaction.id()), Table.Cell.of(scope.subject(here, transaction)), scope.fact(transaction, Keys.STYLE),
                    Table.Cell.of("none"), Table.Cell.of("Every run ends with all steps done, or with every step before the pivot undone."));
            if (!steps.isEmpty()) {
                listings.add(new HandoffPage.Listing("Skeleton for " + transaction.title(), TlaSkeleton.saga(transaction, steps)));
            }
        }
        return page("formal-spec", "Handoff: formal specification", "What rests on a protocol whose faults testing will not find.",
                List.of("The safety property is written down before the first model run.",
                        "The model loses, repeats and delays messages, and stops nodes at every point.",
                        "What the model leaves out is listed."),
                List.of(groups.table()), listings, here);
    }
}

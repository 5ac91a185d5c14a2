package quorate.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quorate.export.FormalModule;
import quorate.export.FormalModules;
import quorate.model.Change;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Subject;
import quorate.model.Words;
import quorate.review.Clearing;
import quorate.review.Finding;
import quorate.site.page.HandoffPage;
import quorate.site.page.PageLink;
import quorate.site.page.Table;

/** Builds what API design, deployment planning and formal specification take over. */
final class HandoffPages {

    /** What is settled between those who own two ends. */
    private static final Set<Kind> AGREED = Set.of(Kind.LINK, Kind.CHANNEL, Kind.DATA_DOMAIN, Kind.TRANSACTION, Kind.JOURNEY);

    /** What whoever deploys settles alone. */
    private static final Set<Kind> DEPLOYED = Set.of(
            Kind.SERVICE, Kind.STORE, Kind.EXTERNAL, Kind.FAULT_DOMAIN, Kind.COORDINATION, Kind.AUTOMATION, Kind.CHANGE, Kind.OPERATIONS);

    /** What a caller can know after a call, whatever the protocol. */
    private static final Table ERRORS = Rows.of("errors", "Classes of errors that each contract tells apart", "Class", "The caller knows", "The caller may")
            .row("error-refused", Table.Cell.of("refused"), Table.Cell.of("nothing has happened: overload, rate limit, not ready"),
                    Table.Cell.of("repeat after the wait that the answer names, within its retry budget"))
            .row("error-final", Table.Cell.of("final"), Table.Cell.of("nothing has happened, and a repeat will not help: invalid, forbidden, conflict"),
                    Table.Cell.of("not repeat; tell its own caller"))
            .row("error-open", Table.Cell.of("open"), Table.Cell.of("not whether it happened: timeout, connection lost, 5xx after the request was sent"),
                    Table.Cell.of("repeat only what a repeat does not harm; else ask for the outcome first"))
            .table();

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
        List<Table> shown = filled.stream().map(t -> scope.portions().table(here, t)).toList();
        return new HandoffPage(frame.build(), line, checklist, shown, filled, listings, scope.link(here, name + ".yaml", "twin", name));
    }

    private HandoffPage apiDesign() {
        Here here = scope.at("handoff", "api-design");
        Rows calls = Rows.of("contracts", "Contracts between services", "Caller", "Callee", "Protocol", "Effect", "Idempotency key", "A repeat is",
                "Total timeout", "Retry", "On failure");
        Rows messages = Rows.of("messages", "Message contracts", "Channel", "Delivery", "Ordering", "Partition key", "Retention", "Dead letter", "Deduplication");
        for (Link link : scope.architecture().links()) {
            if (!link.get(Keys.MODE).is(Words.LinkMode.ASYNC)) {
                calls.row("contract-" + Slug.of(link.id()), Table.Cell.of(scope.component(here, link.from())),
                        Table.Cell.of(scope.component(here, link.to())), scope.fact(link, Keys.PROTOCOL), scope.fact(link, Keys.EFFECT),
                        scope.fact(link, Keys.IDEMPOTENCY_KEY), Table.Cell.of(repeat(link)), scope.fact(link, Keys.TIMEOUT_TOTAL), scope.fact(link, Keys.RETRY),
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
                List.of(changes(here, AGREED), calls.table(), ERRORS, messages.table()), yaml(AGREED), here);
    }

    /** Whether a call may be made again when its outcome is not known. */
    private static String repeat(Link link) {
        if (link.get(Keys.LINK_PURPOSE).is(Words.Purpose.READ)) {
            return "harmless: it reads";
        }
        if (link.get(Keys.IDEMPOTENCY_KEY).isKnown()) {
            return "harmless under the same key";
        }
        return link.get(Keys.IDEMPOTENCY_KEY).statedNone() ? "not harmless: no key is sent" : "not known: state idempotency-key";
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
                List.of(changes(here, DEPLOYED), domains.table(), parts.table()), yaml(DEPLOYED), here);
    }

    /** Facts that only what keeps state can have. */
    private static Table.Cell stateful(Entity component, Table.Cell cell) {
        return ComponentPages.isStateful(component) ? cell : Table.Cell.of("stateless");
    }

    private HandoffPage formal() {
        Here here = scope.at("handoff", "formal-spec");
        Rows groups = Rows.of("protocols", "Protocols whose correctness wants a proof", "Subject", "Protocol", "What must hold",
                "Taken for granted", "Files");
        List<HandoffPage.Listing> listings = new ArrayList<>();
        for (FormalModule module : FormalModules.of(scope.review())) {
            Subject subject = module.subject();
            String configuration = module.file().replace(".tla", ".cfg");
            groups.row("protocol-" + Slug.of(subject.kind() + "-" + subject.id()), Table.Cell.of(scope.subject(here, subject)),
                    Table.Cell.of(module.protocol()), Table.Cell.of(module.holds()),
                    Table.Cell.of(module.assumed().isEmpty() ? "nothing" : String.join("; ", module.assumed())),
                    Table.Cell.of(List.of(file(here, module.file()), file(here, configuration))));
            listings.add(new HandoffPage.Listing(module.name() + ".tla", module.module()));
            listings.add(new HandoffPage.Listing(module.name() + ".cfg", module.configuration()));
        }
        return page("formal-spec", "Handoff: formal specification", "What rests on a protocol whose faults testing will not find.",
                List.of("TLC checks each module as it stands; then its bounds are raised, one at a time.",
                        "What the module takes for granted is confirmed, or checked the other way round.",
                        "The invariants that the data state are written out; as they stand they say nothing.",
                        "What the module leaves out is listed, and accepted by its author."),
                List.of(groups.table()), listings, here);
    }

    private PageLink file(Here here, String name) {
        return here.maybe(name.substring(name.lastIndexOf('/') + 1), "export", scope.id() + "/" + name);
    }

    /** The smallest changes of single facts that clear open findings, where each is written, worst finding first. */
    private Table changes(Here here, Set<Kind> about) {
        Rows rows = Rows.of("changes", "Settings to change, each of which clears a finding", "Setting", "Now", "To write", "Where", "Clears",
                "Severity");
        for (Finding finding : scope.review().wrong()) {
            Optional<Change<?>> found = finding.acceptance().isPresent()
                    ? Optional.empty()
                    : scope.project().sensitivity().clearing(finding).map(Clearing::change);
            found.filter(change -> about.contains(change.subject().kind())).ifPresent(change -> rows.row(
                    "change-" + finding.slug(),
                    Table.Cell.of(change.path().replace("->", "→")),
                    Table.Cell.of(change.before()),
                    Table.Cell.of(change.isExample() ? "a true answer, such as " + change.after() : change.after()),
                    Table.Cell.of(scope.source(change.writtenAt().orElse(change.subject().at())))
                            .noted(change.writtenAt().isPresent() ? "" : "to be added"),
                    Table.Cell.of(scope.link(here, finding.rule().title(), "finding", finding.id())),
                    Table.Cell.of(finding.severity().word())));
        }
        return rows.table();
    }

    /** The changes as YAML of architecture.yaml, each with the place at which it belongs. */
    private List<HandoffPage.Listing> yaml(Set<Kind> about) {
        StringBuilder yaml = new StringBuilder();
        for (Finding finding : scope.review().wrong()) {
            if (finding.acceptance().isEmpty()) {
                scope.project().sensitivity().clearing(finding).map(Clearing::change).filter(c -> about.contains(c.subject().kind()))
                        .ifPresent(change -> yaml.append("# ").append(change.writtenAt().orElse(change.subject().at()).brief())
                                .append(": clears ").append(finding.id()).append('\n').append(change.yaml()).append('\n'));
            }
        }
        return yaml.length() == 0 ? List.of() : List.of(new HandoffPage.Listing("The changes as YAML", yaml.toString().stripTrailing() + "\n"));
    }
}

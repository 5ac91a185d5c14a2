package quorate.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorate.catalog.Catalog;
import quorate.catalog.CatalogReader;
import quorate.catalog.Concern;
import quorate.catalog.RuleText;
import quorate.derive.Derived;
import quorate.derive.agreement.Agreements;
import quorate.derive.load.LoadLoops;
import quorate.derive.Scenario;
import quorate.derive.consistency.DomainPosition;
import quorate.derive.failure.DataEffect;
import quorate.derive.failure.DataImpact;
import quorate.derive.failure.Failure;
import quorate.derive.failure.JourneyImpact;
import quorate.derive.failure.State;
import quorate.derive.failure.StateRange;
import quorate.derive.failure.Trace;
import quorate.derive.recovery.RecoveryTime;
import quorate.importer.ProjectReader;
import quorate.importer.Recognizer;
import quorate.link.Joiner;
import quorate.link.Linked;
import quorate.model.Architecture;
import quorate.model.Deferred;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Missing;
import quorate.model.Subject;
import quorate.model.Words;
import quorate.review.ChecklistAnswer;
import quorate.review.Finding;
import quorate.review.Outcome;
import quorate.review.Question;
import quorate.review.Review;
import quorate.review.Selection;
import quorate.review.Severity;
import quorate.review.Trait;
import quorate.schema.Schemas;
import quorate.site.diagram.CachedLayout;
import quorate.site.diagram.ElkLayout;
import quorate.site.diagram.Layout;
import quorate.source.Folder;
import quorate.source.Limits;
import quorate.source.Problems;
import quorate.source.Resources;

/** A small shop with a review made by hand, so that pages are tested apart from rules and derivation. */
public final class Fixtures {

    private static final Path HOME = Path.of("src/test/resources/site");

    private final Catalog catalog;
    private final Architecture architecture;
    private final Linked linked;

    private Fixtures(String architecture) {
        try {
            Problems problems = new Problems();
            this.catalog = CatalogReader.read(
                    List.of(Resources.inFolder(HOME.resolve("catalog"))), new Schemas(), problems, false);
            if (problems.hasErrors()) {
                throw new IllegalStateException(problems.all().toString());
            }
            Path folder = Files.createTempDirectory("shop");
            Path file = folder.resolve("architecture.yaml");
            try {
                Files.writeString(file, architecture);
                this.architecture = new ProjectReader(List.of(), new Schemas(), nothing())
                        .read("shop", Folder.open(folder, Limits.DEFAULT), problems)
                        .orElseThrow(() -> new IllegalStateException(problems.all().toString()));
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
            this.linked = new Joiner(catalog).join(this.architecture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shop as its file states it. */
    static Fixtures shop() {
        return new Fixtures(text());
    }

    /** The shop with each name and free text replaced by the hostile one. */
    static Fixtures hostile(String text) {
        String quoted = "'" + text.replace("'", "''") + "'";
        return new Fixtures(text()
                .replace("Orders database", quoted)
                .replace("name: Shop", "name: " + quoted)
                .replace("Sells lamps and ships them.", quoted)
                .replace("team-orders", quoted)
                .replace("tel:+49-30-1234", "javascript:alert(1)")
                .replace("protocol: HTTP", "protocol: " + quoted)
                .replace("The contract forbids a bound.", quoted));
    }

    private static String text() {
        try {
            return Files.readString(HOME.resolve("shop/architecture.yaml"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Recognizer nothing() {
        return new Recognizer() {
            @Override
            public Optional<Recognized> image(String image) {
                return Optional.empty();
            }

            @Override
            public Optional<Recognized> scheme(String scheme) {
                return Optional.empty();
            }
        };
    }

    /** The whole site, with layouts that are kept between tests. */
    Site site() {
        return site(new CachedLayout(Path.of("target/test-layouts"), new ElkLayout()));
    }

    Site site(Layout layout) {
        return SiteBuilder.build(input(layout), List.of(project()));
    }

    Project project() {
        return new Project(review(), "projects/shop", evolution(), Map.of("analysis.json", new byte[] {'{', '}'}));
    }

    SiteInput input(Layout layout) {
        SiteConfig config = new SiteConfig(
                "Reviews", null, "https://acme.example/reviews", "https://github.com/acme/reviews", null, null, null,
                Map.of("accent", "#0B5E6B"), null, null, null, null);
        try {
            return new SiteInput(config, catalog, new Revision("0.1.0", "0123456789abcdef", "2026-01-01"),
                    Resources.inFolder(Path.of("site/assets")),
                    Map.of("about.md", "---\ntitle: About\n---\nSee [Raft](pattern:raft).\n".getBytes(StandardCharsets.UTF_8)), layout);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Evolution evolution() {
        Moment latest = new Moment("abc1234def5678", "State a total timeout", "2025-12-01", "2025-12-01T09:30:00Z", "", List.of(
                new Moment.Change("finding", "Timeout missing: gateway -> cart", "violated, high", "holds")));
        Moment first = new Moment("fedcba9876543210", "Begin", "2025-11-01", "2025-11-01T09:30:00Z", "", List.of());
        return new Evolution(List.of(latest, first), List.of("replication: orders-db"), List.of(), "");
    }

    Review review() {
        List<Finding> findings = findings();
        Finding open = findings.get(findings.size() - 1);
        Question question = new Question(List.of(open.rule()), component("orders"), "", List.of(open.subject()),
                List.of(new Missing(link("orders -> payments"), Keys.TIMEOUT_CONNECT), new Missing(link("orders -> payments"), Keys.TIMEOUT_TOTAL)),
                Severity.HIGH);
        List<ChecklistAnswer> answers = List.of(
                new ChecklistAnswer(catalog.checklist().get(0), "violated", findings.subList(0, 1), List.of("lossy-automatic-failover"), List.of("partition-behaviour")),
                new ChecklistAnswer(catalog.checklist().get(1), "question", findings.subList(1, 2), List.of("timeout-missing"), List.of()));
        return new Review(
                new Review.Input(linked, new Derived(
                        Deferred.of(this::scenarios), Deferred.of(this::positions), Deferred.of(List::of), Deferred.of(List::of),
                        Deferred.of(() -> Agreements.of(linked.architecture())), Deferred.of(() -> LoadLoops.of(linked.architecture())))), findings, List.of(question),
                Deferred.of(this::selections), Deferred.of(() -> answers), List.of(), List.of("An acceptance names no finding"));
    }

    private Entity component(String id) {
        return linked.architecture().component(id).orElseThrow();
    }

    private Subject link(String id) {
        return linked.architecture().link(id).orElseThrow();
    }

    private RuleText rule(String id) {
        return catalog.rules().get(id);
    }

    private List<Finding> findings() {
        Entity db = component("orders-db");
        Evidence why = Evidence.derived("a promotion can lose acknowledged writes",
                Evidence.of(db, Keys.REPLICATION_MODE), Evidence.of(db, Keys.LOSS_GUARD));
        List<Finding> findings = new ArrayList<>();
        findings.add(finding("lossy-automatic-failover", db, Outcome.violated(Severity.CRITICAL,
                "acknowledged writes to " + db.title() + " are lost when failover promotes a replica that lags", List.of(why))));
        findings.add(finding("timeout-missing", link("cart -> cart-store"), Outcome.presumed(Severity.HIGH,
                "cart hangs as long as cart-store -> stays silent", List.of(Evidence.of(link("cart -> cart-store"), Keys.TIMEOUT_TOTAL)),
                List.of(new Missing(link("cart -> cart-store"), Keys.TIMEOUT_TOTAL)))));
        Finding carried = finding("timeout-missing", link("payments -> card-provider"), Outcome.violated(Severity.MEDIUM,
                "payments waits without a bound", List.of(Evidence.of(link("payments -> card-provider"), Keys.TIMEOUT_TOTAL))));
        findings.add(new Finding(carried.rule(), carried.subject(), carried.outcome(),
                Optional.of(linked.architecture().all(Kind.ACCEPTANCE).get(0))));
        findings.add(finding("timeout-missing", link("gateway -> cart"), Outcome.holds(Evidence.of(link("gateway -> cart"), Keys.TIMEOUT_TOTAL))));
        findings.add(finding("timeout-missing", link("orders -> payments"),
                Outcome.unknown(List.of(new Missing(link("orders -> payments"), Keys.TIMEOUT_TOTAL)))));
        return findings;
    }

    private Finding finding(String rule, Subject subject, Outcome outcome) {
        return new Finding(rule(rule), subject, outcome, Optional.empty());
    }

    private List<Scenario> scenarios() {
        Entity db = component("orders-db");
        Entity zone = linked.architecture().find(Kind.FAULT_DOMAIN, "zone-b").orElseThrow();
        Subject call = link("orders -> orders-db");
        return List.of(
                scenario(new Failure("leader-loss/orders-db", Words.FailureKind.LEADER_LOSS, db.title() + " loses its leader", db, false, List.of()),
                        StateRange.of(State.DOWN), List.of(DataEffect.BLOCKS_WRITES, DataEffect.MAY_LOSE), "up to the replication lag",
                        recovery(5, 45), linked.architecture().all(Kind.READINESS)),
                scenario(new Failure("zone-loss/zone-b", Words.FailureKind.ZONE_LOSS, "zone-b is lost", zone, true, List.of()),
                        new StateRange(State.UP, State.DOWN), List.of(DataEffect.UNAFFECTED), "",
                        new RecoveryTime("restart", Optional.empty(), Optional.empty(), List.of(), Evidence.derived("a part is not stated"),
                                Set.of(new Missing(db, Keys.FAILOVER_DETECT))), List.of()),
                scenario(new Failure("partition/orders -> orders-db", Words.FailureKind.PARTITION, "orders cannot reach orders-db", call, true,
                        List.of(Set.of("zone-a"), Set.of("zone-b"))),
                        new StateRange(State.DEGRADED, State.DOWN), List.of(DataEffect.MAY_DIVERGE), "", recovery(1, 60), List.of()));
    }

    private Scenario scenario(Failure failure, StateRange during, List<DataEffect> effects, String loss, RecoveryTime recovery, List<Entity> covered) {
        Entity journey = linked.architecture().all(Kind.JOURNEY).get(0);
        Entity data = linked.architecture().all(Kind.DATA_DOMAIN).get(0);
        Evidence why = Evidence.of(component("orders-db"), Keys.FAILOVER_MODE);
        return new Scenario(failure,
                List.of(new JourneyImpact(journey, "", during, StateRange.of(State.UP))),
                impact -> new Trace(
                        List.of("gateway", "orders", "orders-db"), why,
                        Set.of(new Missing(component("orders-db"), Keys.FAILOVER_DETECT)), Optional.empty()),
                List.of(new DataImpact(data, "", effects, effects, true, loss, why, Set.of())),
                Deferred.of(() -> recovery), Deferred.of(() -> List.of("orders -> orders-db waits at most 1s")),
                Deferred.of(() -> List.of("promote synchronous replicas only")), covered);
    }

    private RecoveryTime recovery(long best, long worst) {
        Evidence why = Evidence.of(component("orders-db"), Keys.FAILOVER_MODE);
        RecoveryTime.Part part = new RecoveryTime.Part("detect", Optional.of(Duration.ofSeconds(best)), Optional.of(Duration.ofSeconds(worst)), why);
        return new RecoveryTime("automatic failover", part.best(), part.worst(), List.of(part), Evidence.derived("detect + decide", why), Set.of());
    }

    private List<DomainPosition> positions() {
        Entity data = linked.architecture().all(Kind.DATA_DOMAIN).get(0);
        return List.of(new DomainPosition(data, Optional.of("linearizable"), Optional.of("read-committed"), List.of(), List.of(),
                Deferred.of(List::of), data.get(Keys.CONSISTENCY), List.of(),
                data.get(Keys.ON_PARTITION).value(), "neither", Evidence.of(data, Keys.ON_PARTITION), Set.of()));
    }

    private List<Selection> selections() {
        Concern concern = catalog.concerns().get("agreement");
        Entity data = linked.architecture().all(Kind.DATA_DOMAIN).get(0);
        Trait loss = new Trait("needs-no-loss", Trait.Answer.YES, List.of(Evidence.of(data, Keys.NO_LOSS)), List.of());
        Trait zones = new Trait("three-fault-domains", Trait.Answer.UNKNOWN, List.of(), List.of());
        Trait invariant = new Trait("needs-invariant", Trait.Answer.YES, List.of(), List.of());
        return List.of(new Selection(concern, data, List.of(
                        new Selection.Ranked(catalog.patterns().get("raft"), concern.candidates().get(0), List.of(loss), List.of(), List.of(), List.of(zones)),
                        new Selection.Ranked(catalog.patterns().get("crdt"), concern.candidates().get(1), List.of(), List.of(invariant), List.of(), List.of())),
                Optional.of(catalog.patterns().get("crdt")), List.of("if every side had to accept writes")));
    }
}

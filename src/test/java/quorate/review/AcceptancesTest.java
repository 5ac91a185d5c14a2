package quorate.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.catalog.Technology;
import quorate.derive.Deriver;
import quorate.importer.AcceptanceFile;
import quorate.importer.ProjectReader;
import quorate.importer.Recognizer;
import quorate.importer.formats.Importers;
import quorate.link.Joiner;
import quorate.link.Linked;
import quorate.model.Architecture;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.source.Folder;
import quorate.source.Limits;
import quorate.source.Problems;
import quorate.source.SourceFile;

/** Findings that their owner accepts: in the architecture, in a file of several projects, beside a line. */
class AcceptancesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static final String LEDGER = """
            stores:
              ledger:
                type: database
                replicas: 1
                replication:
                  topology: single-leader
            data:
              entries: {stores: [ledger], no-loss: true}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void oneFindingIsThere() throws IOException {
        write("architecture.yaml", LEDGER);
        assertEquals("", reason(review()));
    }

    @Test
    void inTheArchitecture() throws IOException {
        write("architecture.yaml", LEDGER + """
                accepted:
                  - {rule: thin-redundancy, subject: ledger, reason: rebuilt nightly, expires: 2026-06-01}
                """);
        assertEquals("rebuilt nightly", reason(review()));
        assertEquals(List.of(), review().idle());
    }

    @Test
    void expiredOnesLiveAgainTheDayAfter() throws IOException {
        write("architecture.yaml", LEDGER + """
                accepted:
                  - {rule: thin-redundancy, subject: ledger, reason: rebuilt nightly, expires: 2026-05-31}
                """);
        assertEquals("", reason(review()));
        assertIdle("architecture.yaml:10:5", "has expired");
    }

    @Test
    void besideTheFactThatTheFindingRestsOn() throws IOException {
        write("architecture.yaml", LEDGER.replace("replicas: 1",
                "replicas: 1  # quorate:accept thin-redundancy until 2027-01-31 by team ledger: rebuilt: nightly"));
        assertEquals("rebuilt: nightly", reason(review()));
        assertEquals("team ledger", finding(review()).acceptance().get().get(Keys.OWNER).or(""));
        assertEquals(List.of(), review().idle());
    }

    @Test
    void aboveTheSubjectItIsAbout() throws IOException {
        write("architecture.yaml", LEDGER.replace("  ledger:\n", """
                  # quorate:accept thin-redundancy by team-ledger until 2027-01-31: rebuilt nightly
                  # which takes an hour

                  ledger:
                """.indent(0)));
        assertEquals("rebuilt nightly", reason(review()));
    }

    @Test
    void commentOnASubjectIsNotAboutItsNeighbour() throws IOException {
        write("architecture.yaml", LEDGER.replace("  entries:", "  # quorate:accept thin-redundancy: rebuilt\n  entries:"));
        assertEquals("", reason(review()));
        assertIdle("architecture.yaml:8:3", "matches no finding");
    }

    @Test
    void commentThatHasExpiredLivesAgain() throws IOException {
        write("architecture.yaml", LEDGER.replace("replicas: 1",
                "replicas: 1  # quorate:accept thin-redundancy until 2026-05-31: rebuilt"));
        assertEquals("", reason(review()));
        assertIdle("architecture.yaml:4:18", "has expired");
    }

    @Test
    void inComposeAndInKubernetes() throws IOException {
        String rest = LEDGER.replace("    replicas: 1\n", "");
        write("docker-compose.yml", """
                services:
                  ledger:
                    image: postgres:16
                    deploy:
                      replicas: 1  # quorate:accept thin-redundancy until 2027-01-31: rebuilt nightly
                """);
        write("architecture.yaml", "imports: [docker-compose.yml]\n" + rest);
        assertEquals("rebuilt nightly", reason(review()));
        assertEquals("docker-compose.yml:5:20", finding(review()).acceptance().get().at().toString());

        write("k8s.yaml", """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: ledger}
                spec:
                  # quorate:accept thin-redundancy until 2027-01-31: rebuilt weekly
                  replicas: 1
                  selector: {matchLabels: {app: ledger}}
                  template:
                    metadata: {labels: {app: ledger}}
                    spec: {containers: [{name: db, image: "postgres:16"}]}
                """);
        write("architecture.yaml", "imports: [k8s.yaml]\n" + rest);
        assertEquals("rebuilt weekly", reason(review()));
    }

    @Test
    void inTheFileOfSeveralProjects() throws IOException {
        AcceptanceFile file = central("""
                accepted:
                  - {project: case, rule: thin-redundancy, subject: ledger, reason: rebuilt, expires: 2027-01-31}
                  - {project: other, rule: thin-redundancy, subject: ledger, reason: never seen here}
                """);
        assertEquals("rebuilt", reason(review(file)));
        assertEquals(List.of(), review(file).idle());
    }

    @Test
    void orphansAreToldAtTheirPlace() throws IOException {
        AcceptanceFile file = central("""
                accepted:
                  - {project: case, rule: thin-redundency, subject: ledger, reason: a typing error}
                  - {project: case, rule: thin-redundancy, subject: lodger, reason: no such store}
                """);
        List<String> idle = review(file).idle().stream().map(Object::toString).toList();
        assertEquals(2, idle.size());
        assertTrue(idle.get(0).startsWith("../acceptances.yaml:2:5: warning: ")
                && idle.get(0).contains("Did you mean 'thin-redundancy'?"), idle.get(0));
        assertTrue(idle.get(1).startsWith("../acceptances.yaml:3:5: warning: ")
                && idle.get(1).contains("matches no finding"), idle.get(1));
    }

    @Test
    void badFileIsRefusedWithPlaces() {
        Problems problems = new Problems();
        AcceptanceFile.read(new SourceFile("acceptances.yaml", """
                accepted:
                  - {rule: thin-redundancy, subject: ledger, reason: for whom}
                  - {project: case, rule: thin-redundancy, subject: ledger, reason: when, expires: 2027-02-30}
                """), Limits.DEFAULT, Projects.SCHEMAS, problems);
        List<String> said = problems.all().stream().map(p -> p.toString().lines().findFirst().get()).toList();
        assertEquals(
                List.of("acceptances.yaml:2:5: error: accepted[0]: lacks 'project'",
                        "acceptances.yaml:3:84: error: 'expires' is no day of the calendar"),
                said);
    }

    private static AcceptanceFile central(String text) {
        Problems problems = new Problems();
        AcceptanceFile file =
                AcceptanceFile.read(new SourceFile("../acceptances.yaml", text), Limits.DEFAULT, Projects.SCHEMAS, problems);
        assertEquals(List.of(), problems.all());
        return file;
    }

    private void assertIdle(String place, String words) throws IOException {
        List<String> idle = review().idle().stream().map(Object::toString).toList();
        assertTrue(idle.size() == 1 && idle.get(0).startsWith(place + ": warning: ") && idle.get(0).contains(words),
                idle.toString());
    }

    private Review review() throws IOException {
        return review(AcceptanceFile.NONE);
    }

    private Review review(AcceptanceFile central) throws IOException {
        Problems problems = new Problems();
        Optional<Architecture> read = new ProjectReader(Importers.all(), Projects.SCHEMAS, recognizer())
                .read("case", Folder.open(folder, Limits.DEFAULT), problems);
        Architecture architecture = read.orElseThrow(() -> new AssertionError(problems.all()));
        Linked linked = new Joiner(Projects.CATALOG).join(architecture.plus(central.of("case")));
        return new Engine(Projects.rules(), Projects.CATALOG, TODAY).review(linked, Deriver.derive(linked));
    }

    private static Recognizer recognizer() {
        return new Recognizer() {
            @Override
            public Optional<Recognized> image(String image) {
                return Projects.CATALOG.technologyOfImage(image).map(Technology::id)
                        .map(id -> new Recognized(id, Kind.STORE, "database"));
            }

            @Override
            public Optional<Recognized> scheme(String scheme) {
                return Optional.empty();
            }
        };
    }

    private static Finding finding(Review review) {
        return review.wrong().stream()
                .filter(f -> f.id().equals("thin-redundancy@ledger"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(review.findings().stream().map(Finding::id).toList()));
    }

    /** Why the finding is accepted; empty when it is not. */
    private static String reason(Review review) {
        return finding(review).acceptance().flatMap(a -> a.get(Keys.REASON).value()).orElse("");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}

package quorate.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Origin;
import quorate.model.Vocabulary;
import quorate.model.Words;
import quorate.review.Review;
import quorate.source.Location;

/** What is written validates and reads back to the same facts. */
class ArchitectureYamlTest {

    private static final Location AT = new Location("docker-compose.yml", 14, 3);

    @Test
    void randomArchitecturesReadBack() {
        for (int seed = 0; seed < 300; seed++) {
            Architecture architecture = new RandomArchitecture(seed).architecture();
            RoundTrip.assertSameFacts(architecture, ArchitectureYaml.of(architecture));
        }
    }

    @Test
    void writingWhatWasReadBackGivesTheSameText() {
        for (int seed = 0; seed < 50; seed++) {
            Architecture architecture = new RandomArchitecture(seed).architecture();
            String once = ArchitectureYaml.of(architecture);
            assertEquals(once, ArchitectureYaml.of(Fixture.architecture("random", once)));
        }
    }

    @Test
    void theShopReadsBack() {
        Architecture shop = Fixture.shopArchitecture();
        RoundTrip.assertSameFacts(shop, ArchitectureYaml.of(shop));
        RoundTrip.assertSameFacts(shop, ArchitectureYaml.commented(shop));
    }

    @Test
    void aGroupOfWhichThereIsNoneIsOneLine() {
        String yaml = ArchitectureYaml.of(Fixture.shopArchitecture());
        assertTrue(yaml.contains("    timeout: none\n"), yaml);
        assertFalse(yaml.contains("total: none"), yaml);
    }

    @Test
    void catalogDefaultsAreLeftOut() {
        Review review = Fixture.shop();
        Architecture joined = review.input().linked().architecture();
        assertTrue(joined.component("orders-db").orElseThrow().get(Keys.REPLICATION_MODE).isKnown());
        assertEquals(ArchitectureYaml.of(Fixture.shopArchitecture()), ArchitectureYaml.of(joined));
    }

    @Test
    void aValueOfAnotherFileNamesItsPlace() {
        String yaml = ArchitectureYaml.of(imported());
        assertTrue(yaml.startsWith("# yaml-language-server: $schema=architecture.schema.json\n"), yaml);
        assertTrue(yaml.contains("    replicas: 2  # docker-compose.yml:14\n"), yaml);
        assertTrue(yaml.contains("  - from: web\n    to: db\n    mode: sync  # docker-compose.yml:14\n"), yaml);
    }

    @Test
    void uncommentedProposalsValidate() {
        String commented = ArchitectureYaml.commented(imported());
        assertTrue(commented.contains("    # replication:\n      # topology: "), commented);
        String on = commented.lines()
                .map(line -> line.replaceFirst("^( +)# ", "$1"))
                .reduce("", (all, line) -> all + line + "\n");
        Architecture read = Fixture.architecture("p", on);
        assertEquals(Words.Topology.SINGLE_LEADER, read.component("db").orElseThrow().get(Keys.TOPOLOGY).value().orElseThrow());
        assertEquals(Duration.ofSeconds(3), read.links().get(0).get(Keys.TIMEOUT_TOTAL).value().orElseThrow());
    }

    @Test
    void theReviewsQuestionsAreProposed() {
        Review review = Fixture.shop();
        List<Missing> missing = review.questions().stream().flatMap(q -> q.missing().stream()).toList();
        String yaml = ArchitectureYaml.commented(review.input().linked().architecture(), missing);
        assertTrue(yaml.contains("# timeout:\n"), yaml);
        assertFalse(yaml.contains("# owner:"), yaml);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 500, 1_500, 999_999, 1_234_567, 60_000_000_000L, 90_500_000_000L, 86_400_000_000_001L})
    void durationsKeepEveryNanosecond(long nanos) {
        Facts facts = Facts.at(AT).set(Keys.RTO, Fact.of(Duration.ofNanos(nanos), Origin.declared(AT))).build();
        Architecture one = architecture(facts, List.of(), List.of());
        RoundTrip.assertSameFacts(one, ArchitectureYaml.of(one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100/min", "7/h", "3/d", "0/s", "12345678/s", "0.001/s"})
    void ratesAreNotRounded(String rate) {
        String yaml = "services: {a: , b: }\nlinks:\n  - {from: a, to: b, rate: " + rate + "}\n";
        Architecture one = Fixture.architecture("p", yaml);
        RoundTrip.assertSameFacts(one, ArchitectureYaml.of(one));
    }

    private static Architecture imported() {
        Origin origin = Origin.imported(AT, "");
        Facts web = Facts.at(AT).set(Keys.REPLICAS, Fact.of(2, origin)).build();
        Facts link = Facts.at(AT).set(Keys.MODE, Fact.of(Words.LinkMode.SYNC, origin)).build();
        return architecture(
                Facts.none(AT),
                List.of(new Entity(Kind.SERVICE, "web", web, AT), new Entity(Kind.STORE, "db", Facts.none(AT), AT)),
                List.of(new Link("web -> db", "web", "db", link, AT)));
    }

    private static Architecture architecture(Facts system, List<Entity> entities, List<Link> links) {
        return Architecture.of(new Entity(Kind.SYSTEM, "p", system, AT), entities, links, List.of(), List.of(), List.of());
    }

    @Test
    void randomArchitecturesStateEveryKey() {
        Set<String> stated = new java.util.TreeSet<>();
        for (int seed = 0; seed < 300; seed++) {
            Architecture architecture = new RandomArchitecture(seed).architecture();
            for (Kind kind : Kind.values()) {
                architecture.subjects(kind).forEach(s -> s.facts().keys().forEach(k -> stated.add(kind + " " + k.id())));
            }
        }
        for (Kind kind : Kind.values()) {
            Vocabulary.keys(kind).forEach(key -> assertTrue(stated.contains(kind + " " + key.id()), kind + " " + key.id()));
        }
    }
}

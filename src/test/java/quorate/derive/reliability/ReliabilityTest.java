package quorate.derive.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quorate.derive.Deriver;
import quorate.model.Missing;
import quorate.testing.Models;

/** Figures worked out by hand. */
class ReliabilityTest {

    @Test
    void twoInSeriesMultiply() {
        Reliability one = journey("""
                services: {a: {replicas: 1, min-replicas: 1, availability: 99.9%}}
                stores: {s: {replicas: 1, availability: 99.5%, replication: {topology: none}}}
                links: [{from: a, to: s, need: hard, mode: sync, purpose: write, timeout: {total: 1s}}]
                journeys: {j: {entry: a, uses: [{link: a -> s}], slo: {availability: 99.5%}}}
                """);
        assertEquals(0.999 * 0.995, one.availability().low(), 1e-15);
        assertEquals(0.999 * 0.995, one.availability().high(), 1e-15);
        assertEquals(Optional.of(false), one.meets());
        assertEquals(List.of("a is lost", "s is lost", "a cannot reach s"), titles(one.certain(), "a cannot reach s"));
        // Q = 0.005995; without s 0.001 is left, without a 0.005.
        assertEquals(0.004995 / 0.005995, importance(one, "s").fussellVesely(), 1e-12);
        assertEquals(0.000995 / 0.005995, importance(one, "a").fussellVesely(), 1e-12);
        assertEquals(0.999, importance(one, "s").birnbaum(), 1e-12);
    }

    @Test
    void twoOfThreeInZonesOfTheirOwn() {
        Reliability one = journey("""
                fault-domains: {x: {availability: 99.9%}, y: {availability: 99.9%}, z: {availability: 99.9%}}
                services: {a: {replicas: 3, min-replicas: 2, availability: 99%, placement: [x, y, z]}}
                journeys: {j: {entry: a}}
                """);
        double p = 0.99 * 0.999;
        assertEquals(3 * p * p * (1 - p) + p * p * p, one.availability().high(), 1e-14);
        assertTrue(one.singlePoints(true).isEmpty());
        assertEquals(12, one.certain().stream().filter(set -> set.order() == 2).count());
    }

    @Test
    void aSharedZoneCountsOnce() {
        Reliability one = journey("""
                fault-domains: {z: {availability: 99%}}
                services:
                  a: {replicas: 1, min-replicas: 1, availability: 99.9%, placement: [z]}
                  b: {replicas: 1, min-replicas: 1, availability: 99.8%, placement: [z]}
                links: [{from: a, to: b, need: hard, mode: sync, timeout: {total: 1s}}]
                journeys: {j: {entry: a, uses: [{link: a -> b}]}}
                """);
        assertEquals(0.99 * 0.999 * 0.998, one.availability().high(), 1e-14);
    }

    @Test
    void meanTimesGiveAvailabilityAndTheWorseOfTwoStatementsCounts() {
        Reliability one = journey("""
                services: {a: {replicas: 1, min-replicas: 1, mtbf: 99h, mttr: 1h}}
                journeys: {j: {entry: a}}
                """);
        assertEquals(0.99, one.availability().high(), 1e-15);
        Reliability both = journey("""
                services: {a: {replicas: 1, min-replicas: 1, mtbf: 99h, mttr: 1h, availability: 99.9%}}
                journeys: {j: {entry: a}}
                """);
        assertEquals(0.99, both.availability().high(), 1e-15);
    }

    @Test
    void aMissingFigureLeavesABoundAndIsNamed() {
        Reliability one = journey("""
                services: {a: {replicas: 1, min-replicas: 1, availability: 99.9%}}
                externals: {x: {sla: 99.99%}}
                links: [{from: a, to: x, need: hard, mode: sync, timeout: {total: 1s}}]
                journeys: {j: {entry: a, uses: [{link: a -> x}], slo: {availability: 99.95%}}}
                """);
        assertEquals(new Bounds(0, 0.999), one.availability());
        assertEquals(Optional.of(false), one.meets());
        assertEquals(List.of("externals.x.availability"), one.missing().stream().map(Missing::path).toList());
        assertTrue(one.importance().stream().allMatch(Importance::structural));
    }

    @Test
    void anUnstatedNumberOfInstancesOrPlaceIsPossibleNotCertain() {
        Reliability one = journey("""
                fault-domains: {z: {availability: 99%}}
                services: {a: {min-replicas: 1, availability: 99.9%}}
                journeys: {j: {entry: a}}
                """);
        assertTrue(one.certain().isEmpty());
        assertEquals(List.of("z is lost", "a is lost"), titles(one.possible(), ""));
        assertEquals(Bounds.UNKNOWN, one.availability());
        assertEquals(List.of("services.a.placement", "services.a.replicas"), one.deciding().stream().map(Missing::path).toList());
    }

    @Test
    void aSoftDependencyOnlyDegradesUnlessItsCallerWaitsForever() {
        String model = """
                fault-domains: {y: {}, z: {}}
                services:
                  a: {replicas: 1, min-replicas: 1, placement: [y]}
                  b: {replicas: 1, min-replicas: 1, placement: [z]}
                links: [{from: a, to: b, need: soft, mode: sync, timeout: TIMEOUT, fallback: nothing}]
                journeys: {j: {entry: a, uses: [{link: a -> b}]}}
                """;
        assertEquals(List.of("y is lost", "a is lost"), titles(journey(model.replace("TIMEOUT", "{total: 1s}")).certain(), ""));
        assertEquals(
                List.of("y is lost", "z is lost", "a cannot reach b", "a is lost"),
                titles(journey(model.replace("TIMEOUT", "none")).certain(), ""));
    }

    @Test
    void failoversAreListedApartAndAddedAsABound() {
        Reliability one = journey("""
                fault-domains: {y: {mtbf: 1000d, mttr: 1d}, z: {mtbf: 1000d, mttr: 1d}}
                services: {a: {replicas: 2, min-replicas: 1, placement: [y, z], mtbf: 100d, mttr: 1m}}
                stores:
                  s:
                    replicas: 2
                    placement: [y, z]
                    mtbf: 100d
                    mttr: 10m
                    replication: {topology: single-leader, mode: async}
                    failover: {mode: automatic, detect: 30s, decide: 10s, redirect: 5s}
                links: [{from: a, to: s, need: hard, mode: sync, purpose: write, timeout: {total: 1s}}]
                journeys: {j: {entry: a, uses: [{link: a -> s}]}}
                """);
        double ofLeader = 45.0 / (100 * 86400);
        double ofZone = 45.0 / (1000.0 * 86400);
        assertEquals(3, one.transients().size());
        assertEquals(ofLeader, one.transients().get(0).share().high(), 1e-15);
        assertEquals(one.unavailability().high() + ofLeader + 2 * ofZone, 1 - one.availability().low(), 1e-12);
    }

    @Test
    void theChangeThatBuysMostComesFromEvaluatingIt() {
        Reliability one = journey("""
                fault-domains: {y: {kind: zone, availability: 99.9%}, z: {kind: zone, availability: 99.9%}}
                services: {a: {replicas: 2, min-replicas: 1, placement: [y, z], availability: 99.9%}}
                stores: {s: {replicas: 1, placement: [y], availability: 99%, replication: {topology: none}}}
                links: [{from: a, to: s, need: hard, mode: sync, purpose: write, timeout: {total: 1s}}]
                journeys: {j: {entry: a, uses: [{link: a -> s}]}}
                """);
        Change first = one.changes().get(0);
        assertEquals("a second instance of s in z, with automatic failover", first.words());
        assertEquals(2, first.before().possible());
        assertEquals(0, first.after().possible());
        // Both zones; or one zone and something of the other; or both of one component.
        double z = 0.001;
        double pairs = 0.001 * 0.001 + 0.01 * 0.01 - 0.001 * 0.001 * 0.01 * 0.01;
        double oneZone = 1 - (1 - 0.001) * (1 - 0.01);
        assertEquals(z * z + 2 * z * (1 - z) * oneZone + (1 - z) * (1 - z) * pairs, first.after().unavailability().high(), 1e-12);
    }

    @Test
    void veryManyInstancesAreBoundedAndNamed() {
        Reliability one = journey("""
                services: {a: {replicas: 2000, min-replicas: 1500, availability: 99.9999%}}
                journeys: {j: {entry: a}}
                """);
        assertEquals(List.of("a"), List.copyOf(one.omitted()));
        assertEquals(0, one.unavailability().low());
        assertEquals(2000 * 0.000001, one.unavailability().high(), 1e-12);
    }

    private static Reliability journey(String yaml) {
        List<Reliability> all = Deriver.derive(Models.linked(yaml)).reliability();
        assertEquals(1, all.size());
        return all.get(0);
    }

    private static Importance importance(Reliability one, String id) {
        return one.importance().stream().filter(part -> part.subject().id().equals(id)).findFirst().orElseThrow();
    }

    /** The titles of the cut sets in their order, that one last. */
    private static List<String> titles(List<CutSet> sets, String last) {
        List<String> titles = new java.util.ArrayList<>(sets.stream().map(CutSet::title).toList());
        if (titles.remove(last)) {
            titles.add(last);
        }
        return titles;
    }
}

package quorate.derive.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import quorate.derive.RandomSystem;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words;

/**
 * States that are solved backwards for all failures at once are those that one failure brings about when it is followed forwards:
 * on random systems from fixed seeds.
 */
class ExposureTest {

    private static final int SEEDS = 400;

    @Test
    void backwardsAndForwardsAgree() {
        int compared = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Architecture system = system(seed);
            Impacts impacts = new Impacts(system);
            for (Failure failure : Failures.of(system)) {
                List<String> forwards = forwards(system, failure);
                assertEquals(forwards, words(impacts.of(failure)), "seed " + seed + ": " + failure.id());
                compared += forwards.size();
            }
        }
        assertTrue(compared > 10_000, compared + " were compared");
    }

    /** With a cache that asks what it fronts itself in each third, and zones that are regions, which come in pairs, in each other. */
    private static Architecture system(long seed) {
        Architecture system = new RandomSystem(seed).architecture(1 + (int) (seed % 3));
        List<Link> links = new ArrayList<>(system.links());
        if (seed % 3 == 0) {
            Facts facts = Facts.at(system.system().at())
                    .set(Keys.NEED, RandomSystem.fact(Words.Need.HARD))
                    .set(Keys.MODE, RandomSystem.fact(Words.LinkMode.SYNC))
                    .set(Keys.LINK_PURPOSE, RandomSystem.fact(Words.Purpose.READ))
                    .build();
            links.add(new Link("cache -> db", "cache", "db", facts, system.system().at()));
        }
        List<Entity> entities = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind != Kind.SYSTEM && kind != Kind.LINK) {
                entities.addAll(system.all(kind));
            }
        }
        if (seed % 2 == 0) {
            entities.replaceAll(entity -> entity.kind() != Kind.FAULT_DOMAIN
                    ? entity
                    : entity.with(entity.facts().with(Keys.DOMAIN_KIND, RandomSystem.fact(Words.DomainKind.REGION))));
        }
        return Architecture.of(system.system(), entities, links, List.of(), List.of(), List.of());
    }

    private static List<String> forwards(Architecture system, Failure failure) {
        Placement placement = new Placement(system);
        Conditions conditions = new Conditions(system, placement);
        Passages passages = new Passages(system);
        Views views = new Views(system, conditions, placement, failure);
        List<JourneyImpact> impacts = new ArrayList<>();
        for (JourneyGraph graph : JourneyGraph.of(system)) {
            Course course = new Course(graph, passages);
            for (Views.View view : views.of(course)) {
                if (view.sight().touches(course)) {
                    impacts.add(new Propagation(course, view.sight()).impact(view.side()));
                }
            }
        }
        return words(impacts);
    }

    private static List<String> words(List<JourneyImpact> impacts) {
        TreeMap<String, String> words = new TreeMap<>();
        impacts.forEach(impact -> words.put(
                impact.journey().id() + "|" + impact.side(), impact.during().words() + " then " + impact.settled().words()));
        return words.entrySet().stream().map(one -> one.getKey() + ": " + one.getValue()).toList();
    }
}

package quorate.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import quorate.derive.failure.State;
import quorate.derive.failure.StateRange;
import quorate.derive.recovery.ColdStart;
import quorate.export.AnalysisJson;
import quorate.link.Joiner;
import quorate.link.Linked;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words;
import quorate.review.Engine;
import quorate.testing.Models;

/** What must hold of failure scenarios for any system: on small random ones, from fixed seeds. */
class ScenarioPropertiesTest {

    private static final int SEEDS = 80;
    private static final StateRange UP = StateRange.of(State.UP);

    /** The two states of a journey under a scenario, seen from one side. */
    private record Cell(StateRange during, StateRange settled) {
        private static final Cell UNTOUCHED = new Cell(UP, UP);
    }

    @Test
    void anotherReplicaOfAStatelessServiceMakesNoJourneyWorse() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Architecture system = new RandomSystem(seed).architecture(2);
            Map<String, Cell> before = cells(system);
            for (Entity service : system.all(Kind.SERVICE)) {
                if (!service.get(Keys.REPLICAS).isKnown()) {
                    continue;
                }
                int more = service.get(Keys.REPLICAS).or(1) + 1;
                Entity larger = service.with(service.facts().with(Keys.REPLICAS, RandomSystem.fact(more)));
                notWorse(before, cells(RandomSystem.changed(system, larger)), "seed " + seed + ", one more " + service.id());
            }
        }
    }

    /**
     * A fourth voter beside one of three, each in a zone of its own: the loss of their common zone stops the group now, and nothing
     * gets better. Where a voter more can do harm, the scenarios show it.
     */
    @Test
    void anotherVoterInTheZoneOfOneMakesTheLossOfThatZoneWorse() {
        int worse = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Architecture system = new RandomSystem(seed).architecture(1);
            Architecture three = group(system, "a", "b", "c");
            Architecture four = group(system, "a", "a", "b", "c");
            Map<String, Cell> before = cells(three);
            for (Map.Entry<String, Cell> now : cells(four).entrySet()) {
                Cell was = before.getOrDefault(now.getKey(), Cell.UNTOUCHED);
                if (now.getKey().startsWith("zone-loss/a|") && was.settled().worst().compareTo(now.getValue().settled().worst()) < 0) {
                    worse++;
                }
                if (now.getKey().startsWith("zone-loss/")) {
                    notWorse(now.getValue().settled(), was.settled(), "seed " + seed + ": a voter less at " + now.getKey());
                }
            }
        }
        assertTrue(worse > 0, "no journey shows it");
    }

    private static Architecture group(Architecture system, String... zones) {
        Entity db = system.component("db").orElseThrow();
        return RandomSystem.changed(system, db.with(db.facts().without(Keys.REPLICAS).without(Keys.PLACEMENT)
                .with(Keys.TOPOLOGY, RandomSystem.fact(Words.Topology.CONSENSUS))
                .with(Keys.FAILOVER_MODE, RandomSystem.fact(Words.FailoverMode.AUTOMATIC))
                .with(Keys.VOTERS, RandomSystem.fact(zones.length))
                .with(Keys.VOTER_PLACEMENT, RandomSystem.fact(List.of(zones)))));
    }

    /**
     * Where the bound fits that of every caller, all of which are stated, and only this caller asks: a bound that is short for
     * one caller says nothing of the others. A cache is left out: those who fall back from it load what it fronts.
     */
    @Test
    void aFallbackWithATimeoutThatFitsMakesNoJourneyWorse() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Architecture system = new RandomSystem(seed).architecture(1);
            Map<String, Cell> before = cells(system);
            for (Link link : system.links()) {
                boolean alone = system.linksTo(link.to()).size() == 1 && !link.from().equals(link.to());
                if (alone && link.get(Keys.MODE).is(Words.LinkMode.SYNC) && !link.to().equals("cache")) {
                    Link soft = link.with(link.facts()
                            .with(Keys.FALLBACK, RandomSystem.fact("an older answer"))
                            .with(Keys.TIMEOUT_TOTAL, RandomSystem.fact(Duration.ofMillis(1))));
                    notWorse(before, cells(RandomSystem.changed(system, soft)), "seed " + seed + ", fallback at " + link.id());
                }
            }
        }
    }

    @Test
    void whatIsTrueLiesBetweenTheBestAndTheWorstCase() {
        for (long seed = 0; seed < 3 * SEEDS; seed++) {
            RandomSystem random = new RandomSystem(seed);
            Architecture open = random.architecture(3);
            Architecture filled = random.filled(open);
            Map<String, Cell> bounds = cells(open);
            Set<String> scenarios = scenarios(open);
            for (Map.Entry<String, Cell> one : cells(filled).entrySet()) {
                Cell bound = bounds.getOrDefault(one.getKey(), Cell.UNTOUCHED);
                String at = "seed " + seed + ": " + one.getKey();
                if (scenarios.contains(one.getKey().substring(0, one.getKey().indexOf('|')))) {
                    within(one.getValue().during(), bound.during(), at + " during");
                    within(one.getValue().settled(), bound.settled(), at + " settled");
                }
            }
        }
    }

    private static Set<String> scenarios(Architecture architecture) {
        return Deriver.derive(linked(architecture)).scenarios().stream().map(s -> s.failure().id()).collect(Collectors.toSet());
    }

    private static void within(StateRange value, StateRange bounds, String at) {
        boolean inside = value.best().compareTo(bounds.best()) >= 0 && value.worst().compareTo(bounds.worst()) <= 0;
        assertTrue(inside, at + ": " + value.words() + " is outside " + bounds.words());
    }

    private static void notWorse(Map<String, Cell> before, Map<String, Cell> after, String change) {
        for (Map.Entry<String, Cell> one : after.entrySet()) {
            Cell was = before.get(one.getKey());
            if (was != null) {
                notWorse(was.during(), one.getValue().during(), change + ": " + one.getKey() + " during");
                notWorse(was.settled(), one.getValue().settled(), change + ": " + one.getKey() + " settled");
            }
        }
    }

    private static void notWorse(StateRange was, StateRange is, String at) {
        boolean kept = is.best().compareTo(was.best()) <= 0 && is.worst().compareTo(was.worst()) <= 0;
        assertTrue(kept, at + ": was " + was.words() + ", is " + is.words());
    }

    /** Against all assignments of states to services: of those that satisfy every link, the one with the fewest troubles. */
    @Test
    void impactIsTheLeastFixpointFromAllUp() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Architecture system = callsOnly(new RandomSystem(seed).architecture(1));
            List<Entity> services = system.all(Kind.SERVICE);
            Map<String, Cell> cells = cells(system);
            for (Entity crashed : services) {
                Map<String, State> least = leastFixpoint(system, services, crashed.id());
                for (Entity journey : system.all(Kind.JOURNEY)) {
                    String key = "crash/" + crashed.id() + "|" + journey.id() + "|";
                    StateRange expected = StateRange.of(least.get(journey.get(Keys.ENTRY).or("")));
                    assertEquals(expected, cells.getOrDefault(key, Cell.UNTOUCHED).during(), "seed " + seed + ": " + key);
                }
            }
        }
    }

    /** Calls between services alone, so that refusals and needs decide everything. */
    private static Architecture callsOnly(Architecture system) {
        List<Entity> kept = new ArrayList<>();
        for (Kind kind : List.of(Kind.SERVICE, Kind.JOURNEY)) {
            kept.addAll(system.all(kind));
        }
        List<Link> calls = system.links().stream()
                .filter(link -> system.component(link.to()).orElseThrow().kind() == Kind.SERVICE)
                .map(link -> link.with(link.facts().without(Keys.STALENESS)))
                .toList();
        return Architecture.of(system.system(), kept, calls, List.of(), List.of(), List.of());
    }

    private static Map<String, State> leastFixpoint(Architecture system, List<Entity> services, String crashed) {
        int all = (int) Math.pow(State.values().length, services.size());
        Map<String, State> least = null;
        for (int number = 0; number < all; number++) {
            Map<String, State> states = new HashMap<>();
            int rest = number;
            for (Entity service : services) {
                states.put(service.id(), State.values()[rest % State.values().length]);
                rest /= State.values().length;
            }
            boolean fixpoint = services.stream().allMatch(s -> states.get(s.id()) == next(system, states, s.id(), crashed));
            if (fixpoint && (least == null || weight(states) < weight(least))) {
                least = states;
            }
        }
        return least;
    }

    private static int weight(Map<String, State> states) {
        return states.values().stream().mapToInt(State::ordinal).sum();
    }

    private static State next(Architecture system, Map<String, State> states, String service, String crashed) {
        State state = service.equals(crashed) ? State.DOWN : State.UP;
        for (Link link : system.linksFrom(service)) {
            State beyond = states.get(link.to());
            boolean hard = link.get(Keys.NEED).is(Words.Need.HARD);
            state = state.worse(beyond == State.DOWN && !hard ? State.DEGRADED : beyond);
        }
        return state;
    }

    /** Against all sets of services: of those in which exactly what can start is up, the smallest. */
    @Test
    void aColdStartIsTheLeastFixpointFromAllDown() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Architecture system = startOnly(new RandomSystem(seed).architecture(1));
            List<Entity> services = system.all(Kind.SERVICE);
            Set<String> least = null;
            for (int number = 0; number < 1 << services.size(); number++) {
                Set<String> up = new TreeSet<>();
                for (int i = 0; i < services.size(); i++) {
                    if ((number & 1 << i) != 0) {
                        up.add(services.get(i).id());
                    }
                }
                boolean fixpoint = services.stream().allMatch(service -> up.contains(service.id())
                        == system.linksFrom(service.id()).stream().allMatch(link -> up.contains(link.to())));
                if (fixpoint && (least == null || up.size() < least.size())) {
                    least = up;
                }
            }
            Set<String> risen = new TreeSet<>();
            ColdStart.of(system).waves().forEach(wave -> wave.forEach(service -> risen.add(service.id())));
            assertEquals(least, risen, "seed " + seed);
        }
    }

    private static Architecture startOnly(Architecture system) {
        Architecture calls = callsOnly(system);
        List<Link> starts = calls.links().stream()
                .map(link -> link.with(link.facts().with(Keys.NEED, RandomSystem.fact(Words.Need.STARTUP))))
                .toList();
        return Architecture.of(calls.system(), calls.all(Kind.SERVICE), starts, List.of(), List.of(), List.of());
    }

    @Test
    void theOrderOfTheInputDoesNotMatter() {
        for (long seed = 0; seed < 20; seed++) {
            RandomSystem random = new RandomSystem(seed);
            Architecture system = random.architecture(2);
            String expected = analysis(system);
            assertEquals(expected, analysis(random.shuffled(system)), "seed " + seed);
        }
    }

    private static String analysis(Architecture architecture) {
        Linked linked = linked(architecture);
        Engine engine = new Engine(Models.RULES, Models.CATALOG, LocalDate.of(2026, 1, 1));
        return AnalysisJson.of(engine.review(linked, Deriver.derive(linked)), "1");
    }

    private static Linked linked(Architecture architecture) {
        return new Joiner(Models.CATALOG).join(architecture);
    }

    /** The states by scenario, journey and side. */
    private static Map<String, Cell> cells(Architecture architecture) {
        Map<String, Cell> cells = new TreeMap<>();
        for (Scenario scenario : Deriver.derive(linked(architecture)).scenarios()) {
            scenario.journeys().forEach(impact -> cells.put(
                    scenario.failure().id() + "|" + impact.journey().id() + "|" + impact.side(),
                    new Cell(impact.during(), impact.settled())));
        }
        return cells;
    }
}

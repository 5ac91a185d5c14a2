package quorate.derive.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import quorate.derive.failure.Failure;
import quorate.derive.failure.Failures;
import quorate.derive.failure.Impacts;
import quorate.derive.failure.JourneyImpact;
import quorate.derive.failure.State;
import quorate.derive.failure.Structures;
import quorate.model.Architecture;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Subject;
import quorate.model.Words;
import quorate.model.Words.FailureKind;

/** Structure, cut sets and availability of random models against the simulation of every set of losses. */
class SimulationTest {

    private static final int MODELS = 2_000;

    @Test
    void everySetOfLossesDoesWhatTheSimulationSays() {
        Random random = new Random(5);
        int compared = 0;
        int several = 0;
        while (compared < MODELS) {
            RandomModel model = new RandomModel(random);
            Architecture architecture = model.architecture();
            Reliability reliability = new Reliabilities(architecture).of(List.of()).get(0);
            List<BasicEvent> events = reliability.tree().events();
            if (events.size() > 8) {
                continue;
            }
            List<Map<String, List<String>>> worlds = model.worlds();
            compared++;
            several += worlds.size() > 1 ? 1 : 0;
            Gate best = FaultTree.top(reliability.tree().best());
            Gate worst = FaultTree.top(reliability.tree().worst());
            boolean[] all = new boolean[1 << events.size()];
            boolean[] any = new boolean[1 << events.size()];
            for (int state = 0; state < all.length; state++) {
                Set<String> lost = lost(events, state);
                long down = worlds.stream().filter(world -> model.isDown(lost, world)).count();
                all[state] = down == worlds.size();
                any[state] = down > 0;
                String about = lost + " in " + model;
                assertEquals(any[state], OracleTest.holds(worst, state), () -> "worst: " + about);
                boolean sure = OracleTest.holds(best, state);
                assertTrue(all[state] || !sure, () -> "best: " + about);
            }
            check(reliability, events, any);
        }
        assertTrue(several > MODELS / 10, "models with more than one world: " + several);
    }

    private static void check(Reliability reliability, List<BasicEvent> events, boolean[] down) {
        Set<String> expected = new TreeSet<>();
        for (int state = 1; state < down.length; state++) {
            boolean minimal = down[state] && Integer.bitCount(state) <= 3;
            for (int event = 0; minimal && event < events.size(); event++) {
                minimal = (state & 1 << event) == 0 || !down[state & ~(1 << event)];
            }
            if (minimal) {
                expected.add(lost(events, state).toString());
            }
        }
        Set<String> found = new TreeSet<>();
        List<CutSet> sets = new ArrayList<>(reliability.certain());
        sets.addAll(reliability.possible());
        Set<String> worst = new TreeSet<>();
        Evaluation.of(reliability.tree()).worst().forEach(set -> worst.add(ids(set)));
        sets.forEach(set -> found.add(ids(set)));
        assertEquals(expected, worst);
        assertTrue(found.containsAll(expected));
        double unavailability = 0;
        for (int state = 0; state < down.length; state++) {
            double p = down[state] ? 1 : 0;
            for (int event = 0; event < events.size(); event++) {
                double one = known(events.get(event));
                p *= (state & 1 << event) != 0 ? one : 1 - one;
            }
            unavailability += p;
        }
        assertEquals(unavailability, reliability.unavailability().high(), 1e-12);
        assertTrue(reliability.unavailability().low() <= unavailability + 1e-12);
    }

    private static double known(BasicEvent event) {
        return switch (event.loss()) {
            case LINK -> 0;
            case FAULT_DOMAIN -> RandomModel.probability(event.id());
            case EXTERNAL, INSTANCE -> RandomModel.probability(event.subject().id());
        };
    }

    private static String ids(CutSet set) {
        return new TreeSet<>(set.events().stream().map(BasicEvent::id).toList()).toString();
    }

    private static Set<String> lost(List<BasicEvent> events, int state) {
        Set<String> lost = new TreeSet<>();
        for (int event = 0; event < events.size(); event++) {
            if ((state & 1 << event) != 0) {
                lost.add(events.get(event).id());
            }
        }
        return lost;
    }

    /** A loss that is also a failure scenario has the same effect there, once automatic recovery has ended. */
    @Test
    void singleLossesAgreeWithTheFailureScenarios() {
        Random random = new Random(13);
        Map<FailureKind, Integer> down = new LinkedHashMap<>();
        for (int round = 0; round < MODELS; round++) {
            RandomModel model = new RandomModel(random);
            Architecture architecture = model.architecture();
            FaultTree tree = new FaultTrees(architecture).of(new Structures(architecture).of(0));
            Impacts impacts = new Impacts(architecture);
            for (Failure failure : Failures.of(architecture)) {
                Set<String> ids = events(failure, tree);
                if (ids.isEmpty()) {
                    continue;
                }
                int count = tree.events().size();
                if (count > 30) {
                    continue;
                }
                int state = 0;
                for (int event = 0; event < count; event++) {
                    state |= ids.contains(tree.events().get(event).id()) ? 1 << event : 0;
                }
                List<JourneyImpact> found = impacts.of(failure);
                State best = found.isEmpty() ? State.UP : found.get(0).settled().best();
                State worst = found.isEmpty() ? State.UP : found.get(0).settled().worst();
                if (failure.kind() == FailureKind.CRASH && isLed(failure.subject())) {
                    continue; // the loss of a leader that nobody replaces is silent, a crash is not; a lost leader is both
                }
                String about = failure.id() + " in " + model;
                assertEquals(best == State.DOWN, OracleTest.holds(FaultTree.top(tree.best()), state), () -> "best: " + about);
                assertEquals(worst == State.DOWN, OracleTest.holds(FaultTree.top(tree.worst()), state), () -> "worst: " + about);
                down.merge(failure.kind(), worst == State.DOWN ? 1 : 0, Integer::sum);
            }
        }
        down.forEach((kind, times) -> assertTrue(times > 20, kind + " " + times));
        assertEquals(5, down.size());
    }

    private static boolean isLed(Subject store) {
        return store.get(Keys.FAILOVER_MODE).is(Words.FailoverMode.MANUAL);
    }

    /** The events that make up the failure; none when it is not made up of permanent losses. */
    private static Set<String> events(Failure failure, FaultTree tree) {
        Set<String> ids = new TreeSet<>();
        switch (failure.kind()) {
            case CRASH -> {
                ids.add("external/" + failure.subject().id());
                for (int i = 1; i <= 9; i++) {
                    ids.add("instance/" + failure.subject().id() + "/" + i);
                }
            }
            case ZONE_LOSS, REGION_LOSS -> ids.add("fault-domain/" + failure.subject().id());
            case PARTITION -> {
                if (failure.subject() instanceof Link link) {
                    ids.add("link/" + link.title());
                }
            }
            case LEADER_LOSS -> {
                // A voting group that lost its leader may lack a majority as well, which is another scenario.
                if (isLed(failure.subject()) && failure.subject().get(Keys.TOPOLOGY).is(Words.Topology.SINGLE_LEADER)) {
                    ids.add("instance/" + failure.subject().id() + "/1");
                }
            }
            default -> { }
        }
        return ids;
    }
}

package quorate.derive.failure;

import java.util.List;

/** What a use hands on from its far end to its caller, under every assumption: reckoned once, since failures are many. */
final class Passage {

    private static final List<Felt> ALL = List.of(Felt.values());
    private static final int FELT = ALL.size();

    private final Felt[] handed = new Felt[Assumption.COUNT * FELT];

    /** @param async whether nobody waits for an answer */
    Passage(Effectiveness refused, Effectiveness silent, boolean async) {
        for (int index = 0; index < Assumption.COUNT; index++) {
            Assumption under = Assumption.at(index);
            for (Felt far : ALL) {
                Effectiveness effectiveness = far == Felt.SILENT ? silent : refused;
                State effect = effectiveness.effect(far.state(), under.moment(), under.best());
                State felt = under.delays() && async ? effect.better(State.DEGRADED) : effect;
                handed[index * FELT + far.ordinal()] = Felt.of(felt, effectiveness.hangs(under.best()));
            }
        }
    }

    Felt of(Felt far, Assumption under) {
        return handed[under.index() * FELT + far.ordinal()];
    }
}

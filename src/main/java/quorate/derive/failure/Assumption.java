package quorate.derive.failure;

import java.util.List;
import java.util.stream.IntStream;
import quorate.derive.failure.Condition.Moment;

/**
 * What is assumed while the states of a journey are computed.
 *
 * @param best whether unknown facts are at their best; else they are at their worst
 * @param delays whether what nobody waits for comes late instead of failing
 */
record Assumption(Moment moment, boolean best, boolean delays) {

    /** How many there are. */
    static final int COUNT = 8;

    /** A number of its own, from 0. */
    int index() {
        return (moment == Moment.SETTLED ? 1 : 0) + (best ? 2 : 0) + (delays ? 4 : 0);
    }

    private static final List<Assumption> ALL = IntStream.range(0, COUNT)
            .mapToObj(index -> new Assumption(
                    (index & 1) == 0 ? Moment.DURING : Moment.SETTLED, (index & 2) != 0, (index & 4) != 0))
            .toList();

    static Assumption at(int index) {
        return ALL.get(index);
    }
}

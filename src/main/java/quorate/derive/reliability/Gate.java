package quorate.derive.reliability;

import java.util.List;

/**
 * A monotone function of basic events, which are named by their place in the list of a fault tree. Gates are nested only as
 * deep as the few shapes that {@link FaultTrees} builds, whatever the size of the model.
 */
public sealed interface Gate permits Gate.Event, Gate.Any, Gate.All, Gate.AtLeast {

    /** A basic event. */
    record Event(int index) implements Gate {}

    /** At least one of these; without any it never happens. */
    record Any(List<Gate> parts) implements Gate {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** All of these, at least one. */
    record All(List<Gate> parts) implements Gate {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /**
     * At least that many of these, each of which is a basic event or any of several.
     *
     * @param least from 1
     */
    record AtLeast(int least, List<Gate> parts) implements Gate {
        public AtLeast {
            parts = List.copyOf(parts);
        }
    }
}

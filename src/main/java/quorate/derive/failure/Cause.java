package quorate.derive.failure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Link;

/** Something that by itself takes a journey down until somebody repairs what was lost. */
public sealed interface Cause permits Cause.Severed, Cause.Outnumbered {

    /** The two ends of a link cannot reach each other. */
    record Severed(Link link) implements Cause {

        @Override
        public int hashCode() {
            return link.id().hashCode();
        }
    }

    /**
     * Too few instances of a component are left.
     *
     * @param component the component
     * @param stated how many there are, if that is stated
     * @param instances how many are told apart; with an unstated count as many as the placement names, of very many one
     * @param countsInstances whether the loss of single instances can add up to it; false for an external, which is lost as a
     *     whole, and where the number of instances is not stated and is taken at its best
     * @param enough lost instances that are enough to take it down, from 1; above the number of instances when none are
     * @param leads whether the loss of the first instance, the leader, is enough because nobody promotes another
     * @param silentOnly whether its callers go down only if they have to wait, which takes a loss that is not refused
     * @param homes for each possible placement of the instances, and for each instance in it, the fault domains whose loss takes
     *     it, sorted
     * @param anyHome whether one possible placement that takes it down is enough (unknown facts at their worst), or all must
     */
    record Outnumbered(
            Entity component,
            Optional<Integer> stated,
            int instances,
            boolean countsInstances,
            int enough,
            boolean leads,
            boolean silentOnly,
            List<List<Set<String>>> homes,
            boolean anyHome)
            implements Cause {

        public Outnumbered {
            homes = List.copyOf(homes);
        }

        /** Without the facts of the component, which take long to hash. */
        @Override
        public int hashCode() {
            return Objects.hash(component.id(), enough, leads, silentOnly);
        }

        /** The same whether or not its callers have to wait. */
        Outnumbered whateverTheCallers() {
            return new Outnumbered(component, stated, instances, countsInstances, enough, leads, false, homes, anyHome);
        }
    }
}

package quorate.derive.failure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import quorate.derive.failure.Condition.Moment;
import quorate.derive.failure.Course.Step;
import quorate.model.Link;

/**
 * A failure of which each effect can be followed by itself: the worst of all ways from whatever it strikes is what it does. It
 * cannot where what one component suffers hides what comes through it from another.
 */
sealed interface Strike {

    /** Whether the journey uses anything that it reaches. */
    boolean touches(Course course, Exposure exposure);

    /** Whether the states may differ after automatic recovery. */
    boolean heals();

    /** The state in which the journey ends up. */
    State state(Course course, Exposure exposure, Assumption under);

    /** The ends of a link cannot reach each other. */
    record Cut(Link link) implements Strike {

        private List<Step> steps(Course course) {
            return course.into(link.to()).stream().filter(step -> step.use().link().from().equals(link.from())).toList();
        }

        @Override
        public boolean touches(Course course, Exposure exposure) {
            return !steps(course).isEmpty();
        }

        @Override
        public boolean heals() {
            return false;
        }

        @Override
        public State state(Course course, Exposure exposure, Assumption under) {
            State worst = State.UP;
            for (Step step : steps(course)) {
                worst = worst.worse(exposure.entry(step, Felt.SILENT, under));
            }
            return worst;
        }
    }

    /** Several at once, none of which hides another. */
    record Together(List<? extends Strike> parts) implements Strike {

        @Override
        public boolean touches(Course course, Exposure exposure) {
            return parts.stream().anyMatch(part -> part.touches(course, exposure));
        }

        @Override
        public boolean heals() {
            return parts.stream().anyMatch(Strike::heals);
        }

        @Override
        public State state(Course course, Exposure exposure, Assumption under) {
            return parts.stream().map(part -> part.state(course, exposure, under)).reduce(State.UP, State::worse);
        }
    }

    /**
     * A component is struck.
     *
     * @param conditions of it, by what is wanted of it
     * @param counts whether journeys that use it are touched, even where it goes on
     * @param exhausts whether it brings those to a standstill that wait for it
     */
    record Hit(String component, Map<Access, Condition> conditions, boolean counts, boolean exhausts) implements Strike {

        static Hit of(String component, Function<Access, Condition> condition, boolean counts, boolean exhausts) {
            Map<Access, Condition> conditions = new EnumMap<>(Access.class);
            for (Access access : Access.values()) {
                conditions.put(access, condition.apply(access));
            }
            return new Hit(component, conditions, counts, exhausts);
        }

        /** Of a component that suffers the same whatever is wanted of it. */
        static Hit of(String component, Condition condition, boolean exhausts) {
            return of(component, access -> condition, !condition.isUnaffected(), exhausts);
        }

        /** Whether some callers may be refused while it cannot serve, so that what comes through it from others stays hidden. */
        boolean hides() {
            return conditions.values().stream()
                    .anyMatch(c -> !c.silent() && (c.during().worst() == State.DOWN || c.settled().worst() == State.DOWN));
        }

        @Override
        public boolean touches(Course course, Exposure exposure) {
            return counts && (course.touches(component) || (spreads() && exposure.meets(component)));
        }

        /** Whether others may come to a standstill for want of its answers. */
        private boolean spreads() {
            Condition condition = conditions.get(Access.ANY);
            return exhausts && condition.silent() && condition.at(Moment.DURING).worst() == State.DOWN;
        }

        @Override
        public boolean heals() {
            return conditions.values().stream().anyMatch(condition -> !condition.during().equals(condition.settled()));
        }

        @Override
        public State state(Course course, Exposure exposure, Assumption under) {
            Optional<Integer> number = course.number(component);
            State worst = number.filter(n -> n == 0).map(n -> conditions.get(Access.ANY).felt(under).state()).orElse(State.UP);
            if (number.isPresent()) {
                for (Step step : course.into(number.get())) {
                    worst = worst.worse(exposure.entry(step, conditions.get(step.access()).felt(under), under));
                }
            }
            boolean silent = exhausts && conditions.get(Access.ANY).felt(under) == Felt.SILENT;
            return silent ? worst.worse(exposure.entryBesides(component, under)) : worst;
        }
    }
}

package quorate.derive.failure;

import java.util.ArrayList;
import java.util.List;
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

    Assumption DURING_WORST = new Assumption(Moment.DURING, false, false);

    /** A component that a journey has to touch to be touched by this; nothing where others are reached as well. */
    default Optional<String> within() {
        return Optional.empty();
    }

    /** Whether the journey uses anything that it reaches. */
    boolean touches(Course course, Exposure exposure);

    /** Whether the states may differ after automatic recovery. */
    boolean heals();

    /** The state in which the journey ends up. */
    State state(Course course, Exposure exposure, Assumption under);

    /** The ends of a link cannot reach each other. */
    record Cut(Link link) implements Strike {

        @Override
        public Optional<String> within() {
            return Optional.of(link.to());
        }

        @Override
        public boolean touches(Course course, Exposure exposure) {
            return !course.between(link.from(), link.to()).isEmpty();
        }

        @Override
        public boolean heals() {
            return false;
        }

        @Override
        public State state(Course course, Exposure exposure, Assumption under) {
            State worst = State.UP;
            for (Step step : course.between(link.from(), link.to())) {
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

    /** Many are struck, each as the callers in a journey see it. */
    record Seen(Sight sight) implements Strike {

        @Override
        public boolean touches(Course course, Exposure exposure) {
            return sight.touches(course);
        }

        @Override
        public boolean heals() {
            return sight.heals();
        }

        @Override
        public State state(Course course, Exposure exposure, Assumption under) {
            State worst = sight.entry(course.graph()).felt(under).state();
            for (int component = 0; component < course.size() && worst != State.DOWN; component++) {
                if (sight.isSource(course.components().get(component))) {
                    for (Step step : course.into(component)) {
                        worst = worst.worse(exposure.entry(step, sight.condition(step).felt(under), under));
                    }
                }
            }
            return worst;
        }
    }

    /**
     * A component is struck.
     *
     * @param felt how its callers feel it, by access and, four for each, by moment and whether unknown facts are at their best
     * @param uniform whether that is the same whatever is wanted of it
     * @param counts whether journeys that use it are touched, even where it goes on
     * @param exhausts whether it brings those to a standstill that wait for it
     */
    record Hit(String component, List<Felt> felt, boolean uniform, boolean counts, boolean exhausts) implements Strike {

        private static final int CASES = 4;
        private static final List<Access> ALL = List.of(Access.values());

        static Hit of(String component, Function<Access, Condition> condition, boolean counts, boolean exhausts) {
            List<Felt> felt = new ArrayList<>(ALL.size() * CASES);
            for (Access access : ALL) {
                Condition one = condition.apply(access);
                for (int index = 0; index < CASES; index++) {
                    felt.add(one.felt(Assumption.at(index)));
                }
            }
            boolean uniform = true;
            for (int i = CASES; i < felt.size(); i++) {
                uniform &= felt.get(i) == felt.get(i % CASES);
            }
            return new Hit(component, felt, uniform, counts, exhausts);
        }

        /** Of a component that suffers the same whatever is wanted of it. */
        static Hit of(String component, Condition condition, boolean exhausts) {
            return of(component, access -> condition, !condition.isUnaffected(), exhausts);
        }

        @Override
        public Optional<String> within() {
            return exhausts ? Optional.empty() : Optional.of(component);
        }

        private Felt felt(Access access, Assumption under) {
            return felt.get(access.ordinal() * CASES + under.index() % CASES);
        }

        /** Whether some callers may be refused while it cannot serve, so that what comes through it from others stays hidden. */
        boolean hides() {
            return felt.contains(Felt.REFUSING);
        }

        @Override
        public boolean touches(Course course, Exposure exposure) {
            return counts && (course.touches(component) || (spreads(DURING_WORST) && exposure.meets(component)));
        }

        /** Whether others may come to a standstill for want of its answers. */
        private boolean spreads(Assumption under) {
            return exhausts && felt(Access.ANY, under) == Felt.SILENT;
        }

        @Override
        public boolean heals() {
            for (int i = 0; i < felt.size(); i += 2) {
                if (felt.get(i) != felt.get(i + 1)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public State state(Course course, Exposure exposure, Assumption under) {
            State worst = course.number(component).map(number -> direct(number, course, exposure, under)).orElse(State.UP);
            return spreads(under) ? worst.worse(exposure.entryBesides(component, under)) : worst;
        }

        /** For want of the component itself. */
        private State direct(int number, Course course, Exposure exposure, Assumption under) {
            if (uniform) {
                return exposure.entry(number, felt(Access.ANY, under), under);
            }
            State worst = number == 0 ? felt(Access.ANY, under).state() : State.UP;
            for (Step step : course.into(number)) {
                worst = worst.worse(exposure.entry(step, felt(step.access(), under), under));
            }
            return worst;
        }
    }
}

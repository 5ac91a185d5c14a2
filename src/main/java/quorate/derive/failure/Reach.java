package quorate.derive.failure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import quorate.model.Architecture;
import quorate.model.Deferred;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Link;
import quorate.model.Words;

/** What one failure does to each component by itself, seen from one side of a partition, or from anywhere. */
final class Reach implements Sight {

    private static final int MENTIONED = 5;
    private static final List<Access> ALL = List.of(Access.values());
    private static final Condition OUTSIDE = Condition.unaffected(Evidence.derived("outside the model"));
    private static final Condition UNTOUCHED = Condition.unaffected(Evidence.derived("not touched by the failure"));

    private final Architecture architecture;
    private final Conditions conditions;
    private final Failure failure;
    private final Set<String> island;
    private final Map<String, Condition[]> known = new HashMap<>();
    private final Set<String> touched = new HashSet<>();
    private final Optional<Map<String, Harm>> harms;
    private final Deferred<Boolean> heals = Deferred.of(() -> any(condition -> !condition.during().equals(condition.settled())));
    private final Deferred<Boolean> hides = Deferred.of(() -> any(Condition::hides));

    /** @param island the domains on the side; empty for other failures than partitions of domains */
    Reach(Architecture architecture, Conditions conditions, Failure failure, Set<String> island) {
        this.architecture = architecture;
        this.conditions = conditions;
        this.failure = failure;
        this.island = island;
        this.harms = conditions.harms(failure);
        if (harms.isPresent()) {
            harms.get().forEach((id, harm) -> Optional.of(id).filter(i -> !harm.condition().isUnaffected()).ifPresent(touched::add));
        } else if (failure.subject() instanceof Link link) {
            conditions.behind(link.to()).ifPresent(touched::add);
        } else if (failure.subject().kind().isComponent()) {
            touched.add(failure.subject().id());
            conditions.behind(failure.subject().id()).ifPresent(touched::add);
        } else {
            for (Entity component : architecture.components()) {
                if (!of(component.id(), Access.ANY).isUnaffected()) {
                    touched.add(component.id());
                }
            }
        }
    }

    @Override
    public boolean isSource(String component) {
        return touched.contains(component) || (failure.subject() instanceof Link cut && cut.to().equals(component));
    }

    @Override
    public List<Evidence> whys() {
        Set<String> sources = new TreeSet<>(touched);
        if (failure.subject() instanceof Link cut) {
            sources.add(cut.to());
        }
        return sources.stream().limit(MENTIONED).map(id -> of(id, Access.ANY).why()).toList();
    }

    @Override
    public boolean touches(Course course) {
        if (failure.subject() instanceof Link cut && course.into(cut.to()).stream().anyMatch(this::cuts)) {
            return true;
        }
        return course.components().stream().anyMatch(id -> touched.contains(id) && course.touches(id));
    }

    @Override
    public boolean heals() {
        return heals.get();
    }

    @Override
    public boolean hides() {
        return hides.get();
    }

    private boolean any(Predicate<Condition> test) {
        return touched.stream()
                .flatMap(id -> ALL.stream().map(access -> of(id, access)))
                .anyMatch(test);
    }

    @Override
    public Condition entry(JourneyGraph journey) {
        return of(journey.entry(), Access.ANY);
    }

    @Override
    public Condition condition(Course.Step step) {
        return of(step.use().link().to(), step.access());
    }

    @Override
    public boolean cuts(Course.Step step) {
        Link link = step.use().link();
        return failure.subject() instanceof Link cut && cut.from().equals(link.from()) && cut.to().equals(link.to());
    }

    @Override
    public boolean delays() {
        return failure.kind() == Words.FailureKind.SLOW;
    }

    private Condition of(String component, Access access) {
        if (harms.isPresent()) {
            Harm harm = harms.get().get(component);
            return harm == null ? UNTOUCHED : harm.condition();
        }
        Condition[] byAccess = known.get(component);
        if (byAccess == null) {
            byAccess = new Condition[ALL.size()];
            known.put(component, byAccess);
        }
        if (byAccess[access.ordinal()] == null) {
            Optional<Entity> entity = architecture.component(component);
            Condition condition = entity.map(e -> conditions.of(e, failure, access, island)).orElse(OUTSIDE);
            byAccess[access.ordinal()] = condition;
            if (entity.filter(e -> !Access.matters(e)).isPresent()) {
                Arrays.fill(byAccess, condition);
            }
        }
        return byAccess[access.ordinal()];
    }
}

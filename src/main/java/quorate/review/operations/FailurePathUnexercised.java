package quorate.review.operations;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Origin;
import quorate.model.Words.FailoverMode;
import quorate.model.Words.FailureKind;
import quorate.model.Words.ReadinessKind;
import quorate.model.Words.Topology;
import quorate.model.Words;
import quorate.review.Calls;
import quorate.review.Copies;
import quorate.review.DataNeeds;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** The path that is needed in an emergency was walked before one. */
final class FailurePathUnexercised implements Rule.OfEntity {

    private static final Set<FailureKind> FAILOVERS =
            EnumSet.of(FailureKind.FAILOVER, FailureKind.LEADER_LOSS, FailureKind.REPLICA_LOSS);

    /** What every system should have tried: a node that is lost, parts that cannot reach each other, clocks that differ. */
    private static final List<Set<FailureKind>> BASIC = List.of(
            EnumSet.of(FailureKind.PARTITION),
            EnumSet.of(FailureKind.CRASH, FailureKind.REPLICA_LOSS, FailureKind.LEADER_LOSS, FailureKind.ZONE_LOSS),
            EnumSet.of(FailureKind.CLOCK_SKEW));

    /** More than these are not named one by one. */
    private static final int NAMED = 8;

    @Override
    public String id() {
        return "failure-path-unexercised";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.SYSTEM, Kind.SERVICE, Kind.STORE, Kind.CHANNEL, Kind.READINESS);
    }

    @Override
    public Outcome check(Entity entity, Review.Input in) {
        return switch (entity.kind()) {
            case SYSTEM -> system(entity, in);
            case READINESS -> planned(entity, in);
            default -> failover(entity, in);
        };
    }

    /** A service that fails over has someone to take its place, a store only where it has copies. */
    private static Outcome failover(Entity store, Review.Input in) {
        boolean fails = store.get(Keys.FAILOVER_MODE).is(m -> m != FailoverMode.NONE);
        if (store.get(Keys.FAILOVER_MODE).isUnknown() && store.kind() == Kind.STORE) {
            return perhaps(store, in);
        }
        if (!fails || (store.kind() == Kind.STORE && !Copies.of(store, in).several())) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(store, Keys.FAILOVER_MODE, Keys.FAILOVER_EXERCISED);
        boolean drilled = rehearsals(in).stream()
                .filter(r -> r.get(Keys.EXERCISED).isKnown() && concerns(r, store))
                .filter(r -> r.get(Keys.COVERS).is(kinds -> kinds.stream().anyMatch(FAILOVERS::contains)))
                .peek(r -> reasons.saw(r, Keys.COVERS, Keys.EXERCISED))
                .findFirst()
                .isPresent();
        if (store.get(Keys.FAILOVER_EXERCISED).isKnown() || (drilled && store.get(Keys.FAILOVER_EXERCISED).isUnknown())) {
            return reasons.holds();
        }
        boolean matters = needed(store, in);
        if (store.get(Keys.FAILOVER_EXERCISED).statedNone()) {
            return reasons.violated(matters ? Severity.HIGH : Severity.MEDIUM, "The first failover of " + store.title()
                    + " will be a real one: it was never exercised.");
        }
        return matters ? reasons.lacks(store, Keys.FAILOVER_EXERCISED).unknown() : Outcome.notApplicable();
    }

    /** Copies that could take over from their leader are there, and it is neither said how nor when that was tried. */
    private static Outcome perhaps(Entity store, Review.Input in) {
        Copies copies = Copies.of(store, in);
        boolean standby = copies.is(Topology.SINGLE_LEADER) && copies.count().filter(n -> n > 1).isPresent();
        boolean matters = needed(store, in);
        boolean drilled = rehearsals(in).stream()
                .filter(r -> r.get(Keys.EXERCISED).isKnown() && concerns(r, store))
                .anyMatch(r -> r.get(Keys.COVERS).is(kinds -> kinds.stream().anyMatch(FAILOVERS::contains)));
        return standby && matters && !drilled && store.get(Keys.FAILOVER_EXERCISED).isUnknown()
                ? Reasons.of(store, Keys.TOPOLOGY, Keys.REPLICAS)
                        .lacks(store, Keys.FAILOVER_MODE, Keys.FAILOVER_EXERCISED).unknown()
                : Outcome.notApplicable();
    }

    /** A drill or experiment that is written down and was never run. */
    private static Outcome planned(Entity item, Review.Input in) {
        boolean rehearsal = item.get(Keys.READINESS_KIND)
                .is(k -> k == ReadinessKind.DRILL || k == ReadinessKind.EXPERIMENT);
        if (!rehearsal || item.get(Keys.EXERCISED).isUnknown()) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(item, Keys.READINESS_KIND, Keys.COVERS, Keys.ABOUT, Keys.EXERCISED);
        if (item.get(Keys.EXERCISED).isKnown()) {
            return reasons.holds();
        }
        String what = item.get(Keys.COVERS).value()
                .map(kinds -> String.join(", ", kinds.stream().map(k -> Words.written(k).replace('-', ' ')).toList()))
                .orElse(item.title());
        List<String> about = item.get(Keys.ABOUT).or(List.of());
        boolean critical = about.stream().flatMap(id -> in.linked().architecture().component(id).stream())
                .anyMatch(c -> Importance.of(c, in).critical());
        return reasons.violated(critical ? Severity.HIGH : Severity.MEDIUM, "Nobody knows how "
                + (about.isEmpty() ? "the system" : String.join(", ", about.stream().map(Calls.in(in)::name).toList()))
                + " behaves under " + what + ": " + item.title() + " was never exercised.");
    }

    /** One question for the kinds of failure that no dated exercise covers. */
    private static Outcome system(Entity system, Review.Input in) {
        int parts = in.linked().architecture().components().size();
        if (parts < 2 || (parts == 2 && needed(in).isEmpty())) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.none();
        List<FailureKind> open = new ArrayList<>();
        for (Set<FailureKind> kinds : BASIC) {
            boolean covered = rehearsals(in).stream()
                    .filter(r -> !r.get(Keys.EXERCISED).isUnknown() && r.get(Keys.COVERS).is(list -> list.stream().anyMatch(kinds::contains)))
                    .peek(r -> reasons.saw(r, Keys.COVERS, Keys.EXERCISED))
                    .findAny()
                    .isPresent();
            if (!covered) {
                open.add(kinds.iterator().next());
            }
        }
        if (open.isEmpty()) {
            return reasons.holds();
        }
        for (FailureKind kind : open) {
            String id = Words.written(kind) + "-experiment";
            Entity item = new Entity(Kind.READINESS, id, about(needed(in), system), system.at());
            reasons.lacks(item, Keys.COVERS, Keys.EXERCISED);
        }
        return reasons.unknown();
    }

    /** What the exercise would be about: what is needed, where that is a short list. */
    private static Facts about(List<String> needed, Entity system) {
        boolean named = !needed.isEmpty() && needed.size() <= NAMED;
        return named
                ? Facts.at(system.at()).set(Keys.ABOUT, Fact.of(needed, Origin.unknown(system.at()))).build()
                : Facts.none(system.at());
    }

    private static List<String> needed(Review.Input in) {
        return in.linked().architecture().components().stream()
                .filter(part -> Calls.in(in).staysUp(part) && needed(part, in))
                .map(Entity::id)
                .toList();
    }

    private static boolean needed(Entity part, Review.Input in) {
        return Importance.of(part, in).critical() || DataNeeds.of(part, in).noLoss() || Calls.in(in).reliedOn(part.id())
                || (part.kind() == Kind.CHANNEL && feedsCritical(part, in));
    }

    private static boolean feedsCritical(Entity channel, Review.Input in) {
        Calls calls = Calls.in(in);
        return Stream.concat(calls.from(channel.id()).stream().map(Link::to), calls.to(channel.id()).stream().map(Link::from))
                .flatMap(id -> calls.component(id).stream())
                .anyMatch(other -> Importance.of(other, in).critical());
    }

    private static List<Entity> rehearsals(Review.Input in) {
        return in.linked().architecture().all(Kind.READINESS).stream()
                .filter(r -> r.get(Keys.READINESS_KIND).is(k -> k == ReadinessKind.DRILL || k == ReadinessKind.EXPERIMENT))
                .toList();
    }

    private static boolean concerns(Entity item, Entity store) {
        return item.get(Keys.ABOUT).isUnknown() || item.get(Keys.ABOUT).or(List.of()).contains(store.id());
    }
}

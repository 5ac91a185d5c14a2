package quorate.derive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorate.derive.agreement.Agreements;
import quorate.derive.budget.Budgets;
import quorate.derive.consistency.Positions;
import quorate.derive.failure.DataImpact;
import quorate.derive.failure.DataImpacts;
import quorate.derive.failure.Failure;
import quorate.derive.failure.Failures;
import quorate.derive.failure.Impacts;
import quorate.derive.failure.JourneyImpact;
import quorate.derive.failure.State;
import quorate.derive.load.LoadLoops;
import quorate.derive.recovery.Recoveries;
import quorate.derive.recovery.RecoveryTime;
import quorate.derive.reliability.Interruption;
import quorate.derive.reliability.Reliabilities;
import quorate.link.Linked;
import quorate.model.Abreast;
import quorate.model.Architecture;
import quorate.model.Deferred;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words;
import quorate.model.Words.FailureKind;

/** Derives everything for one project, each part when it is first asked for. */
public final class Deriver {

    private final Linked linked;
    private final Architecture architecture;
    private final Impacts impacts;
    private final DataImpacts dataImpacts;
    private final Recoveries recoveries;

    private Deriver(Linked linked) {
        this.linked = linked;
        this.architecture = linked.architecture();
        this.impacts = new Impacts(architecture);
        this.dataImpacts = impacts.data();
        this.recoveries = new Recoveries(linked.technologies());
    }

    public static Derived derive(Linked linked) {
        Architecture architecture = linked.architecture();
        Deferred<Deriver> deriver = Deferred.of(() -> new Deriver(linked));
        Deferred<List<Scenario>> scenarios = Deferred.of(() -> deriver.get().scenarios());
        return new Derived(
                scenarios,
                Deferred.of(() -> List.copyOf(new Positions(linked).all())),
                Deferred.of(() -> List.copyOf(Budgets.of(architecture))),
                Deferred.of(() -> List.copyOf(new Reliabilities(architecture).of(deriver.get().interruptions(scenarios.get())))),
                Deferred.of(() -> List.copyOf(Agreements.of(architecture))),
                Deferred.of(() -> LoadLoops.of(architecture)));
    }

    private List<Scenario> scenarios() {
        return Abreast.map(Failures.of(architecture), architecture.components().size(), this::scenario).stream()
                .sorted(Comparator.comparing(Scenario::certain)
                        .thenComparing(Scenario::worst)
                        .reversed()
                        .thenComparing(s -> s.failure().kind())
                        .thenComparing(s -> s.failure().id()))
                .toList();
    }

    /** What a lost leader or fault domain does to a journey until something else has taken over. */
    private List<Interruption> interruptions(List<Scenario> scenarios) {
        List<Interruption> leaders = new ArrayList<>();
        Map<String, List<RecoveryTime>> failovers = new HashMap<>();
        for (Scenario scenario : of(scenarios, FailureKind.LEADER_LOSS)) {
            for (JourneyImpact impact : interrupted(scenario)) {
                leaders.add(interruption(scenario, impact, scenario.recovery()));
                failovers.computeIfAbsent(impact.journey().id(), k -> new ArrayList<>()).add(scenario.recovery());
            }
        }
        List<Interruption> all = new ArrayList<>(leaders);
        for (Scenario scenario : of(scenarios, FailureKind.ZONE_LOSS, FailureKind.REGION_LOSS)) {
            for (JourneyImpact impact : interrupted(scenario)) {
                // Any of the leaders that the journey needs may have been there; what else waits is not its matter.
                List<RecoveryTime> needed = failovers.getOrDefault(impact.journey().id(), List.of());
                all.add(interruption(
                        scenario, impact, needed.isEmpty() ? scenario.recovery() : recoveries.together(needed)));
            }
        }
        return all;
    }

    private static List<Scenario> of(List<Scenario> scenarios, FailureKind... kinds) {
        return scenarios.stream().filter(one -> List.of(kinds).contains(one.failure().kind())).toList();
    }

    /** The journeys that may be down at first and need not be down for good, which would be no failover. */
    private static List<JourneyImpact> interrupted(Scenario scenario) {
        return scenario.journeys().stream()
                .filter(impact -> impact.during().worst() == State.DOWN && impact.settled().best() != State.DOWN)
                .toList();
    }

    private static Interruption interruption(Scenario scenario, JourneyImpact impact, RecoveryTime recovery) {
        return new Interruption(
                impact.journey(), scenario.failure().id(), scenario.failure().title(), (Entity) scenario.failure().subject(),
                impact.during().best() == State.DOWN, recovery.best(), recovery.worst(), recovery.missing());
    }

    private Scenario scenario(Failure failure) {
        List<JourneyImpact> journeys = impacts.of(failure);
        List<DataImpact> data = dataImpacts.of(failure);
        return new Scenario(
                failure,
                journeys,
                impacts.tracer(failure),
                data,
                Deferred.of(() -> recovery(failure, journeys, data)),
                Deferred.of(() -> new Mitigations(architecture, failure).present()),
                Deferred.of(() -> new Mitigations(architecture, failure).proposed()),
                covering(failure));
    }

    private RecoveryTime recovery(Failure failure, List<JourneyImpact> journeys, List<DataImpact> data) {
        boolean harmless = data.isEmpty() && impacts.isHeldOff(failure);
        return switch (failure.kind()) {
            case PARTITION -> recoveries.whenHealed("when the network is whole again, then reconcile or drain");
            case LEADER_LOSS -> recoveries.failover((Entity) failure.subject());
            case CRASH -> crashed((Entity) failure.subject());
            case RESTORE -> recoveries.restore((Entity) failure.subject());
            case REPLICA_LOSS -> harmless
                    ? recoveries.heldOff("the other instances carry on while the lost one is replaced")
                    : recoveries.restart((Entity) failure.subject());
            case ZONE_LOSS, REGION_LOSS -> domainLost(journeys, data);
            default -> harmless
                    ? recoveries.heldOff("it is held off; nothing has to recover")
                    : recoveries.contained(failure.kind(), architecture.linksTo(failure.subject().id()));
        };
    }

    private RecoveryTime crashed(Entity component) {
        boolean volatileData = component.get(Keys.VOLUME).is(Words.VolumeKind.EPHEMERAL)
                && component.kind() == Kind.STORE;
        return volatileData ? recoveries.restore(component) : recoveries.restart(component);
    }

    /** What a lost fault domain held fails over elsewhere where it can; the rest waits for the domain. */
    private RecoveryTime domainLost(List<JourneyImpact> journeys, List<DataImpact> data) {
        boolean waits = data.stream().anyMatch(impact -> !impact.recovers())
                || journeys.stream().anyMatch(impact -> impact.settled().worst() == State.DOWN);
        if (waits) {
            return recoveries.whenHealed("part of it cannot fail over and waits for the fault domain");
        }
        List<RecoveryTime> failovers = new ArrayList<>();
        for (DataImpact impact : data) {
            authority(impact.domain()).ifPresent(store -> failovers.add(recoveries.failover(store)));
        }
        return failovers.isEmpty() ? recoveries.notNeeded() : recoveries.together(failovers);
    }

    private Optional<Entity> authority(Entity domain) {
        return domain.kind() == Kind.STORE
                ? Optional.of(domain)
                : domain.get(Keys.STORES).or(List.of()).stream().findFirst().flatMap(architecture::component);
    }

    private List<Entity> covering(Failure failure) {
        return architecture.all(Kind.READINESS).stream()
                .filter(item -> item.get(Keys.COVERS).is(kinds -> kinds.contains(failure.kind())))
                .filter(item -> item.get(Keys.ABOUT).isUnknown()
                        || item.get(Keys.ABOUT).is(about -> about.contains(failure.subject().id())))
                .toList();
    }
}

package quorate.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.CoordinationPurpose;
import quorate.model.Words.Topology;
import quorate.model.Words.TransactionStyle;
import quorate.review.Review;

/**
 * The protocols of a project whose faults testing will not find, as modules of TLA+ (Lamport, Specifying Systems, 2002):
 * constants and failures from the architecture, steps from the protocol as it is known, invariants from what the data need.
 */
public final class FormalModules {

    private FormalModules() {}

    /** The modules: consensus groups, then transactions, then coordination; none for a protocol that is not stated. */
    public static List<FormalModule> of(Review review) {
        Architecture architecture = review.input().linked().architecture();
        List<FormalModule> modules = new ArrayList<>();
        Stream.of(Kind.STORE, Kind.CHANNEL)
                .flatMap(kind -> architecture.all(kind).stream())
                .filter(group -> group.get(Keys.TOPOLOGY).is(Topology.CONSENSUS))
                .forEach(group -> modules.add(new ConsensusModule(review, group).module()));
        for (Entity transaction : architecture.all(Kind.TRANSACTION)) {
            transaction(transaction).ifPresent(modules::add);
        }
        for (Entity coordination : architecture.all(Kind.COORDINATION)) {
            boolean one = coordination.get(Keys.COORDINATION_PURPOSE)
                    .is(purpose -> purpose == CoordinationPurpose.LEADER_ELECTION || purpose == CoordinationPurpose.LOCK);
            if (one) {
                modules.add(new LeaseModule(architecture, coordination).module());
            }
        }
        return modules;
    }

    private static Optional<FormalModule> transaction(Entity transaction) {
        Optional<TransactionStyle> style = transaction.get(Keys.STYLE).value();
        if (style.isEmpty() || transaction.get(Keys.STEPS).or(List.of()).isEmpty()) {
            return Optional.empty();
        }
        return switch (style.get()) {
            case SAGA_ORCHESTRATION, SAGA_CHOREOGRAPHY -> Optional.of(new SagaModule(transaction).module());
            case OUTBOX, DUAL_WRITE -> Optional.of(new OutboxModule(transaction).module());
            case TWO_PHASE_COMMIT, TCC -> Optional.of(new CommitModule(transaction).module());
            case LOCAL -> Optional.empty();
        };
    }

    /** The files of all modules, by name. */
    public static Map<String, String> files(Review review) {
        Map<String, String> files = new TreeMap<>();
        for (FormalModule module : of(review)) {
            files.put(module.file(), module.module());
            files.put(module.file().replace(".tla", ".cfg"), module.configuration());
        }
        return files;
    }
}

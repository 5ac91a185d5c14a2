package quorate.review;

import java.util.Optional;
import quorate.catalog.Concern;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Subject;
import quorate.model.Words;

/** Which pattern the architecture uses today for a decision, as far as its facts say. */
final class InUse {

    private InUse() {}

    /** The pattern's id. */
    static Optional<String> of(Concern concern, Subject subject, Architecture architecture) {
        if (subject.kind() == Kind.TRANSACTION) {
            return subject.get(Keys.STYLE).value().flatMap(InUse::style);
        }
        if (subject.kind() == Kind.DATA_DOMAIN) {
            Optional<Entity> authority = subject.get(Keys.STORES).or(java.util.List.of()).stream()
                    .findFirst()
                    .flatMap(architecture::component);
            boolean merges = subject.get(Keys.CONFLICTS).is(Words.ConflictPolicy.CRDT)
                    || authority.filter(s -> s.get(Keys.CONFLICTS).is(Words.ConflictPolicy.CRDT)).isPresent();
            if (merges && concern.id().equals("consistency")) {
                return Optional.of("crdt");
            }
            return authority.flatMap(s -> s.get(Keys.TOPOLOGY).value()).flatMap(t -> topology(t, concern));
        }
        return Optional.empty();
    }

    private static Optional<String> style(Words.TransactionStyle style) {
        return switch (style) {
            case SAGA_ORCHESTRATION -> Optional.of("saga-orchestration");
            case SAGA_CHOREOGRAPHY -> Optional.of("saga-choreography");
            case TCC -> Optional.of("tcc");
            case TWO_PHASE_COMMIT -> Optional.of("two-phase-commit");
            case OUTBOX -> Optional.of("transactional-outbox");
            case DUAL_WRITE, LOCAL -> Optional.empty();
        };
    }

    private static Optional<String> topology(Words.Topology topology, Concern concern) {
        boolean replication = concern.id().equals("replication");
        return switch (topology) {
            case SINGLE_LEADER -> replication ? Optional.of("single-leader-replication") : Optional.empty();
            case MULTI_LEADER -> replication ? Optional.of("multi-leader-replication") : Optional.empty();
            case LEADERLESS -> replication ? Optional.of("leaderless-quorum-replication") : Optional.empty();
            case CONSENSUS -> replication ? Optional.of("consensus") : Optional.empty();
            case NONE -> Optional.empty();
        };
    }
}

package quorate.site;

import java.util.List;
import java.util.Map;
import quorate.derive.failure.Failure;
import quorate.model.Words;

/** Failures in the words of whoever sees them first. */
final class Symptoms {

    /** One way in which trouble shows, and the failures that look like it. */
    record Symptom(String text, String hint, List<Words.FailureKind> kinds) {}

    static final List<Symptom> ALL = List.of(
            new Symptom("Writes are refused or time out", "Reads may still work.",
                    List.of(Words.FailureKind.LEADER_LOSS, Words.FailureKind.PARTITION, Words.FailureKind.FAILOVER, Words.FailureKind.CRASH)),
            new Symptom("Reads return old data", "Someone does not see what was saved.",
                    List.of(Words.FailureKind.REPLICA_LOSS, Words.FailureKind.PARTITION, Words.FailureKind.SLOW)),
            new Symptom("Two leaders, or two histories", "Both sides accept writes.",
                    List.of(Words.FailureKind.PARTITION, Words.FailureKind.LEADER_LOSS, Words.FailureKind.CLOCK_SKEW)),
            new Symptom("Everything is slow", "Timeouts rise, nothing has stopped.",
                    List.of(Words.FailureKind.SLOW, Words.FailureKind.OVERLOAD, Words.FailureKind.COLD_CACHE)),
            new Symptom("A queue or the lag grows", "Consumers fall behind.",
                    List.of(Words.FailureKind.POISON_MESSAGE, Words.FailureKind.OVERLOAD, Words.FailureKind.SLOW, Words.FailureKind.CRASH)),
            new Symptom("Messages are missing or come twice", "Counts do not add up.",
                    List.of(Words.FailureKind.MESSAGE_LOSS, Words.FailureKind.MESSAGE_DUPLICATION, Words.FailureKind.POISON_MESSAGE)),
            new Symptom("One service or store is down", "It does not answer at all.",
                    List.of(Words.FailureKind.CRASH, Words.FailureKind.REPLICA_LOSS, Words.FailureKind.LEADER_LOSS)),
            new Symptom("A zone or a region is gone", "Many things at once, in one place.",
                    List.of(Words.FailureKind.ZONE_LOSS, Words.FailureKind.REGION_LOSS)),
            new Symptom("Clocks differ", "Leases end early, new data look old.", List.of(Words.FailureKind.CLOCK_SKEW)),
            new Symptom("Data are gone or damaged", "They must be restored.", List.of(Words.FailureKind.RESTORE)));

    private static final Map<Words.FailureKind, String> SEEN = Map.ofEntries(
            Map.entry(Words.FailureKind.CRASH, "does not answer"),
            Map.entry(Words.FailureKind.REPLICA_LOSS, "runs with a copy fewer"),
            Map.entry(Words.FailureKind.LEADER_LOSS, "has no leader, writes time out"),
            Map.entry(Words.FailureKind.ZONE_LOSS, "is gone with all that runs in it"),
            Map.entry(Words.FailureKind.REGION_LOSS, "is gone with all that runs in it"),
            Map.entry(Words.FailureKind.PARTITION, "is cut off"),
            Map.entry(Words.FailureKind.SLOW, "answers slowly"),
            Map.entry(Words.FailureKind.OVERLOAD, "is overloaded"),
            Map.entry(Words.FailureKind.CLOCK_SKEW, "has clocks that differ"),
            Map.entry(Words.FailureKind.MESSAGE_LOSS, "loses messages"),
            Map.entry(Words.FailureKind.MESSAGE_DUPLICATION, "delivers messages twice"),
            Map.entry(Words.FailureKind.POISON_MESSAGE, "fails on one message again and again"),
            Map.entry(Words.FailureKind.COLD_CACHE, "is cold, misses hit what stands behind it"),
            Map.entry(Words.FailureKind.RESTORE, "has lost data"),
            Map.entry(Words.FailureKind.FAILOVER, "fails over"),
            Map.entry(Words.FailureKind.SCALE_OUT, "scales out"));

    private Symptoms() {}

    /** The alert as a sentence: {@code orders-db has no leader, writes time out}. */
    static String of(Failure failure) {
        if (!failure.sides().isEmpty()) {
            return failure.title(); // one side alone would stand for several failures
        }
        if (failure.oneWay()) {
            return ProjectScope.name(failure.subject()) + " loses the answers";
        }
        return ProjectScope.name(failure.subject()) + " " + SEEN.getOrDefault(failure.kind(), Phrases.words(Words.written(failure.kind())));
    }
}

package quorate.review;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Missing;
import quorate.model.Subject;

/**
 * Which facts an owner can change to mend something. What a thing is, what it is for and how much it matters is not mended:
 * a finding that went away since the data were called unimportant would still be there.
 */
final class Changeable {

    /** Facts that describe what is there, or were measured. */
    private static final Set<Key<?>> DESCRIPTIONS = Set.of(
            Keys.ID, Keys.NAME, Keys.PURPOSE, Keys.DOMAIN_KIND, Keys.PARENT, Keys.SERVICE_TYPE, Keys.STORE_TYPE,
            Keys.TECHNOLOGY, Keys.VERSION, Keys.IMAGE, Keys.STATEFUL, Keys.AVAILABILITY, Keys.MTBF, Keys.MTTR,
            Keys.AVAILABILITY_SOURCE, Keys.ROLES, Keys.WORK_QUEUE, Keys.FRONTS, Keys.SLA, Keys.PROVIDER, Keys.FROM, Keys.TO,
            Keys.MODE, Keys.PROTOCOL, Keys.LINK_PURPOSE, Keys.CARRIES, Keys.EFFECT, Keys.CALL_RATE, Keys.LATENCY,
            Keys.TIMEOUT_AFTER_FAILOVER, Keys.GOSSIP, Keys.STORES, Keys.SEVERAL_WRITERS, Keys.COORDINATOR, Keys.STEP_SERVICE,
            Keys.TRANSACTION_TIME, Keys.BUILT_ON, Keys.USED_BY, Keys.PROTECTS, Keys.COORDINATION_PURPOSE, Keys.CLOCK_SKEW,
            Keys.AUTOMATION_ACTION, Keys.ACTS_ON, Keys.CHANGE_KIND, Keys.CHANGES, Keys.OPERATIONS_KIND, Keys.REPAIRS,
            Keys.READINESS_KIND, Keys.ABOUT, Keys.REPLICATION_BOUNDARY, Keys.REPLICATION_FORM, Keys.STYLE, Keys.INVARIANT,
            Keys.RETRY_LAYER, Keys.DELIVERY, Keys.NAMESPACE, Keys.POD_LABELS);

    /** What the owner has to decide, and may not have yet. */
    private static final Set<Key<?>> DECISIONS = Set.of(
            Keys.ON_PARTITION, Keys.NORMAL_CHOICE, Keys.RPO, Keys.RPO_OWNER, Keys.PARTITIONS_CONSIDERED, Keys.REASON);

    private final Set<Key<?>> asked = new HashSet<>();
    private final Subject about;

    /**
     * @param about the subject of the finding
     * @param missing what the finding presumes, which may be stated whatever it is
     */
    Changeable(Subject about, List<Missing> missing) {
        this.about = about;
        missing.forEach(m -> asked.add(m.key()));
    }

    static boolean describes(Key<?> key) {
        return DESCRIPTIONS.contains(key);
    }

    boolean allows(Subject subject, Key<?> key) {
        if (asked.contains(key) && subject.get(key).isUnknown()) {
            return true;
        }
        boolean own = subject.kind() == about.kind() && subject.id().equals(about.id());
        return key.sense() == Key.Sense.INTENT
                ? own && DECISIONS.contains(key) && !subject.get(key).isKnown()
                : !describes(key);
    }
}

package quorate.review.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Subject;
import quorate.model.Words.ReadFrom;
import quorate.model.Words.ReadYourWritesBy;
import quorate.model.Words.VersionScheme;
import quorate.review.Copies;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** Data whose writers must see their own writes are read where those writes are. */
final class ReadAfterWriteMissing implements Rule.OfEntity {

    @Override
    public String id() {
        return "read-after-write-missing";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.DATA_DOMAIN);
    }

    @Override
    public Outcome check(Entity domain, Review.Input in) {
        if (!domain.get(Keys.READ_YOUR_WRITES).is(true)) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(domain, Keys.READ_YOUR_WRITES, Keys.READ_YOUR_WRITES_BY);
        List<Entity> stores = stores(domain, in);
        List<Subject> lagging = lagging(stores, in);
        lagging.forEach(reader -> reasons.saw(reader, Keys.READS_FROM));
        stores.forEach(s -> reasons.saw(s, Keys.REPLICATION_MODE, Keys.QUORUM_N, Keys.QUORUM_R, Keys.QUORUM_W, Keys.QUORUM_STRICT));
        Optional<String> hazard = hazard(stores, lagging);
        boolean denied = domain.get(Keys.READ_YOUR_WRITES_BY).is(ReadYourWritesBy.NONE);
        boolean byQuorum = domain.get(Keys.READ_YOUR_WRITES_BY).is(ReadYourWritesBy.QUORUM_OVERLAP);
        String message = "A user of " + domain.title() + " can fail to see what they have just written: ";
        Severity severity = Importance.of(domain, in).weigh(Severity.MEDIUM);
        if (hazard.isPresent() && (denied || (byQuorum && lagging.isEmpty()))) {
            return reasons.violated(severity, message + hazard.get() + ".");
        }
        if (domain.get(Keys.READ_YOUR_WRITES_BY).isKnown() && !denied) {
            return reasons.holds();
        }
        if (hazard.isPresent()) {
            return reasons.lacks(domain, Keys.READ_YOUR_WRITES_BY)
                    .presumed(severity, message + hazard.get() + ", and no session guarantee is stated.");
        }
        stores.forEach(s -> reasons.saw(s, Keys.READS_FROM, Keys.REPLICAS));
        boolean safe = !stores.isEmpty() && stores.stream().allMatch(s -> safe(s, in));
        if (safe) {
            return reasons.holds();
        }
        for (Entity store : stores) {
            if (!safe(store, in)) {
                reasons.lacks(store, store.get(Keys.READS_FROM).is(ReadFrom.REPLICAS) ? Keys.REPLICATION_MODE : Keys.READS_FROM);
            }
        }
        return reasons.lacks(domain, Keys.READ_YOUR_WRITES_BY).unknown();
    }

    private static List<Entity> stores(Entity domain, Review.Input in) {
        return domain.get(Keys.STORES).or(List.of()).stream()
                .flatMap(id -> in.linked().architecture().component(id).stream())
                .toList();
    }

    /** Stores, and links to them, that answer reads from copies which may lag. */
    private static List<Subject> lagging(List<Entity> stores, Review.Input in) {
        List<Subject> found = new ArrayList<>();
        for (Entity store : stores) {
            if (lags(store, store, in)) {
                found.add(store);
            }
            in.linked().architecture().linksTo(store.id()).stream()
                    .filter(link -> lags(link, store, in))
                    .forEach(found::add);
        }
        return found;
    }

    /** A cache lags by nature, a replica where replication is known not to wait for it. */
    private static boolean lags(Subject reader, Entity store, Review.Input in) {
        boolean cached = reader.get(Keys.READS_FROM).is(from -> from == ReadFrom.CACHE || from == ReadFrom.LOCAL);
        return cached || (reader.get(Keys.READS_FROM).is(ReadFrom.REPLICAS) && Copies.of(store, in).asynchronous());
    }

    private static Optional<String> hazard(List<Entity> stores, List<Subject> lagging) {
        if (!lagging.isEmpty()) {
            return Optional.of(lagging.get(0).title() + " reads from copies that lag");
        }
        return stores.stream().filter(ReadAfterWriteMissing::quorumsMiss).findFirst().map(s -> quorum(s));
    }

    private static String quorum(Entity store) {
        if (store.get(Keys.QUORUM_STRICT).is(false)) {
            return "the quorums of " + store.title() + " are not strict, so a read can miss the replicas of the write";
        }
        return "R + W = " + store.get(Keys.QUORUM_R).or(0) + " + " + store.get(Keys.QUORUM_W).or(0)
                + " does not exceed N = " + store.get(Keys.QUORUM_N).or(0) + " at " + store.title();
    }

    private static boolean quorumsMiss(Entity store) {
        boolean all = store.get(Keys.QUORUM_N).isKnown() && store.get(Keys.QUORUM_R).isKnown()
                && store.get(Keys.QUORUM_W).isKnown();
        boolean small = all && store.get(Keys.QUORUM_R).or(0) + store.get(Keys.QUORUM_W).or(0) <= store.get(Keys.QUORUM_N).or(0);
        return small || store.get(Keys.QUORUM_STRICT).is(false);
    }

    /** Reads cannot miss the write: one copy, the leader, copies written together, or strict quorums that overlap. */
    private static boolean safe(Entity store, Review.Input in) {
        Copies copies = Copies.of(store, in);
        boolean overlap = store.get(Keys.QUORUM_N).isKnown() && store.get(Keys.QUORUM_R).isKnown()
                && store.get(Keys.QUORUM_W).isKnown() && !quorumsMiss(store) && store.get(Keys.QUORUM_STRICT).is(true)
                && !store.get(Keys.VERSIONS).is(VersionScheme.WALL_CLOCK);
        return overlap || copies.single() || store.get(Keys.READS_FROM).is(ReadFrom.LEADER);
    }
}

package quorate.review.data;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import quorate.derive.consistency.DomainPosition;
import quorate.derive.consistency.Positions;
import quorate.derive.consistency.ReadPath;
import quorate.derive.consistency.Verdict;
import quorate.derive.consistency.Verdict.Answer;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.ReadFrom;
import quorate.review.Calls;
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
        if (!domain.get(Keys.READ_YOUR_WRITES).is(true) && !domain.get(Keys.CONSISTENCY).isKnown()) {
            return domain.get(Keys.READ_YOUR_WRITES).isUnknown() ? needUnstated(domain, in) : Outcome.notApplicable();
        }
        DomainPosition position = new Positions(in.linked()).of(domain);
        Optional<Verdict> asked = position.verdicts().stream().filter(ReadAfterWriteMissing::asks).findFirst();
        if (asked.isEmpty()) {
            return Outcome.notApplicable();
        }
        Verdict verdict = asked.get();
        Reasons reasons = Reasons.none().add(verdict.why());
        if (verdict.answer() == Answer.HOLDS) {
            return reasons.holds();
        }
        String message = "A user of " + domain.title() + " can fail to see what they have just written: " + hazard(position);
        Severity severity = Importance.of(domain, in).weigh(Severity.MEDIUM);
        if (verdict.answer() == Answer.VIOLATED) {
            return reasons.violated(severity, message + ".");
        }
        if (verdict.guarded()) {
            return reasons.lacks(domain, Keys.READ_YOUR_WRITES_BY)
                    .presumed(severity, message + ", and no session guarantee is stated.");
        }
        verdict.deciding().forEach(missing -> reasons.lacks(missing.subject(), missing.key()));
        return reasons.lacks(domain, Keys.READ_YOUR_WRITES_BY).unknown();
    }

    /** What matters is read from copies that lag, and nobody has said whether writers may miss what they wrote. */
    private static Outcome needUnstated(Entity domain, Review.Input in) {
        Optional<Entity> lagging = domain.get(Keys.STORES).or(List.of()).stream()
                .flatMap(id -> Calls.in(in).component(id).stream())
                .filter(store -> store.get(Keys.READS_FROM).is(ReadFrom.REPLICAS) && Copies.of(store, in).asynchronous())
                .filter(store -> domain.get(Keys.NO_LOSS).is(true) || Importance.of(store, in).critical())
                .findFirst();
        return lagging.isEmpty()
                ? Outcome.notApplicable()
                : Reasons.of(lagging.get(), Keys.READS_FROM, Keys.REPLICATION_MODE).lacks(domain, Keys.READ_YOUR_WRITES).unknown();
    }

    /** By its own key, or as the consistency that is needed. */
    private static boolean asks(Verdict verdict) {
        return verdict.requirement().model().equals("read-your-writes");
    }

    private static String hazard(DomainPosition position) {
        Optional<ReadPath> old = position.paths().stream()
                .filter(path -> path.verdicts().stream().anyMatch(v -> asks(v) && v.answer() != Answer.HOLDS))
                .filter(path -> !path.lag().isEmpty())
                .findFirst();
        return old.map(ReadPath::lag).orElse("what it reads may be old");
    }
}

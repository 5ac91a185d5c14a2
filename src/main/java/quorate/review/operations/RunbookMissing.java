package quorate.review.operations;

import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Origin;
import quorate.model.Words.FailoverMode;
import quorate.model.Words.FailureKind;
import quorate.model.Words.ReadinessKind;
import quorate.review.Calls;
import quorate.review.Copies;
import quorate.review.DataNeeds;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** What a person has to do at three in the morning is written down where that person finds it. */
final class RunbookMissing implements Rule.OfEntity {

    @Override
    public String id() {
        return "runbook-missing";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.SYSTEM, Kind.READINESS);
    }

    @Override
    public Outcome check(Entity entity, Review.Input in) {
        return entity.kind() == Kind.SYSTEM ? system(in) : runbook(entity);
    }

    private static Outcome runbook(Entity item) {
        if (!item.get(Keys.READINESS_KIND).is(ReadinessKind.RUNBOOK) || item.get(Keys.ADDRESS).isUnknown()) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(item, Keys.READINESS_KIND, Keys.COVERS, Keys.ADDRESS);
        return item.get(Keys.ADDRESS).isKnown()
                ? reasons.holds()
                : reasons.violated(Severity.MEDIUM, "Whoever is called for '" + item.title()
                        + "' has to improvise: the runbook is named and not written.");
    }

    /** One question for all that a critical part of the system needs a runbook for and has none. */
    private static Outcome system(Review.Input in) {
        Reasons reasons = Reasons.none();
        boolean needed = false;
        for (Entity part : in.linked().architecture().components()) {
            if (part.kind() == Kind.EXTERNAL || !matters(part, in)) {
                continue;
            }
            for (FailureKind kind : needs(part, in)) {
                needed = true;
                if (!covered(part, kind, in, reasons)) {
                    String id = part.id() + "-runbook";
                    Facts about = Facts.at(part.at())
                            .set(Keys.ABOUT, Fact.of(List.of(part.id()), Origin.unknown(part.at())))
                            .build();
                    Entity item = new Entity(Kind.READINESS, id, about, part.at());
                    reasons.lacks(item, Keys.COVERS, Keys.ADDRESS);
                }
            }
        }
        if (!needed) {
            return Outcome.notApplicable();
        }
        return reasons.isComplete() ? reasons.holds() : reasons.unknown();
    }

    /** It is rated critical, keeps what must not be lost, or something critical relies on it. */
    private static boolean matters(Entity part, Review.Input in) {
        return Importance.of(part, in).critical() || DataNeeds.of(part, in).noLoss() || Calls.in(in).reliedOn(part.id());
    }

    private static List<FailureKind> needs(Entity part, Review.Input in) {
        return switch (part.kind()) {
            case STORE -> Copies.of(part, in).several()
                    ? List.of(FailureKind.PARTITION, FailureKind.FAILOVER)
                    : List.of(FailureKind.RESTORE);
            case CHANNEL -> List.of(FailureKind.POISON_MESSAGE);
            case SERVICE -> part.get(Keys.FAILOVER_MODE).is(mode -> mode != FailoverMode.NONE)
                    ? List.of(FailureKind.FAILOVER)
                    : List.of();
            default -> List.of();
        };
    }

    private static boolean covered(Entity part, FailureKind kind, Review.Input in, Reasons reasons) {
        for (Entity item : in.linked().architecture().all(Kind.READINESS)) {
            boolean about = item.get(Keys.ABOUT).isUnknown() || item.get(Keys.ABOUT).or(List.of()).contains(part.id());
            boolean same = item.get(Keys.COVERS).is(kinds -> kinds.contains(kind)
                    || (kind == FailureKind.FAILOVER && kinds.contains(FailureKind.LEADER_LOSS)));
            if (item.get(Keys.READINESS_KIND).is(ReadinessKind.RUNBOOK) && about && same) {
                reasons.saw(item, Keys.COVERS, Keys.ADDRESS);
                return true;
            }
        }
        return false;
    }
}

package quorate.review.transactions;

import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words.Purpose;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Messages;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** A queue has an end, and it is decided what happens there. */
final class BacklogUnbounded implements Rule.OfEntity {

    @Override
    public String id() {
        return "backlog-unbounded";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.CHANNEL);
    }

    @Override
    public Outcome check(Entity channel, Review.Input in) {
        Reasons reasons = Reasons.of(channel, Keys.BOUND, Keys.OVERFLOW, Keys.RETENTION);
        Calls calls = Calls.in(in);
        List<Link> publishing = calls.to(channel.id()).stream()
                .filter(link -> Messages.published(link, in).isPresent())
                .toList();
        boolean entry = publishing.stream().anyMatch(link -> calls.isEntry(link.from()));
        Importance importance = Importance.of(channel, in);
        if (channel.get(Keys.BOUND).statedNone()) {
            Severity severity = importance.weigh(Severity.MEDIUM);
            if (channel.get(Keys.RETENTION).isKnown()) {
                return reasons.violated(severity.lowered(), "Work in " + channel.title() + " is deleted unread when its"
                        + " consumers fall behind by " + Keys.RETENTION.type().show(channel.get(Keys.RETENTION).value().get())
                        + ": only retention ends its backlog.");
            }
            return reasons.violated(entry ? severity.raised() : severity, "When its consumers fall behind, " + channel.title()
                    + " grows until it fails or its work is too old to be worth doing: it has no bound.");
        }
        if (channel.get(Keys.BOUND).isKnown() && channel.get(Keys.OVERFLOW).statedNone()) {
            return reasons.violated(importance.weigh(Severity.LOW), "Nobody has decided what is lost when " + channel.title()
                    + " is full: it has the bound '" + channel.get(Keys.BOUND).or("") + "' and no overflow policy.");
        }
        boolean open = channel.get(Keys.BOUND).isKnown() && channel.get(Keys.OVERFLOW).isUnknown();
        boolean expires = channel.get(Keys.RETENTION).isKnown() && channel.get(Keys.BOUND).isUnknown() && channel.get(Keys.OVERFLOW).isUnknown();
        if ((channel.get(Keys.RETENTION).isKnown() && !expires) || (channel.get(Keys.BOUND).isKnown() && !open)) {
            return reasons.holds();
        }
        boolean critical = importance.critical()
                || publishing.stream().anyMatch(link -> isCriticalService(link.from(), in))
                || calls.from(channel.id()).stream().anyMatch(link -> isCriticalService(link.to(), in))
                || calls.to(channel.id()).stream().anyMatch(link -> link.get(Keys.LINK_PURPOSE).is(Purpose.CONSUME)
                        && isCriticalService(link.from(), in));
        boolean ask = (critical || entry) && !importance.minor();
        if (!ask) {
            return open || expires ? reasons.holds() : Outcome.notApplicable();
        }
        return open || expires
                ? reasons.lacks(channel, Keys.OVERFLOW).unknown()
                : reasons.lacks(channel, Keys.BOUND, Keys.OVERFLOW).unknown();
    }

    private static boolean isCriticalService(String component, Review.Input in) {
        return Calls.in(in).component(component)
                .filter(end -> end.kind() == Kind.SERVICE && Importance.of(end, in).critical())
                .isPresent();
    }
}

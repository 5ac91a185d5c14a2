package quorate.derive.failure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Subject;
import quorate.model.ValueType;
import quorate.model.Words;

/**
 * What can happen to messages of one channel: lost, delivered twice, one that always fails, more than it holds. Operations that
 * send or handle them go on; what they leave undone or do twice counts as degraded.
 */
final class Messages {

    private final Entity channel;
    private final List<Link> publishing;
    private final List<Link> consuming;

    Messages(Architecture architecture, Entity channel) {
        this.channel = channel;
        this.publishing = architecture.linksTo(channel.id()).stream()
                .filter(link -> !link.get(Keys.LINK_PURPOSE).is(Words.Purpose.CONSUME))
                .filter(link -> !link.get(Keys.LINK_PURPOSE).is(Words.Purpose.REPLICATE))
                .filter(link -> !architecture.carries(link))
                .toList();
        this.consuming = Stream.concat(
                        architecture.linksTo(channel.id()).stream()
                                .filter(link -> link.get(Keys.LINK_PURPOSE).is(Words.Purpose.CONSUME)),
                        architecture.linksFrom(channel.id()).stream().filter(link -> !architecture.carries(link)))
                .toList();
    }

    boolean hasPublishers() {
        return !publishing.isEmpty();
    }

    boolean hasConsumers() {
        return !consuming.isEmpty();
    }

    Harm of(Words.FailureKind kind) {
        return switch (kind) {
            case MESSAGE_LOSS -> loss();
            case MESSAGE_DUPLICATION -> duplication();
            default -> poison();
        };
    }

    /** Sent at most once, or sent apart from the state that it tells of: nobody sends it again. */
    private Harm loss() {
        Fact<Words.Delivery> delivery = channel.get(Keys.DELIVERY);
        boolean once = delivery.is(Words.Delivery.AT_MOST_ONCE);
        boolean apart = publishing.stream().anyMatch(link -> link.get(Keys.OUTBOX).is(false) || link.get(Keys.OUTBOX).statedNone());
        boolean open = delivery.isUnknown() || publishing.stream().anyMatch(link -> link.get(Keys.OUTBOX).isUnknown());
        List<Evidence> because = new ArrayList<>(List.of(Evidence.of(channel, Keys.DELIVERY)));
        publishing.forEach(link -> because.add(Evidence.of(link, Keys.OUTBOX)));
        Set<Missing> missing = new TreeSet<>();
        ask(channel, Keys.DELIVERY, missing);
        publishing.forEach(link -> ask(link, Keys.OUTBOX, missing));
        String claim = once
                ? "a message of " + channel.id() + " that is lost is not sent again"
                : apart
                        ? "a producer that dies between its own write and the message to " + channel.id() + " never sends it"
                        : open ? "whether a lost message of " + channel.id() + " is sent again is not stated"
                                : "a lost message of " + channel.id() + " is sent again from the outbox";
        return harm(once || apart, open, claim, because, missing)
                .with(DataEffect.MAY_LOSE, once || apart, open, "each message that is lost");
    }

    private Harm duplication() {
        Fact<Words.Delivery> delivery = channel.get(Keys.DELIVERY);
        boolean never = delivery.is(Words.Delivery.EXACTLY_ONCE) || channel.get(Keys.DEDUPLICATION).isKnown();
        List<Link> unguarded = never ? List.of() : consuming.stream().filter(link -> !absorbs(link)).toList();
        boolean certain = delivery.is(Words.Delivery.AT_LEAST_ONCE)
                && channel.get(Keys.DEDUPLICATION).statedNone()
                && unguarded.stream().anyMatch(link -> link.get(Keys.DEDUPLICATED_BY).statedNone());
        List<Evidence> because = new ArrayList<>(
                List.of(Evidence.of(channel, Keys.DELIVERY), Evidence.of(channel, Keys.DEDUPLICATION)));
        Set<Missing> missing = new TreeSet<>();
        consuming.forEach(link -> because.add(Evidence.of(link, Keys.DEDUPLICATED_BY)));
        ask(channel, Keys.DELIVERY, missing);
        ask(channel, Keys.DEDUPLICATION, missing);
        unguarded.forEach(link -> ask(link, Keys.DEDUPLICATED_BY, missing));
        String claim = unguarded.isEmpty()
                ? "a message of " + channel.id() + " that comes twice is absorbed"
                : handler(unguarded.get(0)) + (certain ? " does" : " may do") + " its work twice for a message of " + channel.id()
                        + " that comes twice";
        return harm(certain, !unguarded.isEmpty(), claim, because, missing)
                .with(DataEffect.MAY_REPEAT, certain, !unguarded.isEmpty(), "each change whose message comes twice");
    }

    /** What a repeated message changes nothing for: it is recognised, or there is nothing to change. */
    private static boolean absorbs(Link link) {
        return link.get(Keys.DEDUPLICATED_BY).isKnown()
                || (link.get(Keys.IDEMPOTENCY_KEY).isKnown() && !link.get(Keys.DEDUPLICATED_BY).statedNone())
                || link.get(Keys.EFFECT).is(Words.Effect.READ_ONLY);
    }

    private String handler(Link link) {
        return link.from().equals(channel.id()) ? link.to() : link.from();
    }

    /** A message that always fails comes back until its deliveries are limited; in an ordered channel it stops those behind it. */
    private Harm poison() {
        Fact<Integer> limit = channel.get(Keys.MAX_DELIVERIES);
        Fact<String> place = channel.get(Keys.DEAD_LETTER);
        boolean forever = limit.statedNone() && !channel.get(Keys.DELIVERY).isUnknown();
        boolean open = !limit.isKnown();
        boolean dropped = limit.isKnown() && place.statedNone();
        boolean mayDrop = !limit.statedNone() && !place.isKnown();
        Set<Missing> missing = new TreeSet<>();
        ask(channel, Keys.DELIVERY, missing);
        ask(channel, Keys.MAX_DELIVERIES, missing);
        ask(channel, Keys.DEAD_LETTER, missing);
        boolean ordered = channel.get(Keys.ORDERING).is(o -> o != Words.Ordering.NONE);
        String behind = ordered ? ", and those behind it wait" : "";
        String claim = limit.isKnown()
                ? "a message of " + channel.id() + " that fails " + limit.or(0) + " times is "
                        + (place.isKnown() ? "put aside" : dropped ? "dropped" : "put aside or dropped")
                : (forever ? "a message of " : "as far as is stated a message of ") + channel.id()
                        + " that always fails comes back for ever" + behind;
        List<Evidence> because = List.of(
                Evidence.of(channel, Keys.DELIVERY), Evidence.of(channel, Keys.MAX_DELIVERIES),
                Evidence.of(channel, Keys.DEAD_LETTER), Evidence.of(channel, Keys.ORDERING));
        Harm harm = harm(forever, open, claim, because, missing);
        if (limit.statedNone() && channel.get(Keys.RETENTION).isKnown()) {
            Duration kept = channel.get(Keys.RETENTION).value().get();
            return harm.with(DataEffect.MAY_LOSE, false, true,
                    "messages behind it that are not handled within " + ValueType.Span.text(kept) + ", the retention");
        }
        return harm.with(DataEffect.MAY_LOSE, dropped && !channel.get(Keys.DELIVERY).isUnknown(), mayDrop,
                "the message that fails, after its last delivery");
    }

    /** More messages than are handled: what happens at the bound. */
    Harm backlog() {
        Fact<Words.Overflow> overflow = channel.get(Keys.OVERFLOW);
        boolean bounded = channel.get(Keys.BOUND).isKnown();
        List<Evidence> because = List.of(
                Evidence.of(channel, Keys.BOUND), Evidence.of(channel, Keys.OVERFLOW), Evidence.of(channel, Keys.RETENTION));
        if (!bounded || overflow.isUnknown()) {
            return unbounded(because);
        }
        boolean drops = overflow.is(o -> o == Words.Overflow.DROP_NEW || o == Words.Overflow.DROP_OLDEST);
        boolean blocks = overflow.is(Words.Overflow.BLOCK_PRODUCER);
        String claim = drops
                ? channel.id() + " drops messages at its bound"
                : blocks ? channel.id() + " holds its producers up at its bound" : channel.id() + " refuses messages at its bound";
        StateRange range = StateRange.of(drops || overflow.statedNone() ? State.DEGRADED : State.DOWN);
        Condition condition = new Condition(range, StateRange.of(State.UP), blocks, Evidence.derived(claim, because), Set.of());
        return Harm.of(condition).with(DataEffect.MAY_LOSE, drops, overflow.statedNone(), "messages above the bound");
    }

    /** It grows until it fails, or until retention deletes what nobody has read. */
    private Harm unbounded(List<Evidence> because) {
        Set<Missing> missing = new TreeSet<>();
        ask(channel, Keys.BOUND, missing);
        if (!channel.get(Keys.BOUND).statedNone()) {
            ask(channel, Keys.OVERFLOW, missing);
        }
        boolean endless = channel.get(Keys.BOUND).statedNone();
        Fact<Duration> kept = channel.get(Keys.RETENTION);
        String claim = endless
                ? channel.id() + " grows until " + (kept.isKnown() ? "retention deletes what nobody has read" : "it fails")
                : "what " + channel.id() + " does when it is full is not stated";
        StateRange range = endless && kept.isKnown()
                ? StateRange.of(State.DEGRADED)
                : new StateRange(endless && kept.statedNone() ? State.DOWN : State.DEGRADED, State.DOWN);
        if (endless) {
            ask(channel, Keys.RETENTION, missing);
        }
        StateRange after = new StateRange(State.UP, range.worst() == State.DOWN ? State.DOWN : State.UP);
        Condition condition = new Condition(range, after, true, Evidence.derived(claim, because), missing);
        return Harm.of(condition).with(DataEffect.MAY_LOSE, endless && kept.isKnown(), !endless,
                kept.value().map(age -> "messages older than " + ValueType.Span.text(age)).orElse("messages above the bound"));
    }

    private static Harm harm(boolean certain, boolean possible, String claim, List<Evidence> because, Set<Missing> missing) {
        StateRange range = new StateRange(
                certain ? State.DEGRADED : State.UP, certain || possible ? State.DEGRADED : State.UP);
        Evidence why = Evidence.derived(claim, because);
        return Harm.of(new Condition(range, range, false, why, range.isCertain() ? Set.of() : missing));
    }

    private static void ask(Subject subject, Key<?> key, Set<Missing> missing) {
        if (subject.get(key).isUnknown()) {
            missing.add(new Missing(subject, key));
        }
    }
}

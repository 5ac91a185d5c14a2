package quorate.derive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quorate.derive.failure.Failure;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Subject;
import quorate.model.Words;
import quorate.model.Words.FailureKind;

/** What holds off each kind of failure that is not a crash, a loss or a partition: stated, or still to be decided. */
final class Guards {

    private enum At {
        SUBJECT,
        CALLS,
        PUBLISHING,
        CONSUMING
    }

    /**
     * One guard.
     *
     * @param has what is said of it when it is stated; {@code %} is its value
     * @param lacks what to do when it is not
     */
    private record Guard(At at, Key<?> key, String has, String lacks) {}

    private static final Guard BULKHEAD = new Guard(At.CALLS, Keys.BULKHEAD, "holds at most % calls at the same time", "limit how many calls wait at the same time");
    private static final Guard BREAKER = new Guard(At.CALLS, Keys.BREAKER_THRESHOLD, "opens its breaker at: %", "stop calling for a while after failures");
    private static final Guard OUTBOX = new Guard(At.PUBLISHING, Keys.OUTBOX, "writes the message with the state: %", "write the message in the same transaction as the state");
    private static final Guard INBOX = new Guard(At.CONSUMING, Keys.DEDUPLICATED_BY, "recognises a repeated message by: %", "recognise a repeated message");

    private static final Map<FailureKind, List<Guard>> BY_KIND = Map.of(
            FailureKind.SLOW, List.of(
                    BULKHEAD,
                    BREAKER),
            FailureKind.OVERLOAD, List.of(
                    new Guard(At.SUBJECT, Keys.SHEDDING, "refuses load above: %", "refuse load above capacity"),
                    new Guard(At.SUBJECT, Keys.RATE_LIMIT, "limits callers to: %", ""),
                    new Guard(At.SUBJECT, Keys.SCALE_MAX, "grows to % instances", ""),
                    new Guard(At.SUBJECT, Keys.BOUND, "holds at most: %", "bound it"),
                    new Guard(At.SUBJECT, Keys.OVERFLOW, "at its bound: %", "decide what happens at its bound"),
                    BULKHEAD),
            FailureKind.COLD_CACHE, List.of(
                    new Guard(At.SUBJECT, Keys.MISS_CAPACITY, "fronts what carries % of the load alone", "measure what it fronts without it"),
                    new Guard(At.SUBJECT, Keys.COALESCING, "joins misses for one key: %", "join misses for one key"),
                    new Guard(At.SUBJECT, Keys.ADMISSION, "lets clients in: %", "let clients in gradually after a restart")),
            FailureKind.CLOCK_SKEW, List.of(
                    new Guard(At.SUBJECT, Keys.CLOCK_GUARD, "guards its clock: %", "bound the error of its clock"),
                    new Guard(At.SUBJECT, Keys.TOKEN_CHECKED_BY, "has an old token refused by: %", "let the resource refuse an old token")),
            FailureKind.MESSAGE_LOSS, List.of(
                    new Guard(At.SUBJECT, Keys.DELIVERY, "delivers %", "state how often it delivers"),
                    OUTBOX),
            FailureKind.MESSAGE_DUPLICATION, List.of(
                    new Guard(At.SUBJECT, Keys.DEDUPLICATION, "recognises a repeated message for %", ""),
                    INBOX),
            FailureKind.POISON_MESSAGE, List.of(
                    new Guard(At.SUBJECT, Keys.MAX_DELIVERIES, "delivers one message at most % times", "limit the deliveries of one message"),
                    new Guard(At.SUBJECT, Keys.DEAD_LETTER, "puts aside what cannot be handled: %", "name a place for what cannot be handled")));

    private final Architecture architecture;
    private final Failure failure;

    Guards(Architecture architecture, Failure failure) {
        this.architecture = architecture;
        this.failure = failure;
    }

    List<String> present() {
        List<String> present = new ArrayList<>();
        for (Guard guard : guards()) {
            for (Subject subject : subjects(guard.at())) {
                String value = value(subject, guard.key());
                if (!value.isEmpty()) {
                    present.add(subject.title() + " " + guard.has().replace("%", value));
                }
            }
        }
        return present;
    }

    List<String> proposed() {
        Set<String> proposed = new LinkedHashSet<>();
        for (Guard guard : guards()) {
            for (Subject subject : subjects(guard.at())) {
                boolean said = guard.lacks().isEmpty() || !value(subject, guard.key()).isEmpty();
                if (!said && quorate.model.Vocabulary.keys(subject.kind()).contains(guard.key())) {
                    proposed.add(guard.lacks() + ": " + subject.title() + " (" + guard.key().id() + ")");
                }
            }
        }
        return List.copyOf(proposed);
    }

    private List<Guard> guards() {
        return BY_KIND.getOrDefault(failure.kind(), List.of());
    }

    /** The value as it is shown; empty when there is none, or when it says no. */
    private static <T> String value(Subject subject, Key<T> key) {
        Fact<T> fact = subject.get(key);
        return fact.value().map(key.type()::show).filter(v -> !v.equals("false") && !v.equals("none")).orElse("");
    }

    private List<? extends Subject> subjects(At at) {
        Subject subject = failure.subject();
        List<Link> into = subject instanceof Entity ? architecture.linksTo(subject.id()) : List.of();
        return switch (at) {
            case SUBJECT -> List.of(subject);
            case CALLS -> into.stream().filter(link -> subject.kind() != Kind.CHANNEL && waits(link)).toList();
            case PUBLISHING -> into.stream().filter(link -> !consumes(link)).toList();
            case CONSUMING -> java.util.stream.Stream.concat(
                            into.stream().filter(Guards::consumes), architecture.linksFrom(subject.id()).stream())
                    .toList();
        };
    }

    private static boolean waits(Link link) {
        return !link.get(Keys.MODE).is(Words.LinkMode.ASYNC) && !link.get(Keys.NEED).is(Words.Need.STARTUP);
    }

    private static boolean consumes(Link link) {
        return link.get(Keys.LINK_PURPOSE).is(Words.Purpose.CONSUME);
    }
}

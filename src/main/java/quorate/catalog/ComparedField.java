package quorate.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** A part of an entry that a comparison can show. */
public enum ComparedField {
    SUMMARY(p -> one(p.summary()), t -> one(t.summary())),
    CONSISTENCY(p -> one(p.guarantees().consistency()), t -> one(t.consistency() == null ? "" : t.consistency().byDefault())),
    STRONGEST(p -> List.of(), t -> one(t.consistency() == null ? "" : t.consistency().strongest())),
    TO_KNOW(p -> List.of(), t -> one(t.consistency() == null ? "" : t.consistency().note())),
    UNDER_PARTITION(p -> one(p.guarantees().cap()), t -> List.of()),
    PACELC(p -> one(p.guarantees().pacelc()), t -> one(t.pacelc().rating())),
    TOLERATES(p -> one(p.guarantees().tolerates()), t -> List.of()),
    USE_WHEN(p -> p.fits().stream().map(Pattern.Force::text).toList(), t -> List.of()),
    AVOID_WHEN(p -> p.avoid().stream().map(Pattern.Force::text).toList(), t -> List.of()),
    PRICE(Pattern::tradeOffs, t -> List.of()),
    FAILURE_MODES(p -> p.failureModes().stream().map(Pattern.FailureMode::what).toList(), t -> List.of()),
    REPLICATION(p -> List.of(), t -> one(t.replication().how())),
    FAILOVER(p -> List.of(), t -> one(t.failover().how())),
    LOSS(p -> List.of(), t -> one(t.failover().loss())),
    DETECTION(p -> List.of(), ComparedField::detection),
    DELIVERY(p -> List.of(), t -> byDefault(t, "delivery")),
    FLUSH(p -> List.of(), t -> byDefault(t, "durability.flush"));

    private final Function<Pattern, List<String>> ofPattern;
    private final Function<Technology, List<String>> ofTechnology;

    ComparedField(Function<Pattern, List<String>> ofPattern, Function<Technology, List<String>> ofTechnology) {
        this.ofPattern = ofPattern;
        this.ofTechnology = ofTechnology;
    }

    /** The name as it is written in a comparison: {@code use-when}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ComparedField> of(String word) {
        return Arrays.stream(values()).filter(field -> field.word().equals(word)).findFirst();
    }

    /** What the entry says, one text for each statement; none where it says nothing. */
    public List<String> of(Entry entry) {
        if (entry instanceof Pattern pattern) {
            return pattern.guarantees() == null ? List.of() : ofPattern.apply(pattern);
        }
        return entry instanceof Technology technology ? ofTechnology.apply(technology) : List.of();
    }

    private static List<String> one(String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.strip());
    }

    private static List<String> detection(Technology technology) {
        return technology.timing().stream()
                .filter(timing -> "detect".equals(timing.part()))
                .map(t -> t.best() + " to " + t.worst() + (t.assumes() == null ? "" : ": " + t.assumes()))
                .toList();
    }

    private static List<String> byDefault(Technology technology, String key) {
        return technology.defaults().stream()
                .filter(fact -> fact.key().equals(key))
                .map(fact -> Objects.toString(fact.value(), ""))
                .toList();
    }
}

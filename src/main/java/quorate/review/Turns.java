package quorate.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import quorate.catalog.Pattern;
import quorate.link.Linked;
import quorate.model.Architecture;
import quorate.model.Change;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Subject;
import quorate.model.ValueType;

/** Changes one fact at a time and chooses again: for each other pattern that then comes first, the nearest such change. */
final class Turns {

    /** Values that are tried for one choice. */
    private static final int MOST_VALUES = 100;

    private final Linked linked;
    private final Architecture architecture;
    private final Alternatives alternatives;
    private final Set<Read> reads = new LinkedHashSet<>();
    private final Linked observed;

    private record Read(Subject subject, Key<?> key) {}

    Turns(Linked linked, LocalDate today) {
        this.linked = linked;
        this.architecture = linked.architecture();
        this.alternatives = new Alternatives(linked, today);
        this.observed = with(architecture.map(
                entity -> entity.with(entity.facts().observed(key -> reads.add(new Read(entity, key)))),
                link -> link.with(link.facts().observed(key -> reads.add(new Read(link, key))))));
    }

    /** By the key of the choice; a choice that no single fact turns has none. */
    Map<String, List<Turn>> of(Collection<Selection> selections) {
        Map<String, List<Turn>> turns = new TreeMap<>();
        for (Selection selection : selections) {
            List<Turn> found = of(selection);
            if (!found.isEmpty()) {
                turns.put(selection.key(), found);
            }
        }
        return turns;
    }

    private List<Turn> of(Selection selection) {
        if (selection.selected().isEmpty()) {
            return List.of();
        }
        reads.clear();
        again(observed, selection);
        Map<String, Turn> nearest = new LinkedHashMap<>();
        int left = MOST_VALUES;
        for (Read read : List.copyOf(reads)) {
            if (decides(read.key()) && left > 0) {
                left -= attempt(selection, read.subject(), read.key(), left, nearest);
            }
        }
        return new ArrayList<>(nearest.values());
    }

    /** Names and prose decide nothing but the consistency that is asked for, and nobody makes a region of a zone. */
    private static boolean decides(Key<?> key) {
        boolean text = key.type() instanceof ValueType.Text && !key.equals(Keys.CONSISTENCY)
                && !key.equals(Keys.TRANSACTION_ISOLATION);
        return !text && !key.equals(Keys.DOMAIN_KIND);
    }

    /** Tries the values of one fact; says how many were tried. */
    private <T> int attempt(Selection selection, Subject subject, Key<T> key, int most, Map<String, Turn> nearest) {
        String chosen = selection.selected().orElseThrow().pattern().id();
        int tried = 0;
        for (Fact<T> then : alternatives.of(subject, key)) {
            if (tried == most) {
                break;
            }
            tried++;
            Change<T> change = new Change<>(subject, key, subject.get(key), then);
            Optional<Pattern> other = again(with(architecture.replacing(change.applied())), selection);
            other.filter(pattern -> !pattern.id().equals(chosen))
                    .ifPresent(pattern -> nearest.putIfAbsent(pattern.id(), new Turn(change, pattern)));
        }
        return tried;
    }

    private static Optional<Pattern> again(Linked changed, Selection selection) {
        Subject before = selection.subject();
        return changed.architecture().subject(before.kind(), before.id())
                .flatMap(subject -> new Selections(changed).select(selection.concern(), subject).selected())
                .map(Selection.Ranked::pattern);
    }

    private Linked with(Architecture changed) {
        return new Linked(changed, linked.catalog(), linked.technologies());
    }
}

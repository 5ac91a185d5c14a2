package quorate.model;

import java.util.List;

/**
 * One word of the vocabulary: a property that a subject can state.
 *
 * @param id dotted path in {@code architecture.yaml} below the subject: {@code timeout.total}
 * @param path the parts of the id: {@code [timeout, total]}
 * @param help one sentence for people and editors
 * @param example a value as it would be written
 * @param order position in the vocabulary; facts are kept in this order
 */
public record Key<T>(
        String id, List<String> path, ValueType<T> type, String help, String example, Sense sense, int order)
        implements Comparable<Key<?>> {

    /** What two sources that differ mean: intent is the owner's to declare; of what runs, the worse value counts. */
    public enum Sense {
        /** The owner's wish; what is declared wins. */
        INTENT,
        /** Describes what runs; sources that differ are a conflict, the declared value is kept. */
        RUNS,
        /** Describes what runs; the lower value is the worse. */
        RUNS_LOWER_IS_WORSE,
        /** Describes what runs; the higher value is the worse. */
        RUNS_HIGHER_IS_WORSE
    }

    Key(String id, ValueType<T> type, String help, String example, Sense sense, int order) {
        this(id, List.of(id.split("\\.")), type, help, example, sense, order);
    }

    @Override
    public int compareTo(Key<?> other) {
        return order != other.order ? Integer.compare(order, other.order) : id.compareTo(other.id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key<?> that && id.equals(that.id) && order == that.order;
    }

    @Override
    public int hashCode() {
        return order;
    }

    @Override
    public String toString() {
        return id;
    }
}

package quorate.derive.budget;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A list that grows at its end and shares all that comes before: of the many paths of an operation most begin alike.
 *
 * @param before all but the last; null of the empty one
 */
public record Trail<T>(Trail<T> before, T last) {

    public static <T> Trail<T> empty() {
        return new Trail<>(null, null);
    }

    public Trail<T> plus(T next) {
        return new Trail<>(this, next);
    }

    public List<T> toList() {
        Deque<T> all = new ArrayDeque<>();
        for (Trail<T> at = this; at.before != null; at = at.before) {
            all.addFirst(at.last);
        }
        return List.copyOf(all);
    }
}

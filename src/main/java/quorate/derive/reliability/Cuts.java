package quorate.derive.reliability;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The minimal cut sets of a gate up to order 3, found by joining the sets of its parts. That is exact for a monotone function:
 * every cut set of order k of a disjunction is one of a part, every one of a conjunction is a union of cut sets of its parts,
 * none of which is larger than k. Of a gate with more than {@link #MOST} sets of one order, that order and those above are left
 * out, and {@link #order()} says so.
 */
final class Cuts {

    /** More sets than this of one order are not listed. */
    static final int MOST = 5_000;

    /** With more events that several instances share, only orders 1 and 2 are looked for. */
    private static final int MOST_SHARED = 100;

    private static final int ORDERS = 3;
    private static final int BITS = 21;
    private static final long MASK = (1L << BITS) - 1;

    /** By order; each set as the numbers of its events plus one in fields of 21 bits, the largest lowest; 0 is the empty set. */
    private final List<SortedSet<Long>> sets;

    private final int order;

    private Cuts(List<SortedSet<Long>> sets, int order) {
        this.sets = sets;
        this.order = order;
    }

    static Cuts of(Gate gate) {
        if (gate instanceof Gate.Event event) {
            Collector one = new Collector();
            one.add(event.index() + 1L);
            return one.cuts(ORDERS);
        }
        if (gate instanceof Gate.Any any) {
            return anyOf(any.parts().stream().map(Cuts::of).toList());
        }
        if (gate instanceof Gate.All all) {
            return all.parts().stream().map(Cuts::of).reduce(Cuts::and).orElseThrow();
        }
        Gate.AtLeast some = (Gate.AtLeast) gate;
        return new Counting(some).cuts();
    }

    /** Up to this order all minimal cut sets are here; 3, unless there are too many of them. */
    int order() {
        return order;
    }

    /** The sets of all orders up to {@link #order()}, by order, then by their events. */
    List<int[]> all() {
        List<int[]> all = new ArrayList<>();
        for (int size = 1; size <= order; size++) {
            sets.get(size).forEach(set -> all.add(events(set)));
        }
        return all;
    }

    private static Cuts anyOf(List<Cuts> parts) {
        Collector union = new Collector();
        int order = ORDERS;
        for (Cuts part : parts) {
            order = Math.min(order, part.order);
            part.sets.forEach(sets -> sets.forEach(union::add));
        }
        return union.cuts(order);
    }

    private Cuts and(Cuts other) {
        Collector product = new Collector();
        for (SortedSet<Long> mine : sets) {
            for (long one : mine) {
                for (SortedSet<Long> theirs : other.sets) {
                    theirs.forEach(set -> product.add(union(one, set)));
                }
            }
        }
        return product.cuts(Math.min(order, other.order));
    }

    /** The union in canonical form; -1 if it has more than three events. */
    private static long union(long one, long other) {
        long result = 0;
        int size = 0;
        long a = one;
        long b = other;
        while (a != 0 || b != 0) {
            // the largest event lies lowest
            long x = a & MASK;
            long y = b & MASK;
            long max = Math.max(x, y);
            a = x == max ? a >>> BITS : a;
            b = y == max ? b >>> BITS : b;
            if (++size > ORDERS) {
                return -1;
            }
            result |= max << (BITS * (size - 1));
        }
        return result;
    }

    private static int size(long set) {
        int size = 0;
        for (long rest = set; rest != 0; rest >>>= BITS) {
            size++;
        }
        return size;
    }

    private static int[] events(long set) {
        int[] events = new int[size(set)];
        long rest = set;
        for (int i = events.length - 1; i >= 0; i--, rest >>>= BITS) {
            events[i] = (int) (rest & MASK) - 1;
        }
        return events;
    }

    /** Collects sets and keeps the minimal ones. */
    private static final class Collector {
        private final List<Set<Long>> found = List.of(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());

        void add(long set) {
            if (set >= 0) {
                found.get(size(set)).add(set);
            }
        }

        Cuts cuts(int complete) {
            int order = complete;
            List<SortedSet<Long>> minimal = new ArrayList<>();
            minimal.add(new TreeSet<>());
            for (int size = 1; size <= ORDERS; size++) {
                SortedSet<Long> kept = new TreeSet<>();
                for (long set : size <= order ? found.get(size) : Set.<Long>of()) {
                    if (!contains(minimal, set)) {
                        kept.add(set);
                    }
                }
                if (kept.size() > MOST) {
                    order = size - 1;
                    kept.clear();
                }
                minimal.add(kept);
            }
            return new Cuts(minimal, order);
        }

        /** Whether a smaller set is a part of it. */
        private static boolean contains(List<SortedSet<Long>> smaller, long set) {
            int size = size(set);
            for (int parts = 1; parts < 1 << size; parts++) {
                int count = Integer.bitCount(parts);
                if (count < size && smaller.get(count).contains(part(set, parts))) {
                    return true;
                }
            }
            return false;
        }

        private static long part(long set, int chosen) {
            long part = 0;
            int shift = 0;
            for (int i = 0; i < ORDERS; i++) {
                if ((chosen & 1 << i) != 0) {
                    part |= (set >>> (BITS * i) & MASK) << shift;
                    shift += BITS;
                }
            }
            return part;
        }
    }

    /**
     * The cut sets of "at least k of n", where each of the n is any of some events. Events that several of the n share are
     * chosen first; what is then missing is made up of events of one of the n each.
     */
    private static final class Counting {
        private final int least;
        private final List<Set<Integer>> own = new ArrayList<>();
        private final List<Set<Integer>> within = new ArrayList<>();
        private final List<Integer> shared;
        private final Collector found = new Collector();

        Counting(Gate.AtLeast gate) {
            this.least = gate.least();
            Map<Integer, Integer> uses = new LinkedHashMap<>();
            for (Gate part : gate.parts()) {
                Set<Integer> events = events(part);
                within.add(events);
                events.forEach(event -> uses.merge(event, 1, Integer::sum));
            }
            this.shared = uses.keySet().stream().filter(event -> uses.get(event) > 1).sorted().toList();
            for (Set<Integer> part : within) {
                own.add(new TreeSet<>(part.stream().filter(event -> uses.get(event) == 1).toList()));
            }
        }

        private static Set<Integer> events(Gate part) {
            Set<Integer> events = new TreeSet<>();
            if (part instanceof Gate.Any any) {
                any.parts().forEach(one -> events.add(((Gate.Event) one).index()));
            } else {
                events.add(((Gate.Event) part).index());
            }
            return events;
        }

        Cuts cuts() {
            int order = shared.size() > MOST_SHARED ? ORDERS - 1 : ORDERS;
            choose(List.of(), 0, order);
            return found.cuts(order);
        }

        /** Not deeper than three. */
        private void choose(List<Integer> chosen, int from, int order) {
            List<Set<Integer>> open = new ArrayList<>();
            int hit = 0;
            for (int i = 0; i < within.size(); i++) {
                if (chosen.stream().anyMatch(within.get(i)::contains)) {
                    hit++;
                } else {
                    open.add(own.get(i));
                }
            }
            int missing = Math.max(0, least - hit);
            if (chosen.size() + missing <= order) {
                complete(set(chosen), open, 0, missing);
            }
            if (missing == 0) {
                return; // more shared events would not be minimal
            }
            for (int next = from; next < shared.size() && chosen.size() < order; next++) {
                List<Integer> longer = new ArrayList<>(chosen);
                longer.add(shared.get(next));
                choose(longer, next + 1, order);
            }
        }

        private static long set(List<Integer> events) {
            long set = 0;
            for (int event : events) {
                set = union(set, event + 1L);
            }
            return set;
        }

        /** Adds one event of each of {@code missing} further parts; not deeper than three. */
        private void complete(long set, List<Set<Integer>> open, int from, int missing) {
            if (missing == 0) {
                found.add(set);
                return;
            }
            for (int i = from; i <= open.size() - missing; i++) {
                for (int event : open.get(i)) {
                    complete(union(set, event + 1L), open, i + 1, missing - 1);
                }
            }
        }
    }
}

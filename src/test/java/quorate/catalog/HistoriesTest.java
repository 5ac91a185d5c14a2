package quorate.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import quorate.schema.Schemas;
import quorate.source.Problems;
import quorate.source.Resources;

/**
 * The histories of the catalog, held against the definitions of the models by trying every order. Only histories of plain reads
 * and writes can be tried, and only models whose definition is an order of transactions or operations.
 */
class HistoriesTest {

    private static final Pattern WRITE = Pattern.compile("write (\\w+)=(\\w+)( at replica \\d)?");
    private static final Pattern READ = Pattern.compile("read (\\w+)");
    private static final Pattern PAIR = Pattern.compile("(\\w+)=(\\w+)");

    private static ConsistencyOrder order;
    private static final Map<String, List<Unit>> HISTORIES = new TreeMap<>();

    /** One read or write of one object; a read that is atomic with others carries them all. */
    private record Access(boolean write, String object, String value) {}

    /** What takes effect at once: a transaction, or an operation. */
    private record Unit(String client, String transaction, double begin, double end, List<Access> accesses) {

        boolean endsBefore(Unit other) {
            return end <= other.begin;
        }

        boolean sameClient(Unit other) {
            return client.equals(other.client) && this != other;
        }

        boolean writes(String object) {
            return accesses.stream().anyMatch(a -> a.write() && a.object().equals(object));
        }
    }

    @BeforeAll
    static void read() throws IOException {
        Map<String, byte[]> files = new TreeMap<>(Resources.inFolder(Path.of("catalog")));
        files.keySet().removeIf(path -> !path.equals("consistency-models.yaml"));
        order = CatalogReader.read(List.of(files), new Schemas(), new Problems(), true).consistency();
        order.models().forEach((id, model) -> operations(model.forbidden()).ifPresent(ops -> HISTORIES.put(id, ops)));
    }

    /** The operations as units of their own, in the order of the history; nothing if one of them is more than reads and writes. */
    private static Optional<List<Unit>> operations(History history) {
        List<Unit> units = new ArrayList<>();
        Set<String> aborted = new HashSet<>();
        for (History.Operation o : history.operations()) {
            List<List<Access>> parts = new ArrayList<>();
            for (String part : o.does().split(", ")) {
                Matcher write = WRITE.matcher(part);
                Matcher read = READ.matcher(part);
                if (part.equals("abort")) {
                    aborted.add(o.transaction());
                } else if (write.matches()) {
                    parts.add(List.of(new Access(true, write.group(1), write.group(2))));
                } else if (read.matches()) {
                    parts.add(List.of(new Access(false, read.group(1), o.gets())));
                } else if (part.startsWith("read") && PAIR.matcher(o.gets()).find()) {
                    List<Access> together = new ArrayList<>();
                    PAIR.matcher(o.gets()).results().forEach(m -> together.add(new Access(false, m.group(1), m.group(2))));
                    parts.add(together);
                } else if (!part.equals("commit")) {
                    return Optional.empty();
                }
            }
            double length = (o.until() - o.at()) / (double) Math.max(1, parts.size());
            for (int i = 0; i < parts.size(); i++) {
                units.add(new Unit(o.client(), o.transaction(), o.at() + i * length, o.at() + (i + 1) * length, parts.get(i)));
            }
        }
        units.replaceAll(u -> aborted.contains(u.transaction())
                ? new Unit(u.client(), u.transaction(), u.begin(), u.end(),
                        u.accesses().stream().filter(a -> !a.write()).toList())
                : u);
        return Optional.of(units);
    }

    /** Operations of one transaction joined. */
    private static List<Unit> transactions(List<Unit> operations) {
        Map<String, Unit> joined = new LinkedHashMap<>();
        for (Unit u : operations) {
            String key = u.transaction().isEmpty() ? "operation " + joined.size() : u.transaction();
            joined.merge(key, u, (a, b) -> {
                List<Access> both = new ArrayList<>(a.accesses());
                both.addAll(b.accesses());
                return new Unit(a.client(), a.transaction(), Math.min(a.begin(), b.begin()), Math.max(a.end(), b.end()), both);
            });
        }
        return List.copyOf(joined.values());
    }

    /** Whether the units, run one after another in some order that keeps what must come before what, give the answers. */
    private static boolean serial(List<Unit> units, BiPredicate<Unit, Unit> before) {
        return serial(new ArrayList<>(units), before, new HashMap<>());
    }

    private static boolean serial(List<Unit> left, BiPredicate<Unit, Unit> before, Map<String, String> state) {
        if (left.isEmpty()) {
            return true;
        }
        for (Unit next : left) {
            Map<String, String> after = new HashMap<>(state);
            if (left.stream().noneMatch(other -> other != next && before.test(other, next)) && run(next, after)) {
                List<Unit> rest = new ArrayList<>(left);
                rest.remove(next);
                if (serial(rest, before, after)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean run(Unit unit, Map<String, String> state) {
        for (Access access : unit.accesses()) {
            if (access.write()) {
                state.put(access.object(), access.value());
            } else if (!state.getOrDefault(access.object(), "0").equals(access.value())) {
                return false;
            }
        }
        return true;
    }

    /** Snapshot isolation by trying every order of the starts and commits; the first committer of an item wins. */
    private static boolean snapshot(List<Unit> units, BiPredicate<Unit, Unit> before) {
        return snapshot(units, before, new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), 0);
    }

    private static boolean snapshot(
            List<Unit> units,
            BiPredicate<Unit, Unit> before,
            Map<Unit, Integer> started,
            Map<Unit, Integer> committed,
            Map<String, String> state,
            Map<String, Integer> changed,
            int step) {
        if (committed.size() == units.size()) {
            return true;
        }
        for (Unit unit : units) {
            if (!started.containsKey(unit)) {
                boolean early = units.stream().anyMatch(o -> o != unit && before.test(o, unit) && !committed.containsKey(o));
                if (!early && run(unit, new HashMap<>(state))) {
                    Map<Unit, Integer> more = new HashMap<>(started);
                    more.put(unit, step);
                    if (snapshot(units, before, more, committed, state, changed, step + 1)) {
                        return true;
                    }
                }
            } else if (!committed.containsKey(unit)) {
                int start = started.get(unit);
                boolean lost = changed.entrySet().stream().anyMatch(c -> c.getValue() > start && unit.writes(c.getKey()));
                if (!lost) {
                    Map<Unit, Integer> more = new HashMap<>(committed);
                    more.put(unit, step);
                    Map<String, String> after = new HashMap<>(state);
                    Map<String, Integer> at = new HashMap<>(changed);
                    for (Access access : unit.accesses()) {
                        if (access.write()) {
                            after.put(access.object(), access.value());
                            at.put(access.object(), step);
                        }
                    }
                    if (snapshot(units, before, started, more, after, at, step + 1)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** For each client an order of all writes and its own reads that keeps the given order. */
    private static boolean perClient(List<Unit> units, BiPredicate<Unit, Unit> before) {
        return units.stream().map(Unit::client).distinct().allMatch(client -> serial(
                units.stream().filter(u -> u.client().equals(client) || u.accesses().get(0).write()).toList(), before));
    }

    /** Order of each client, and from a write to the reads of its value, and what follows from both. */
    private static BiPredicate<Unit, Unit> causes(List<Unit> units) {
        int n = units.size();
        boolean[][] path = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                Unit one = units.get(i);
                Unit other = units.get(j);
                path[i][j] = one.sameClient(other) && i < j
                        || one.accesses().stream().filter(Access::write).anyMatch(w -> other.accesses().stream()
                                .anyMatch(r -> !r.write() && r.object().equals(w.object()) && r.value().equals(w.value())));
            }
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    path[i][j] |= path[i][k] && path[k][j];
                }
            }
        }
        return (a, b) -> path[position(units, a)][position(units, b)];
    }

    private static int position(List<Unit> units, Unit unit) {
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i) == unit) {
                return i;
            }
        }
        throw new IllegalArgumentException(unit.toString());
    }

    private static Optional<Boolean> permits(String model, List<Unit> operations) {
        List<Unit> transactions = transactions(operations);
        BiPredicate<Unit, Unit> none = (a, b) -> false;
        BiPredicate<Unit, Unit> session = (a, b) -> a.sameClient(b) && a.endsBefore(b);
        BiPredicate<Unit, Unit> time = Unit::endsBefore;
        return switch (model) {
            case "strict-serializable" -> Optional.of(serial(transactions, time));
            case "strong-session-serializable" -> Optional.of(serial(transactions, session));
            case "serializable" -> Optional.of(serial(transactions, none));
            case "strong-snapshot-isolation" -> Optional.of(snapshot(transactions, time));
            case "strong-session-snapshot-isolation" -> Optional.of(snapshot(transactions, session));
            case "snapshot-isolation" -> Optional.of(snapshot(transactions, none));
            case "linearizable" -> Optional.of(serial(operations, time));
            case "sequential" -> Optional.of(serial(operations, session));
            case "causal" -> Optional.of(perClient(operations, causes(operations)));
            case "pram" -> Optional.of(perClient(operations, session));
            default -> Optional.empty();
        };
    }

    /** What a single operation can show, a model of transactions may be asked about, and not the other way round. */
    private static boolean comparable(String model, String history) {
        return order.models().get(model).scope().equals("transaction")
                || !order.models().get(history).scope().equals("transaction");
    }

    @Test
    void mostHistoriesCanBeTried() {
        assertTrue(HISTORIES.size() >= 21, HISTORIES.keySet().toString());
    }

    @Test
    void modelRulesOutItsOwnHistoryAndThoseOfTheModelsThatItImplies() {
        Set<String> wrong = new TreeSet<>();
        HISTORIES.forEach((weaker, history) -> order.models().keySet().stream()
                .filter(model -> order.implies(model, weaker) && comparable(model, weaker))
                .filter(model -> permits(model, history).orElse(false))
                .forEach(model -> wrong.add(model + " permits what " + weaker + " forbids")));
        assertEquals(Set.of(), wrong);
    }

    @Test
    void modelPermitsTheHistoriesThatItIsSaidToAllow() {
        Set<String> wrong = new TreeSet<>();
        for (ConsistencyModel model : order.models().values()) {
            for (String allowed : model.allows()) {
                if (HISTORIES.containsKey(allowed) && !permits(model.id(), HISTORIES.get(allowed)).orElse(true)) {
                    wrong.add(model.id() + " rules out what it is said to allow: the history of " + allowed);
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void historyOfAModelIsPermittedByTheNextWeakerOneThatCanBeTried() {
        List<List<String>> chain = List.of(
                List.of("strict-serializable", "strong-session-serializable"),
                        List.of("strong-session-serializable", "serializable"),
                List.of("strong-snapshot-isolation", "strong-session-snapshot-isolation"),
                List.of("strong-session-snapshot-isolation", "snapshot-isolation"),
                        List.of("repeatable-read", "snapshot-isolation"),
                List.of("linearizable", "sequential"), List.of("sequential", "causal"), List.of("causal", "pram"));
        chain.forEach(pair -> assertEquals(Optional.of(true), permits(pair.get(1), HISTORIES.get(pair.get(0))), pair.toString()));
    }
}

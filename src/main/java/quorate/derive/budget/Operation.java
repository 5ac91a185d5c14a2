package quorate.derive.budget;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.derive.call.Synchronous;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words.Need;

/**
 * Synchronous calls that serve one request.
 *
 * @param journey the declared journey; nothing for calls of which it is only known that they belong together, or may
 * @param certain whether it is stated that one request uses them all
 * @param entries where requests arrive
 * @param calls by caller, in the order in which a request makes them as far as it is known
 */
public record Operation(
        Optional<Entity> journey, boolean certain, List<String> entries, Map<String, List<Call>> calls) {

    public Operation {
        entries = List.copyOf(entries);
        calls = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(calls));
    }

    /** A link, and whether it is called at the same time as the call before it by the same caller. */
    public record Call(Link link, Fact<Boolean> parallel) {}

    List<Call> from(String component) {
        return calls.getOrDefault(component, List.of());
    }

    /**
     * The declared journeys; the calls that nobody can do without, which serve the same request wherever they meet; and,
     * where no journey is declared, all calls, of which that is only likely.
     */
    static List<Operation> of(Architecture architecture) {
        Synchronous synchronous = new Synchronous(architecture);
        List<Operation> operations = new ArrayList<>();
        List<Link> waiting = architecture.links().stream().filter(synchronous::waits).toList();
        Map<String, List<Call>> inRequests = new LinkedHashMap<>();
        waiting.stream()
                .filter(link -> !link.get(Keys.NEED).is(Need.STARTUP))
                .forEach(link -> add(inRequests, link, Fact.unknown(link.at())));
        for (Entity journey : architecture.all(Kind.JOURNEY)) {
            operations.add(declared(architecture, synchronous, inRequests, journey));
        }
        operations.add(implied(architecture, true, waiting.stream().filter(l -> l.get(Keys.NEED).is(Need.HARD)).toList()));
        if (architecture.all(Kind.JOURNEY).isEmpty()) {
            operations.add(implied(architecture, false, waiting));
        }
        return operations;
    }

    private static Operation declared(
            Architecture architecture, Synchronous synchronous, Map<String, List<Call>> inRequests, Entity journey) {
        Map<String, List<Call>> calls = new LinkedHashMap<>();
        for (Facts use : journey.get(Keys.USES).or(List.of())) {
            architecture.link(use.get(Keys.USE_LINK).or(""))
                    .filter(synchronous::waits)
                    .filter(link -> inRequest(architecture, journey, link))
                    .ifPresent(link -> add(calls, link, use.get(Keys.PARALLEL)));
        }
        Optional<String> entry = journey.get(Keys.ENTRY).value();
        if (calls.isEmpty() && entry.isPresent() && !journey.get(Keys.USES).isKnown()) {
            return new Operation(Optional.of(journey), false, List.of(entry.get()), reachable(architecture, inRequests, entry.get()));
        }
        List<String> entries = entry.map(List::of).orElseGet(() -> sources(calls));
        return new Operation(Optional.of(journey), true, entries, calls);
    }

    /** A store does not ask the group that elects its leader while it answers a request. */
    private static boolean inRequest(Architecture architecture, Entity journey, Link link) {
        return architecture.component(link.from()).filter(from -> from.kind() == Kind.SERVICE).isPresent()
                || journey.get(Keys.ENTRY).is(link.from());
    }

    private static Operation implied(Architecture architecture, boolean certain, List<Link> links) {
        Map<String, List<Call>> calls = new LinkedHashMap<>();
        links.stream()
                .filter(l -> architecture.component(l.from()).filter(from -> from.kind() == Kind.SERVICE).isPresent())
                .forEach(link -> add(calls, link, Fact.unknown(link.at())));
        return new Operation(Optional.empty(), certain, sources(calls), calls);
    }

    /** Callers share their lists, since several journeys may reach most of a system. */
    private static Map<String, List<Call>> reachable(
            Architecture architecture, Map<String, List<Call>> inRequests, String entry) {
        Map<String, List<Call>> calls = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(entry));
        Set<String> seen = new HashSet<>(Set.of(entry));
        while (!open.isEmpty()) {
            String from = open.poll();
            boolean service = architecture.component(from).filter(c -> c.kind() == Kind.SERVICE).isPresent();
            if (inRequests.containsKey(from) && (service || from.equals(entry))) {
                calls.put(from, inRequests.get(from));
                calls.get(from).stream().map(call -> call.link().to()).filter(seen::add).forEach(open::add);
            }
        }
        return calls;
    }

    private static void add(Map<String, List<Call>> calls, Link link, Fact<Boolean> parallel) {
        List<Call> mine = calls.computeIfAbsent(link.from(), k -> new ArrayList<>());
        if (mine.stream().noneMatch(call -> call.link().id().equals(link.id()))) {
            mine.add(new Call(link, parallel));
        }
    }

    /** Callers that nobody in the operation calls; the first caller of all where they go round in a circle. */
    private static List<String> sources(Map<String, List<Call>> calls) {
        Set<String> called = new TreeSet<>();
        calls.values().forEach(list -> list.forEach(call -> called.add(call.link().to())));
        List<String> sources = calls.keySet().stream().filter(from -> !called.contains(from)).toList();
        return sources.isEmpty() ? calls.keySet().stream().limit(1).toList() : sources;
    }
}

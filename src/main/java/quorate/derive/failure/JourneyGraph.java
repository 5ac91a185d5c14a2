package quorate.derive.failure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Subject;
import quorate.model.Words;

/**
 * The links that one journey uses, by the component that they leave.
 *
 * @param journey the declared journey, or the service at which requests enter when none is declared
 * @param implied whether it was implied
 */
record JourneyGraph(Subject journey, String entry, boolean implied, Map<String, List<Use>> uses) {

    /** The uses by the component that they lead to. */
    Map<String, List<Use>> into() {
        Map<String, List<Use>> into = new LinkedHashMap<>();
        uses.values().forEach(list -> list.forEach(
                use -> into.computeIfAbsent(use.link().to(), k -> new ArrayList<>()).add(use)));
        return into;
    }

    /** A link and the need of it in this journey. */
    record Use(Link link, Fact<Words.Need> need) {}

    /** The declared journeys; without any, one for each service that others do not call. */
    static List<JourneyGraph> of(Architecture architecture) {
        List<JourneyGraph> graphs = new ArrayList<>();
        for (Entity journey : architecture.all(Kind.JOURNEY)) {
            declared(architecture, journey).ifPresent(graphs::add);
        }
        if (graphs.isEmpty()) {
            for (Entity service : architecture.all(Kind.SERVICE)) {
                if (!isAside(service) && isEntry(architecture, service)) {
                    graphs.add(new JourneyGraph(service, service.id(), true, reachable(architecture, service.id())));
                }
            }
        }
        return graphs;
    }

    /** All links of the system with the need that they state, as the work of nobody. */
    static JourneyGraph whole(Architecture architecture) {
        Map<String, List<Use>> uses = new LinkedHashMap<>();
        architecture.links().forEach(link ->
                uses.computeIfAbsent(link.from(), k -> new ArrayList<>()).add(new Use(link, link.get(Keys.NEED))));
        return new JourneyGraph(architecture.system(), "", true, uses);
    }

    private static Optional<JourneyGraph> declared(Architecture architecture, Entity journey) {
        Map<String, List<Use>> uses = new LinkedHashMap<>();
        for (Facts use : journey.get(Keys.USES).or(List.of())) {
            architecture.link(use.get(Keys.USE_LINK).or("")).ifPresent(link -> {
                Fact<Words.Need> need = use.get(Keys.NEED).isKnown() ? use.get(Keys.NEED) : link.get(Keys.NEED);
                uses.computeIfAbsent(link.from(), k -> new ArrayList<>()).add(new Use(link, need));
            });
        }
        Optional<String> entry = journey.get(Keys.ENTRY).value();
        if (entry.isEmpty()) {
            entry = uses.keySet().stream().findFirst();
        }
        return entry.map(e -> new JourneyGraph(
                journey, e, false, uses.isEmpty() ? reachable(architecture, e) : withBrokers(architecture, uses)));
    }

    /** A journey that uses a channel uses what the channel cannot be without, whether or not it waits for the channel. */
    private static Map<String, List<Use>> withBrokers(Architecture architecture, Map<String, List<Use>> uses) {
        Deque<String> open = new ArrayDeque<>();
        uses.values().forEach(list -> list.forEach(use -> open.add(use.link().to())));
        Set<String> seen = new HashSet<>(uses.keySet());
        while (!open.isEmpty()) {
            String channel = open.poll();
            if (seen.add(channel) && architecture.component(channel).filter(c -> c.kind() == Kind.CHANNEL).isPresent()) {
                architecture.linksFrom(channel).stream().filter(architecture::carries).forEach(link -> {
                    uses.computeIfAbsent(channel, k -> new ArrayList<>()).add(new Use(link, link.get(Keys.NEED)));
                    open.add(link.to());
                });
            }
        }
        return uses;
    }

    private static Map<String, List<Use>> reachable(Architecture architecture, String entry) {
        Map<String, List<Use>> uses = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(entry));
        Set<String> seen = new HashSet<>(Set.of(entry));
        while (!open.isEmpty()) {
            String from = open.poll();
            for (Link link : architecture.linksFrom(from)) {
                boolean aside = architecture.component(link.to()).filter(JourneyGraph::isAside).isPresent();
                if (link.get(Keys.NEED).is(Words.Need.STARTUP) || aside) {
                    continue;
                }
                uses.computeIfAbsent(from, k -> new ArrayList<>()).add(new Use(link, link.get(Keys.NEED)));
                boolean waits = !link.get(Keys.MODE).is(Words.LinkMode.ASYNC);
                if (waits && seen.add(link.to())) {
                    open.add(link.to());
                }
            }
        }
        return withBrokers(architecture, uses);
    }

    private static boolean isEntry(Architecture architecture, Entity service) {
        return architecture.linksTo(service.id()).stream()
                .filter(link -> !link.get(Keys.NEED).is(Words.Need.STARTUP))
                .noneMatch(link -> architecture
                        .component(link.from())
                        .filter(from -> !isAside(from))
                        .isPresent());
    }

    /** Telemetry and load generators are not what users come for. */
    private static boolean isAside(Entity component) {
        Fact<Words.ServiceType> type = component.get(Keys.SERVICE_TYPE);
        return type.is(Words.ServiceType.TELEMETRY) || type.is(Words.ServiceType.LOAD_GENERATOR);
    }

    /** The components that the journey touches, the entry first. */
    Set<String> components() {
        Set<String> all = new java.util.LinkedHashSet<>(Set.of(entry));
        uses.values().forEach(list -> list.forEach(use -> {
            all.add(use.link().from());
            all.add(use.link().to());
        }));
        return all;
    }
}

package quorate.derive.reliability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import quorate.derive.failure.Cause;
import quorate.derive.failure.Structure;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Missing;

/**
 * Turns what a journey stands on into a fault tree. An instance is gone when it is lost itself or when a fault domain is lost
 * in which it runs; a fault domain is one event wherever it occurs.
 */
final class FaultTrees {

    private final Map<String, Entity> domains = new HashMap<>();

    FaultTrees(Architecture architecture) {
        architecture.all(Kind.FAULT_DOMAIN).forEach(domain -> domains.put(domain.id(), domain));
    }

    FaultTree of(Structure structure) {
        Variables variables = new Variables(structure);
        return new FaultTree(
                variables.events,
                structure.best().stream().map(variables::branch).toList(),
                structure.worst().stream().map(variables::branch).toList());
    }

    /** The basic events of one journey, shared by all its branches. */
    private final class Variables {
        private final List<BasicEvent> events;
        private final Map<String, Integer> index = new HashMap<>();

        Variables(Structure structure) {
            Map<String, BasicEvent> found = new LinkedHashMap<>();
            Set<String> led = new TreeSet<>();
            List<Cause> causes = new ArrayList<>(structure.worst());
            causes.addAll(structure.best());
            for (Cause cause : causes) {
                if (cause instanceof Cause.Outnumbered one && one.leads()) {
                    led.add(one.component().id());
                }
            }
            causes.forEach(cause -> collect(cause, led, found));
            this.events = found.values().stream().sorted(Comparator.comparing(BasicEvent::loss)).toList();
            for (int i = 0; i < events.size(); i++) {
                index.put(events.get(i).id(), i);
            }
        }

        private void collect(Cause cause, Set<String> led, Map<String, BasicEvent> found) {
            if (cause instanceof Cause.Severed severed) {
                found.computeIfAbsent(linkId(severed.link()), id -> link(severed.link()));
                return;
            }
            Cause.Outnumbered few = (Cause.Outnumbered) cause;
            Entity component = few.component();
            Input input = Input.of(component);
            if (component.kind() == Kind.EXTERNAL) {
                found.computeIfAbsent(external(component), id -> new BasicEvent(
                        id, BasicEvent.Loss.EXTERNAL, component, 0, component.title() + " is lost",
                        input.unavailability(), input.missing()));
            }
            for (int i = 1; few.countsInstances() && i <= few.instances(); i++) {
                int number = i;
                found.computeIfAbsent(instance(component, i), id -> new BasicEvent(
                        id, BasicEvent.Loss.INSTANCE, component, number,
                        title(few, number, led.contains(component.id())), probability(few, input), missing(few, input)));
            }
            few.homes().forEach(way -> way.forEach(
                    home -> home.forEach(id -> found.computeIfAbsent(domainId(id), k -> domain(id)))));
        }

        /** Of one instance; of any of many, at most the sum; of any of an unknown number nothing is known. */
        private static Bounds probability(Cause.Outnumbered few, Input input) {
            if (few.stated().isEmpty()) {
                return Bounds.UNKNOWN;
            }
            Bounds one = input.unavailability();
            int together = few.stated().get() > Structure.MOST_INSTANCES ? few.stated().get() : 1;
            return new Bounds(one.low(), Math.min(1, one.high() * together));
        }

        private static Set<Missing> missing(Cause.Outnumbered few, Input input) {
            Set<Missing> missing = new TreeSet<>(input.missing());
            if (few.stated().isEmpty()) {
                missing.add(new Missing(few.component(), Keys.REPLICAS));
            }
            return missing;
        }

        private static String title(Cause.Outnumbered few, int instance, boolean led) {
            String name = few.component().title();
            if (few.stated().orElse(0) > Structure.MOST_INSTANCES) {
                return "any instance of " + name + " is lost";
            }
            if (few.instances() == 1) {
                return name + " is lost";
            }
            return name + (led && instance == 1 ? ": the leader is lost" : ": instance " + instance + " is lost");
        }

        FaultTree.Branch branch(Cause cause) {
            if (cause instanceof Cause.Severed severed) {
                Link link = severed.link();
                return new FaultTree.Branch(link.from() + " cannot reach " + link.to(), event(linkId(link)));
            }
            Cause.Outnumbered few = (Cause.Outnumbered) cause;
            List<Gate> ways = few.homes().stream().map(way -> way(few, way)).distinct().toList();
            Gate gone = few.anyHome() ? any(ways) : all(ways);
            if (few.component().kind() == Kind.EXTERNAL) {
                gone = any(List.of(event(external(few.component())), gone));
            } else if (few.silentOnly()) {
                gone = all(List.of(gone, silent(few)));
            }
            String title = few.component().title() + " is down" + (few.silentOnly() ? " and lets its callers wait" : "");
            return new FaultTree.Branch(title, gone);
        }

        /** The component is down with its instances in these domains. */
        private Gate way(Cause.Outnumbered few, List<Set<String>> homes) {
            List<Gate> lost = new ArrayList<>();
            for (int i = 0; i < few.instances(); i++) {
                Set<Gate> by = new LinkedHashSet<>();
                if (few.countsInstances()) {
                    by.add(event(instance(few.component(), i + 1)));
                }
                homes.get(i).forEach(home -> by.add(event(domainId(home))));
                lost.add(any(List.copyOf(new ArrayList<>(by))));
            }
            Gate count = atLeast(few.enough(), lost);
            return few.leads() ? any(List.of(lost.get(0), count)) : count;
        }

        /** Something of it is lost that leaves callers waiting: a fault domain, or the leader. */
        private Gate silent(Cause.Outnumbered few) {
            Set<String> ids = new TreeSet<>();
            few.homes().forEach(way -> way.forEach(home -> home.forEach(id -> ids.add(domainId(id)))));
            if (few.leads() && few.countsInstances()) {
                ids.add(instance(few.component(), 1));
            }
            return any(ids.stream().map(this::event).toList());
        }

        private Gate event(String id) {
            return new Gate.Event(index.get(id));
        }
    }

    private static Gate any(List<Gate> parts) {
        List<Gate> real = parts.stream().filter(part -> !isNever(part)).distinct().toList();
        return real.size() == 1 ? real.get(0) : new Gate.Any(real);
    }

    private static Gate all(List<Gate> parts) {
        List<Gate> distinct = parts.stream().distinct().toList();
        return distinct.stream().anyMatch(FaultTrees::isNever)
                ? new Gate.Any(List.of())
                : distinct.size() == 1 ? distinct.get(0) : new Gate.All(distinct);
    }

    /** Instances that cannot be lost do not count; equal ones do, each for itself. */
    private static Gate atLeast(int least, List<Gate> parts) {
        List<Gate> real = parts.stream().filter(part -> !isNever(part)).toList();
        if (real.size() < least) {
            return new Gate.Any(List.of());
        }
        if (least == 1) {
            return any(real);
        }
        return least == real.size() ? all(real) : new Gate.AtLeast(least, real);
    }

    private static boolean isNever(Gate gate) {
        return gate instanceof Gate.Any any && any.parts().isEmpty();
    }

    private static BasicEvent link(Link link) {
        return new BasicEvent(linkId(link), BasicEvent.Loss.LINK, link, 0,
                link.from() + " cannot reach " + link.to(), Bounds.NEVER, Set.of());
    }

    private BasicEvent domain(String id) {
        Entity domain = domains.get(id);
        Input input = Input.of(domain);
        return new BasicEvent(domainId(id), BasicEvent.Loss.FAULT_DOMAIN, domain, 0,
                domain.title() + " is lost", input.unavailability(), input.missing());
    }

    private static String linkId(Link link) {
        return "link/" + link.title();
    }

    private static String domainId(String domain) {
        return "fault-domain/" + domain;
    }

    private static String external(Entity component) {
        return "external/" + component.id();
    }

    private static String instance(Entity component, int number) {
        return "instance/" + component.id() + "/" + number;
    }
}

package quorate.importer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.source.Location;
import quorate.source.Problems;

/**
 * Units into components and links: says what each unit is, joins the members of a cluster, and reads the addresses that one
 * unit holds of another.
 */
final class Assembly {

    private final Problems problems;
    private final Map<String, Identity> identities;
    private final Map<String, Cluster> clusterOf = new LinkedHashMap<>();
    private final List<Cluster> clusters;
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Entity> others = new LinkedHashMap<>();
    private final Hosts hosts;
    private final LinkBook book = new LinkBook();

    private Assembly(
            List<Unit> all, List<Cluster> given, Hosts hosts, Recognition recognition, Predicate<String> expected,
            Problems problems) {
        this.problems = problems;
        this.hosts = hosts;
        all.forEach(unit -> units.put(unit.id(), unit));
        this.identities = Identities.of(all, hosts, recognition, problems);
        this.clusters = Clusters.of(all, identities, hosts, given, problems);
        clusters.forEach(cluster -> cluster.members().forEach(member -> clusterOf.put(member, cluster)));
        all.forEach(unit -> new Addresses(unit, expected).read());
    }

    /**
     * Reads what units say of each other.
     *
     * @param given clusters that the format itself states
     * @param hosts names by which units are reached
     * @param expected hosts that are known although no unit has them, so that nothing need be said of them
     */
    static Assembly of(
            List<Unit> units,
            List<Cluster> given,
            Hosts hosts,
            Recognizer recognizer,
            Predicate<String> expected,
            Problems problems) {
        return new Assembly(units, given, hosts, new Recognition(recognizer), expected, problems);
    }

    /** The component that a unit is, or is a member of. */
    String component(String unit) {
        return clusterOf.containsKey(unit) ? clusterOf.get(unit).id() : unit;
    }

    Optional<String> componentOfHost(String host) {
        return hosts.unit(host).map(this::component);
    }

    /** All names by which components are reached, with the id of each. */
    Map<String, String> hosts() {
        Map<String, String> all = new LinkedHashMap<>();
        hosts.all().forEach((host, unit) -> all.put(host, component(unit)));
        return all;
    }

    LinkBook book() {
        return book;
    }

    /** Records that a unit is started after another. */
    void startsAfter(String unit, String other, Location at, String how) {
        book.startup(component(unit), component(other), at, how);
    }

    void calls(String unit, String other, Location at, String how) {
        book.call(component(unit), component(other), at, how, "");
    }

    /** Adds a component that no unit runs, such as a gateway; the first of an id stays. */
    void add(Entity entity) {
        others.putIfAbsent(entity.id(), entity);
    }

    boolean has(String component) {
        return others.containsKey(component) || clusters.stream().anyMatch(cluster -> cluster.id().equals(component));
    }

    List<Entity> entities() {
        List<Entity> all = new ArrayList<>();
        for (Cluster cluster : clusters) {
            List<Unit> members = cluster.members().stream().map(units::get).toList();
            all.add(Components.of(cluster, members, identities.get(members.get(0).id())));
        }
        all.addAll(others.values());
        return all;
    }

    List<Link> links() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        entities().forEach(entity -> kinds.put(entity.id(), entity.kind()));
        return book.links(id -> kinds.getOrDefault(id, Kind.SERVICE));
    }

    /** Reads the addresses that one unit holds. */
    private final class Addresses {

        private final Unit unit;
        private final Predicate<String> expected;
        private final String self;
        private final Set<String> named = new HashSet<>();

        Addresses(Unit unit, Predicate<String> expected) {
            this.unit = unit;
            this.expected = expected;
            this.self = component(unit.id());
        }

        void read() {
            for (Setting setting : unit.settings()) {
                read(setting.name(), setting, "environment " + setting.name(), true);
            }
            // The name of the first option of a command decides whether a bare word behind it is a host.
            for (Setting option : unit.options()) {
                String name = Set.of("-h", "-H").contains(option.name()) ? "host" : option.name();
                boolean address = option.name().startsWith("--") && Address.namesAddress(name);
                read(name, option, "command " + option.name(), address);
            }
            unit.command().forEach(word -> read("command", new Setting("command", word.text(), word.at()), "command", false));
            for (Setting setting : unit.start()) {
                for (Address address : Address.in(setting.name(), setting.value())) {
                    hosts.unit(address.host()).ifPresent(other -> book.startup(
                            self, component(other), setting.at(), "before start, names " + address.shown()));
                }
            }
        }

        /** Scripts print and mention many addresses; what no unit has is told only where an address is expected. */
        private void read(String variable, Setting setting, String where, boolean tellUnknown) {
            boolean waits = setting.value().contains("wait-for") || setting.value().contains("dockerize");
            for (Address address : Address.in(variable, setting.value())) {
                String how = where + LinkBook.NAMES + address.shown() + version();
                // An option of a command is met again in the whole command.
                if (!named.add(address.shown()) && where.equals("command")) {
                    continue;
                }
                Optional<String> other = hosts.unit(address.host());
                if (other.isPresent() && waits) {
                    book.startup(self, component(other.get()), setting.at(), how);
                } else if (other.isPresent()) {
                    book.call(self, component(other.get()), setting.at(), how, address.scheme());
                } else if (tellUnknown && address.sure() && !address.isLocal()) {
                    unknown(address, setting, how);
                }
            }
        }

        /** Of several versions of one service it may be only this one that calls. */
        private String version() {
            boolean several = !clusterOf.get(unit.id()).isSingle() && !identities.get(unit.id()).isProduct();
            return several ? " in " + unit.id() : "";
        }

        private void unknown(Address address, Setting setting, String how) {
            if (expected.test(address.host())) {
                return;
            }
            if (address.isPublic()) {
                add(new Entity(Kind.EXTERNAL, address.host(), Facts.none(setting.at()), setting.at()));
                book.call(self, address.host(), setting.at(), how, address.scheme());
                return;
            }
            problems.warning(
                    setting.at(),
                    unit.id() + " names the host " + address.shown() + " (" + setting.name()
                            + "), which these files do not define",
                    "If it is part of the system, add its file to imports or state it in architecture.yaml.");
        }
    }
}

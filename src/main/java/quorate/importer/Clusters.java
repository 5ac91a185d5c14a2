package quorate.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import quorate.importer.Membership.Form;
import quorate.importer.Membership.Sign;
import quorate.source.Location;
import quorate.source.Problems;

/**
 * Finds the units that are members of one cluster. They are joined only on evidence: one names the other as a member, or both
 * state the same cluster name, and both run the same product. Names that look alike are no evidence.
 */
final class Clusters {

    /** Why two units were joined. */
    private record Reason(String unit, String how, Location at) {}

    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Identity> identities;
    private final Hosts hosts;
    private final Map<String, String> root = new LinkedHashMap<>();
    private final List<Reason> reasons = new ArrayList<>();
    private final Map<String, Setting> voters = new LinkedHashMap<>();
    private final Set<String> followers = new TreeSet<>();

    private Clusters(List<Unit> units, Map<String, Identity> identities, Hosts hosts) {
        units.forEach(unit -> this.units.put(unit.id(), unit));
        units.forEach(unit -> root.put(unit.id(), unit.id()));
        this.identities = identities;
        this.hosts = hosts;
    }

    /**
     * All units as clusters, most of them of one member.
     *
     * @param given clusters that the format itself states
     */
    static List<Cluster> of(
            List<Unit> units, Map<String, Identity> identities, Hosts hosts, List<Cluster> given, Problems problems) {
        Clusters clusters = new Clusters(units, identities, hosts);
        given.forEach(clusters::join);
        units.forEach(clusters::readSigns);
        clusters.joinShared();
        clusters.warnOfLikeness(problems);
        return clusters.result(given);
    }

    private void join(Cluster given) {
        for (String member : given.members()) {
            union(given.members().get(0), member, new Reason(member, given.how(), given.at()));
        }
    }

    private void readSigns(Unit unit) {
        for (Sign sign : Membership.of(unit)) {
            if (sign.form() == Form.SHARED) {
                continue;
            }
            if (sign.form() == Form.VOTERS) {
                voters.put(unit.id(), sign.setting());
            }
            for (String host : Membership.hosts(sign.setting())) {
                hosts.unit(host).filter(other -> fits(unit.id(), other)).ifPresent(other -> {
                    union(other, unit.id(), new Reason(unit.id(), sign.setting().name(), sign.setting().at()));
                    if (sign.form() == Form.LEADER) {
                        followers.add(unit.id());
                    }
                });
            }
        }
    }

    private void joinShared() {
        Map<String, List<Reason>> bySign = new LinkedHashMap<>();
        for (Unit unit : units.values()) {
            for (Sign sign : Membership.of(unit)) {
                if (sign.form() == Form.SHARED) {
                    String name = sign.setting().name();
                    bySign.computeIfAbsent(name.toLowerCase(Locale.ROOT) + "=" + sign.setting().value(), k -> new ArrayList<>())
                            .add(new Reason(unit.id(), "the same " + name, sign.setting().at()));
                }
            }
        }
        bySign.values().forEach(same -> same.forEach(reason -> {
            String first = same.get(0).unit();
            if (fits(first, reason.unit())) {
                union(first, reason.unit(), reason);
            }
        }));
    }

    private boolean fits(String one, String other) {
        return !one.equals(other)
                && identities.get(one).keepsState()
                && identities.get(one).sameProduct(identities.get(other))
                && Membership.isControllerOnly(units.get(one)) == Membership.isControllerOnly(units.get(other));
    }

    private void union(String one, String other, Reason reason) {
        String from = find(other);
        String to = find(one);
        if (!from.equals(to)) {
            root.put(from, to);
            reasons.add(reason);
        }
    }

    private String find(String unit) {
        String at = unit;
        while (!root.get(at).equals(at)) {
            at = root.get(at);
        }
        return at;
    }

    private List<Cluster> result(List<Cluster> given) {
        Map<String, List<String>> members = new LinkedHashMap<>();
        units.keySet().forEach(unit -> members.computeIfAbsent(find(unit), k -> new ArrayList<>()).add(unit));
        Set<String> taken = new TreeSet<>(units.keySet());
        List<Cluster> all = new ArrayList<>();
        for (List<String> group : members.values()) {
            Optional<Cluster> stated = given.stream().filter(c -> group.containsAll(c.members())).findFirst();
            String id = stated.map(Cluster::id).orElseGet(() -> group.size() == 1 ? group.get(0) : idOf(group, taken));
            taken.add(id);
            all.add(cluster(id, group));
        }
        return all;
    }

    private Cluster cluster(String id, List<String> group) {
        Optional<Reason> reason = reasons.stream().filter(r -> group.contains(r.unit())).findFirst();
        // All members list the same voters; where they differ, the file is wrong and nothing is said.
        List<Setting> lists = group.stream().filter(voters::containsKey).map(voters::get).toList();
        Set<Integer> counts = lists.stream().map(Membership::voters).collect(Collectors.toSet());
        Optional<Integer> voting = counts.size() == 1 ? Optional.of(counts.iterator().next()) : Optional.empty();
        Optional<Setting> list = lists.stream().findFirst();
        return new Cluster(
                id,
                group,
                voting,
                group.stream().anyMatch(followers::contains),
                reason.map(Reason::how).or(() -> list.map(Setting::name)).orElse(""),
                reason.map(Reason::at).or(() -> list.map(Setting::at)).orElse(units.get(group.get(0)).at()));
    }

    /** What the names of the members have in common, without the number; the first member's name if that is nothing. */
    private static String idOf(List<String> group, Set<String> taken) {
        String prefix = group.get(0);
        for (String member : group) {
            while (!member.startsWith(prefix)) {
                prefix = prefix.substring(0, prefix.length() - 1);
            }
        }
        prefix = prefix.replaceAll("[-_.]*[0-9]*[-_.]*$", "");
        if (prefix.length() < 2) {
            return group.get(0);
        }
        boolean free = !taken.contains(prefix) || group.contains(prefix);
        return free ? prefix : prefix + "-cluster";
    }

    /** Stores of one image whose names differ by a number alone, and nothing that joins them. */
    private void warnOfLikeness(Problems problems) {
        Map<String, List<Unit>> alike = new LinkedHashMap<>();
        for (Unit unit : units.values()) {
            String stem = unit.id().replaceAll("[-_]?[0-9]+$", "");
            if (identities.get(unit.id()).keepsState() && !stem.equals(unit.id())) {
                alike.computeIfAbsent(stem + identities.get(unit.id()).product(), k -> new ArrayList<>()).add(unit);
            }
        }
        for (List<Unit> same : alike.values()) {
            long groups = same.stream().map(unit -> find(unit.id())).distinct().count();
            if (groups > 1) {
                problems.warning(
                        same.get(0).at(),
                        same.stream().map(Unit::id).collect(Collectors.joining(", "))
                                + " look like members of one cluster, but nothing here says so; they are read as separate",
                        "If they are one, state it in architecture.yaml with its replicas and voters.");
            }
        }
    }
}

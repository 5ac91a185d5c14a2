package quorate.importer;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** By which names units reach each other; upper and lower case are one. */
final class Hosts {

    private final Map<String, String> units = new LinkedHashMap<>();

    static Hosts of(Collection<Unit> units) {
        Hosts hosts = new Hosts();
        units.forEach(unit -> hosts.add(unit.id(), unit.id()));
        units.forEach(unit -> unit.hosts().forEach(host -> hosts.add(host, unit.id())));
        return hosts;
    }

    /** The first unit of a name keeps it. */
    void add(String host, String unit) {
        units.putIfAbsent(host.toLowerCase(Locale.ROOT), unit);
    }

    Optional<String> unit(String host) {
        return Optional.ofNullable(units.get(host.toLowerCase(Locale.ROOT)));
    }

    /** Every name with its unit. */
    Map<String, String> all() {
        return Collections.unmodifiableMap(units);
    }
}

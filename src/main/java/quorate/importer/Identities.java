package quorate.importer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import quorate.model.Fact;
import quorate.model.Kind;
import quorate.source.Problems;

/** What each unit is, first by its own traces, then by how its clients address it. */
final class Identities {

    private final Recognition recognition;
    private final Hosts hosts;
    private final Map<String, Identity> found = new LinkedHashMap<>();

    private Identities(Recognition recognition, Hosts hosts) {
        this.recognition = recognition;
        this.hosts = hosts;
    }

    static Map<String, Identity> of(List<Unit> units, Hosts hosts, Recognition recognition, Problems problems) {
        Identities identities = new Identities(recognition, hosts);
        units.forEach(unit -> identities.found.put(unit.id(), recognition.of(unit)));
        units.forEach(identities::readClients);
        units.forEach(unit -> identities.byName(unit, problems));
        identities.controllers(units);
        return identities.found;
    }

    private void readClients(Unit client) {
        for (Setting setting : client.settings()) {
            for (Address address : Address.in(setting.name(), setting.value())) {
                Optional<String> target = hosts.unit(address.host()).filter(id -> !id.equals(client.id()));
                target.filter(id -> found.get(id).kind() == Kind.SERVICE && !found.get(id).isProduct())
                        .flatMap(id -> addressed(id, client, setting, address))
                        .ifPresent(identity -> found.put(target.get(), identity));
            }
        }
    }

    private Optional<Identity> addressed(String target, Unit client, Setting setting, Address address) {
        // A pooler or proxy in front of a database is addressed like the database itself.
        if (target.toLowerCase(Locale.ROOT).matches(".*(proxy|pool|bouncer|router|gateway|lb|balancer|exporter).*")) {
            return Optional.empty();
        }
        String how = client.id() + " addresses it in " + setting.name();
        Optional<Identity> byScheme = recognition.byScheme(address.scheme(), setting.at(), how);
        return byScheme.isPresent() ? byScheme : byVariable(target, setting, address, how);
    }

    /** {@code MONGO_HOST=user-db:27017}: the variable's first word and the port, or the host's own name, say the same. */
    private Optional<Identity> byVariable(String target, Setting setting, Address address, String how) {
        for (String word : setting.lowerName().split("[^a-z0-9]+")) {
            Optional<Trace> trace = Trace.named(word);
            boolean agrees = trace.isPresent()
                    && (address.port() > 0 && address.port() == trace.get().port()
                            || Trace.headOf(target).filter(trace.get()::equals).isPresent());
            if (agrees) {
                return Optional.of(recognition.byTrace(trace.get(), how, setting.at()));
            }
        }
        return Optional.empty();
    }

    private void byName(Unit unit, Problems problems) {
        boolean database = unit.id().toLowerCase(Locale.ROOT).matches("(.*[-_.])?(db|database)[0-9]*");
        if (database && !found.get(unit.id()).isProduct() && found.get(unit.id()).kind() == Kind.SERVICE) {
            found.put(unit.id(), new Identity(
                    Kind.STORE, Fact.unknown(unit.at()), "database", "named " + unit.id(), "", false));
            problems.warning(
                    unit.at(),
                    unit.id() + " is read as a database by its name; which one it is cannot be seen",
                    "State it in architecture.yaml: stores: {" + unit.id() + ": {technology: ...}}.");
        }
    }

    /** Kafka's controllers keep no messages: they are the quorum that its brokers ask. */
    private void controllers(List<Unit> units) {
        for (Unit unit : units) {
            Identity identity = found.get(unit.id());
            if (identity.kind() == Kind.CHANNEL && Membership.isControllerOnly(unit)) {
                found.put(unit.id(), identity.as(Kind.STORE, "coordination"));
            }
        }
    }
}

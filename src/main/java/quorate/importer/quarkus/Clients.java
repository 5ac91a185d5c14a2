package quorate.importer.quarkus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.importer.Address;
import quorate.importer.Written;
import quorate.importer.settings.Calls;
import quorate.importer.settings.Config;
import quorate.importer.settings.Endpoints;
import quorate.importer.settings.Values;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.source.Location;
import quorate.source.Problems;

/** The clients of REST services, by the name of their interface or the one that they have in the configuration. */
final class Clients {

    /** As MicroProfile writes them: {@code org.acme.Orders/mp-rest/url}. */
    private static final Pattern MICROPROFILE = Pattern.compile("(.+)/mp-rest/(ur[li]|connectTimeout|readTimeout)");
    /** That a group of settings is a client is told by these. */
    private static final List<String> ATTRIBUTES = List.of("url", "uri", "connect-timeout", "read-timeout");

    private final Config config;
    private final Calls calls;
    private final Values values;
    private final Problems problems;
    private final Map<String, Config> clients = new LinkedHashMap<>();

    Clients(Config config, Calls calls, Values values, Problems problems) {
        this.config = config;
        this.calls = calls;
        this.values = values;
        this.problems = problems;
    }

    void read() {
        Optional<Config> common = config.at("quarkus", "rest-client");
        common.ifPresent(all -> all.named().forEach(this::collect));
        config.each((name, written) -> {
            Matcher setting = MICROPROFILE.matcher(name);
            if (setting.matches()) {
                client(setting.group(1)).add(setting.group(2), written.text(), written.at());
            }
        });
        Guards guards = new Guards(config, values);
        clients.forEach((name, client) -> client(name, client, common.orElseGet(Config::new), guards));
        guards.untied().ifPresent(untied -> problems.warning(
                untied.at(),
                "of what Fault Tolerance bounds it cannot be seen here which call it is: " + untied.text(),
                "State the bounds of the link in architecture.yaml."));
    }

    private Config client(String name) {
        return clients.computeIfAbsent(name, k -> new Config());
    }

    /** The name of an interface has dots, with or without quotes around it. */
    private void collect(String name, Config group) {
        if (ATTRIBUTES.stream().anyMatch(group::has)) {
            client(name).addAll(group);
        } else {
            group.named().forEach((part, below) -> collect(name + "." + part, below));
        }
    }

    private void client(String name, Config client, Config common, Guards guards) {
        Optional<Location> place = client.place();
        Optional<Facts.Builder> link = link(name, client, place);
        if (link.isEmpty()) {
            place.ifPresent(at -> problems.warning(
                    at,
                    "whom the REST client " + name + " calls cannot be seen here",
                    "Call the client like the component that is called, or state the link in architecture.yaml."));
            return;
        }
        values.span(link.get(), Keys.TIMEOUT_CONNECT, client.value("connect-timeout").or(() -> common.value("connect-timeout")),
                "ms");
        values.span(link.get(), Keys.TIMEOUT_READ, client.value("read-timeout").or(() -> common.value("read-timeout")), "ms");
        values.count(link.get(), Keys.BULKHEAD, client.value("connection-pool-size")
                .or(() -> common.value("connection-pool-size")));
        guards.read(name, link.get());
    }

    /** To what the address names; else, where that is this machine or known to the environment alone, to what is called alike. */
    private Optional<Facts.Builder> link(String name, Config client, Optional<Location> place) {
        Optional<Written> url = client.first(List.of("url", "uri"));
        Optional<Address> address = url.flatMap(Endpoints::address);
        String how = "REST client " + name;
        return address.isPresent()
                ? address.map(a -> calls.web(a, url.orElseThrow().at(), how + " names " + a.shown()))
                : calls.callee(name.substring(name.lastIndexOf('.') + 1)).flatMap(callee ->
                        place.map(at -> calls.to(callee, Kind.SERVICE, at, how)));
    }
}

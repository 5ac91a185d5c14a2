package quorate.importer.asyncapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import quorate.importer.Protocol;
import quorate.source.Location;
import quorate.source.Node;

/** The servers of a document: over which protocol channels are reached, and what that says of the broker. */
final class Servers {

    /** A machine or cluster that the clients of channels turn to, and where it is written. */
    record Host(String name, Location at) {}

    private final Map<String, Protocol> byName = new LinkedHashMap<>();
    private final Map<String, Host> hosts = new LinkedHashMap<>();

    /** @param servers by name */
    Servers(Node.Fields servers, References references) {
        servers.values().forEach((name, node) -> references.follow(node).ifPresent(server -> {
            server.field("protocol").ifPresent(protocol -> protocol.text().ifPresent(
                    word -> byName.put(name, new Protocol(word.toLowerCase(Locale.ROOT), protocol.at()))));
            server.field("host").or(() -> server.field("url")).ifPresent(host -> host.text().ifPresent(
                    address -> hosts.put(name, new Host(plainHost(address), host.at()))));
        }));
    }

    /** {@code kafka} of {@code kafka://user@kafka:9092/path}. */
    private static String plainHost(String address) {
        return address.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "").replaceFirst("[/?#].*$", "").replaceFirst("^.*@", "")
                .replaceFirst(":[^:]*$", "");
    }

    /** Where the channel may lie: on the servers that it names, else on any. */
    List<Host> hosts(Node channel) {
        List<String> named = named(channel);
        return hosts.entrySet().stream()
                .filter(server -> named.isEmpty() || named.contains(server.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static List<String> named(Node channel) {
        List<String> named = new ArrayList<>();
        for (Node server : channel.field("servers").map(Node::items).orElse(List.of())) {
            String reference = References.text(server);
            named.add(reference.isEmpty() ? server.text().orElse("") : reference.substring(reference.lastIndexOf('/') + 1));
        }
        return named;
    }

    /**
     * The one protocol of a channel: of the servers that it names, else of all; else that of its only binding. Nothing when there
     * are several, or none.
     */
    Optional<Protocol> of(Node channel, List<Protocol> bindings) {
        List<String> named = named(channel);
        List<Protocol> possible = byName.entrySet().stream()
                .filter(server -> named.isEmpty() || named.contains(server.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        List<Protocol> from = possible.isEmpty() ? bindings : possible;
        boolean one = from.stream().map(Protocol::plain).distinct().count() == 1;
        return one ? Optional.of(from.get(0)) : Optional.empty();
    }
}

package quorate.importer.eventcatalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What a file describes: by the folder of its collection, or, where it stands in none, by its fields. */
enum Collection {
    /** Agents send, receive, read and write as services do. */
    SERVICE,
    EVENT,
    COMMAND,
    QUERY,
    CHANNEL,
    CONTAINER,
    FLOW,
    /** A team or a user. */
    OWNER,
    /** A domain or a system: a border around others. */
    GROUP,
    DATA_PRODUCT,
    OTHER;

    private static final Map<String, Collection> FOLDERS = Map.ofEntries(
            Map.entry("services", SERVICE), Map.entry("agents", SERVICE), Map.entry("events", EVENT),
            Map.entry("commands", COMMAND), Map.entry("queries", QUERY), Map.entry("channels", CHANNEL),
            Map.entry("containers", CONTAINER), Map.entry("flows", FLOW), Map.entry("domains", GROUP),
            Map.entry("subdomains", GROUP), Map.entry("systems", GROUP), Map.entry("data-products", DATA_PRODUCT),
            Map.entry("entities", OTHER), Map.entry("adrs", OTHER), Map.entry("diagrams", OTHER));
    private static final Set<String> NESTED = Set.of("channels", "containers", "flows", "systems", "diagrams");
    private static final Set<String> OWNERS = Set.of("teams", "users");

    /**
     * @param path of the file
     * @param fields names of its fields
     */
    static Optional<Collection> of(String path, Set<String> fields) {
        List<String> folders = new ArrayList<>(List.of(path.split("/")));
        String name = folders.remove(folders.size() - 1);
        Collections.reverse(folders);
        if (!folders.isEmpty() && OWNERS.contains(folders.get(0))) {
            return Optional.of(OWNER);
        }
        if (!name.matches("(?i)index\\.mdx?")) {
            return Optional.empty(); // a page about something, its changelog or its glossary
        }
        // The folder of the file is called like what it describes; the collection stands around it, in some with others between.
        Optional<Collection> around = folders.stream().skip(1).limit(1).map(FOLDERS::get).filter(Objects::nonNull).findFirst();
        return around.or(() -> folders.stream().skip(2).filter(NESTED::contains).map(FOLDERS::get).findFirst())
                .or(() -> byFields(fields));
    }

    private static Optional<Collection> byFields(Set<String> fields) {
        if (fields.contains("container_type")) {
            return Optional.of(CONTAINER);
        }
        if (fields.contains("steps")) {
            return Optional.of(FLOW);
        }
        if (any(fields, "services", "containers", "systems", "relationships")) {
            return Optional.of(GROUP);
        }
        if (any(fields, "sends", "receives", "writesTo", "readsFrom")) {
            return Optional.of(SERVICE);
        }
        return any(fields, "protocols", "deliveryGuarantee", "routes") ? Optional.of(CHANNEL) : Optional.empty();
    }

    private static boolean any(Set<String> fields, String... names) {
        return List.of(names).stream().anyMatch(fields::contains);
    }

    boolean isMessage() {
        return this == EVENT || this == COMMAND || this == QUERY;
    }
}

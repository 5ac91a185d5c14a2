package quorate.importer.eventcatalog;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorate.importer.Written;
import quorate.source.Problems;

/** All that the catalog describes, by collection and id. */
final class Shelf {

    private final Map<Collection, Map<String, Resource>> all = new EnumMap<>(Collection.class);
    /** What pages say of messages that no file describes. */
    private final Map<String, Collection> mentioned = new LinkedHashMap<>();

    Shelf(List<Resource> resources, Problems problems) {
        for (Collection collection : Collection.values()) {
            all.put(collection, new LinkedHashMap<>());
        }
        for (Resource resource : resources) {
            Resource before = all.get(resource.collection()).putIfAbsent(resource.id(), resource);
            if (before != null) {
                problems.warning(resource.at(), "'" + resource.id() + "' is described already at " + before.at().brief()
                        + "; this one is not read", "Give each an id of its own, and keep older versions below 'versioned'.");
            }
            resource.mentions().forEach(mention -> type(mention.type()).ifPresent(t -> mentioned.putIfAbsent(mention.id(), t)));
        }
    }

    private static Optional<Collection> type(String word) {
        return switch (word) {
            case "event" -> Optional.of(Collection.EVENT);
            case "command" -> Optional.of(Collection.COMMAND);
            case "query" -> Optional.of(Collection.QUERY);
            default -> Optional.empty();
        };
    }

    List<Resource> of(Collection collection) {
        return List.copyOf(all.get(collection).values());
    }

    Optional<Resource> find(Collection collection, String id) {
        return Optional.ofNullable(all.get(collection).get(id));
    }

    /** The event, command or query of that id. */
    Optional<Resource> message(String id) {
        return find(Collection.EVENT, id).or(() -> find(Collection.COMMAND, id)).or(() -> find(Collection.QUERY, id));
    }

    /** What kind of message it is: by its file, else by how pages refer to it. */
    Optional<Collection> kind(String message) {
        return message(message).map(Resource::collection).or(() -> Optional.ofNullable(mentioned.get(message)));
    }

    /** The name that a team or user goes by, where a file describes it. */
    String owner(String id) {
        return find(Collection.OWNER, id).flatMap(owner -> owner.text("name")).map(Written::text).map(String::strip).orElse(id);
    }
}

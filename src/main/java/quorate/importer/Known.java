package quorate.importer;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import quorate.model.Entity;
import quorate.model.Kind;

/**
 * The components that architecture.yaml and the formats before this one name, by every name by which they are reached. A file
 * that only speaks of components, such as the configuration of one, finds in it those that it means.
 */
public final class Known {

    /** No component is known. */
    public static final Known NOTHING = new Known(Map.of());

    private final Map<String, Entity> byName;
    private final Map<String, Entity> byLetters = new HashMap<>();
    private final List<Entity> all;

    private Known(Map<String, Entity> byName) {
        this.byName = byName;
        byName.forEach((name, entity) -> byLetters.putIfAbsent(letters(name), entity));
        this.all = List.copyOf(new LinkedHashSet<>(byName.values()));
    }

    /**
     * The same with more components. A name that is taken stays where it is.
     *
     * @param hosts other names of them, with the id that each belongs to
     */
    public Known plus(Collection<Entity> entities, Map<String, String> hosts) {
        Map<String, Entity> names = new LinkedHashMap<>(byName);
        entities.stream()
                .filter(entity -> entity.kind().isComponent())
                .forEach(entity -> names.putIfAbsent(spelling(entity.id()), entity));
        hosts.forEach((host, id) -> {
            Entity entity = names.get(spelling(id));
            if (entity != null) {
                names.putIfAbsent(spelling(host), entity);
            }
        });
        return new Known(names);
    }

    /** The id of the component that is reached by that name. */
    public Optional<String> component(String name) {
        return Optional.ofNullable(byName.get(spelling(name))).map(Entity::id);
    }

    /** Every component once. */
    public List<Entity> all() {
        return all;
    }

    /** What kind of component it is. */
    public Optional<Kind> kind(String name) {
        return Optional.ofNullable(byName.get(spelling(name))).map(Entity::kind);
    }

    /** The component whose name has the same letters and digits: {@code paymentService} is {@code payment-service}. */
    public Optional<String> alike(String name) {
        return component(name).or(() -> Optional.ofNullable(byLetters.get(letters(name))).map(Entity::id));
    }

    /** Of a name what two ways to write it have in common. */
    public static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String spelling(String name) {
        return Ids.plain(name);
    }
}

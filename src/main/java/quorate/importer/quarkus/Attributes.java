package quorate.importer.quarkus;

import java.util.List;
import java.util.Optional;
import quorate.importer.Written;
import quorate.importer.settings.Config;

/**
 * The attributes of one channel.
 *
 * @param own what is set for it
 * @param shared what is set for all channels of its connector, and counts where it sets nothing itself
 */
record Attributes(Config own, Config shared) {

    Optional<Written> value(String... path) {
        return own.value(path).or(() -> shared.value(path));
    }

    /** The items of a list, or of a text with commas. */
    List<Written> list(String... path) {
        return own.has(path) ? own.list(path) : shared.list(path);
    }

    boolean has(String... path) {
        return own.has(path) || shared.has(path);
    }

    /** The first of several attributes that has a value, or a list of them. */
    Optional<Written> first(List<String> names) {
        return names.stream().flatMap(name -> list(name.split("\\.")).stream()).findFirst();
    }
}

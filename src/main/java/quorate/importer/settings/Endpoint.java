package quorate.importer.settings;

import java.util.Optional;
import quorate.model.Kind;
import quorate.model.Words;

/**
 * What a group of settings connects an application with.
 *
 * @param technology as the catalog names it; empty where the address tells
 * @param type of a store; nothing for others
 */
public record Endpoint(Kind kind, String technology, Optional<Words.StoreType> type) {

    public static Endpoint store(String technology, Words.StoreType type) {
        return new Endpoint(Kind.STORE, technology, Optional.of(type));
    }

    public static Endpoint channel(String technology) {
        return new Endpoint(Kind.CHANNEL, technology, Optional.empty());
    }
}

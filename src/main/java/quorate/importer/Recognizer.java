package quorate.importer;

import java.util.Optional;
import quorate.model.Kind;

/** Recognises technologies by the traces that deployment files hold. */
public interface Recognizer {

    /**
     * A recognised technology.
     *
     * @param technology its id in the catalog
     * @param kind what a component that runs it is
     * @param type the word for its type key (a service's or a store's), or empty
     */
    record Recognized(String technology, Kind kind, String type) {}

    /** By container image, with or without registry, tag and digest. */
    Optional<Recognized> image(String image);

    /** By the scheme of an address: {@code postgres}, {@code amqp}. */
    Optional<Recognized> scheme(String scheme);
}

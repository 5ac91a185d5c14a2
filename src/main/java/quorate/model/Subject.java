package quorate.model;

import quorate.source.Location;

/** Anything that facts, findings and pages speak about. */
public sealed interface Subject permits Entity, Link {

    Kind kind();

    /** Unique among the subjects of its kind; a component's is unique among all components. */
    String id();

    /** The name that a reader sees. */
    String title();

    Facts facts();

    Location at();

    default <T> Fact<T> get(Key<T> key) {
        return facts().get(key);
    }
}

package quorate.importer;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import quorate.source.Location;

/** An element of a C4 model while it is read: what a workspace says of it in several places comes together here. */
final class C4Element {

    /** What it is in C4. */
    enum Level {
        PERSON,
        SYSTEM,
        CONTAINER,
        COMPONENT,
        OTHER
    }

    final Level level;
    final String name;
    final Location at;
    final Optional<C4Element> parent;
    final Set<String> tags = new LinkedHashSet<>();
    Optional<Written> technology = Optional.empty();
    Optional<Written> description = Optional.empty();

    C4Element(Level level, String name, Location at, Optional<C4Element> parent) {
        this.level = level;
        this.name = name;
        this.at = at;
        this.parent = parent;
    }

    /** What tells it from elements of the same name elsewhere. */
    String path() {
        return parent.map(p -> p.path() + "/").orElse("") + level + " " + name;
    }

    /** Itself, or the container of a component. */
    C4Element whole() {
        return level == Level.COMPONENT && parent.isPresent() ? parent.get().whole() : this;
    }
}

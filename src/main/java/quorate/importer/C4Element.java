package quorate.importer;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import quorate.source.Location;

/** An element of a C4 model while it is read: what is said of it in several places comes together here. */
public final class C4Element {

    /** What it is in C4. */
    public enum Level {
        PERSON,
        SYSTEM,
        CONTAINER,
        COMPONENT,
        OTHER
    }

    public final Level level;
    public final String name;
    public final Location at;
    public final Optional<C4Element> parent;
    public final Set<String> tags = new LinkedHashSet<>();
    Optional<Written> technology = Optional.empty();
    Optional<Written> description = Optional.empty();
    /** The id that its format gives it; otherwise one is made of its name. */
    public final Optional<String> id;
    /** Whether the format says that others run it, or that they do not; empty where it leaves that to be guessed. */
    Optional<Boolean> external = Optional.empty();
    /** Whether it is drawn around others only. */
    boolean border;

    C4Element(Level level, String name, Location at, Optional<C4Element> parent) {
        this(level, name, at, parent, Optional.empty());
    }

    C4Element(Level level, String name, Location at, Optional<C4Element> parent, Optional<String> id) {
        this.id = id;
        this.level = level;
        this.name = name;
        this.at = at;
        this.parent = parent;
    }

    /** Technology and description, where none is known yet. */
    public void describe(Optional<Written> moreTechnology, Optional<Written> moreDescription) {
        technology = technology.or(() -> moreTechnology);
        description = description.or(() -> moreDescription);
    }

    /** The format says who runs it; that others do counts, wherever it is said. */
    public void runByOthers(boolean others) {
        external = Optional.of(external.orElse(false) || others);
    }

    /** Whether it only surrounds others, and is no component. */
    public void surrounds(boolean others) {
        border = others;
    }

    /** What tells it from elements of the same name elsewhere. */
    public String path() {
        return id.orElseGet(() -> parent.map(p -> p.path() + "/").orElse("") + level + " " + name);
    }

    /** Itself, or the container of a component. */
    public C4Element whole() {
        return level == Level.COMPONENT && parent.isPresent() ? parent.get().whole() : this;
    }
}

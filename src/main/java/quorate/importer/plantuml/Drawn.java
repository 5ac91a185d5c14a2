package quorate.importer.plantuml;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import quorate.importer.C4Element.Level;
import quorate.importer.Written;
import quorate.source.Location;

/** An element as one diagram draws it. */
final class Drawn {

    final Level level;
    final String alias;
    final String name;
    final Location at;
    /** The boundary around it. */
    final Optional<Drawn> parent;
    /** The deployment node around it. */
    final Optional<Node> node;
    final Set<String> tags = new LinkedHashSet<>();
    Optional<Written> technology = Optional.empty();
    Optional<Written> description = Optional.empty();
    boolean external;
    /** Whether it was drawn as a boundary. */
    boolean boundary;
    /** Whether containers stand in it. */
    boolean around;

    Drawn(Level level, String alias, String name, Location at, Optional<Drawn> parent, Optional<Node> node) {
        this.level = level;
        this.alias = alias;
        this.name = name;
        this.at = at;
        this.parent = parent;
        this.node = node;
    }

    /**
     * A node of a deployment.
     *
     * @param path identifies it among the nodes of its diagram, below those around it
     * @param factor how many there are of it, times those around it, where the drawing says so
     * @param several whether it says that there are several, be their number known or not
     * @param place the innermost fault domain
     */
    record Node(String path, Optional<Integer> factor, boolean several, Optional<String> place) {}

    /** A relation between two aliases. */
    record Arrow(Written from, Written to, String label, String technology, boolean async, Location at) {}
}

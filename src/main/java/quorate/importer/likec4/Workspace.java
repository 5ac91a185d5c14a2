package quorate.importer.likec4;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorate.importer.Written;
import quorate.source.Location;

/** What all files together say, before references are resolved. Full names have the names around them before, with dots. */
final class Workspace {

    /** An element of the model, or a node of the deployment. */
    record Element(String fullName, Described what) {
        String parent() {
            int dot = fullName.lastIndexOf('.');
            return dot < 0 ? "" : fullName.substring(0, dot);
        }

        String name() {
            return fullName.substring(fullName.lastIndexOf('.') + 1);
        }

        /** How many names stand around it. */
        int depth() {
            return (int) fullName.chars().filter(c -> c == '.').count();
        }
    }

    /** An instance of the deployment, and what the model calls it. */
    record Instance(String fullName, Written of, Described what) {}

    /**
     * A relationship as it is written.
     *
     * @param scope full name of what it stands in, or empty
     * @param from empty where it starts at its scope
     */
    record Relation(String scope, Optional<Written> from, Written to, Described what) {}

    /** An {@code extend}: the name that it gives must be one that some file defines. */
    record Extension(String fullName, Location at) {}

    final Map<String, Described> elementKinds = new HashMap<>();
    final Map<String, Described> relationKinds = new HashMap<>();
    final Map<String, Described> nodeKinds = new HashMap<>();
    final Map<String, Element> elements = new LinkedHashMap<>();
    final Map<String, Element> nodes = new LinkedHashMap<>();
    final Map<String, Instance> instances = new LinkedHashMap<>();
    final List<Relation> relations = new ArrayList<>();
    final List<Relation> deployed = new ArrayList<>();
    final List<Extension> extensions = new ArrayList<>();
    final List<Extension> nodeExtensions = new ArrayList<>();
}

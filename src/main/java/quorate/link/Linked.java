package quorate.link;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import quorate.catalog.Catalog;
import quorate.catalog.Technology;
import quorate.model.Architecture;
import quorate.model.Subject;

/**
 * An architecture joined with the catalog. Its subjects carry the catalog's defaults as facts of provenance
 * {@code default} where nothing is stated.
 *
 * @param technologies the technology of each component that has a known one, by component id
 */
public record Linked(Architecture architecture, Catalog catalog, Map<String, Technology> technologies) {

    public Linked {
        technologies = Collections.unmodifiableMap(new TreeMap<>(technologies));
    }

    public Optional<Technology> technology(Subject component) {
        return Optional.ofNullable(technologies.get(component.id()));
    }
}

package quorate.model;

import java.util.Locale;

/** How a fact came to be known. */
public enum Provenance {
    /** Written in architecture.yaml. */
    DECLARED,
    /** Written in another file that architecture.yaml imports, or that was found in the folder. */
    IMPORTED,
    /** Seen through a trace: a dependency, an annotation, an image, a configuration key. */
    DETECTED,
    /** The catalog's default for a known technology. */
    DEFAULT,
    /** Not stated anywhere. */
    UNKNOWN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

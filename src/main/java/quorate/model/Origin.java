package quorate.model;

import quorate.source.Location;

/**
 * Where a fact comes from.
 *
 * @param at for an unknown fact the place of the subject that could state it; for a default the catalog entry
 * @param how what was seen there when the fact was not written as such; empty when it was
 */
public record Origin(Provenance provenance, Location at, String how) {

    public static Origin declared(Location at) {
        return new Origin(Provenance.DECLARED, at, "");
    }

    public static Origin imported(Location at, String how) {
        return new Origin(Provenance.IMPORTED, at, how);
    }

    public static Origin detected(Location at, String how) {
        return new Origin(Provenance.DETECTED, at, how);
    }

    public static Origin byDefault(Location at, String how) {
        return new Origin(Provenance.DEFAULT, at, how);
    }

    public static Origin unknown(Location at) {
        return new Origin(Provenance.UNKNOWN, at, "");
    }

    /** {@code declared architecture.yaml:12}, with what was seen in brackets. */
    @Override
    public String toString() {
        return provenance.word() + " " + at.brief() + (how.isEmpty() ? "" : " (" + how + ")");
    }
}

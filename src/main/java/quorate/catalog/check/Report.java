package quorate.catalog.check;

import quorate.catalog.Entry;
import quorate.catalog.Places;
import quorate.source.Location;
import quorate.source.Problems;

/** Takes what the checks find, and gives it the place at which it is to be mended. */
record Report(Places places, Problems problems) {

    /**
     * An error in a field of an entry.
     *
     * @param path names of fields and numbers of items, from 0; none for the entry as a whole
     */
    void error(Entry entry, String message, String hint, Object... path) {
        problems.error(places.of(entry, path), message, hint);
    }

    void warning(Entry entry, String message, String hint, Object... path) {
        problems.warning(places.of(entry, path), message, hint);
    }

    void error(Location at, String message, String hint) {
        problems.error(at, message, hint);
    }
}

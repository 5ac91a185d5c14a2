package quorate.review;

import java.util.Set;

/** The names that decision tables and forces of the catalog may use. */
public final class TraitNames {

    private TraitNames() {}

    public static Set<String> all() {
        return Traits.NAMES;
    }
}

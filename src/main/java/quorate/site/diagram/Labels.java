package quorate.site.diagram;

import java.util.List;

/** Breaks names into the lines of a node. */
public final class Labels {

    private Labels() {}

    /** At most three lines of about twenty letters. */
    public static List<String> wrap(String name) {
        return Letters.wrap(name, 20);
    }
}

package quorate.importer;

import java.util.Locale;

/** Names as ids: a name may hold anything, an id may not. */
public final class Ids {

    private Ids() {}

    /** The words of a title in lower case, with hyphens between them. */
    public static String ofTitle(String title) {
        String id = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return id.isEmpty() ? "unnamed" : id;
    }

    /** The name itself, with hyphens for what an id may not hold. */
    public static String ofName(String name) {
        String id = name.strip().replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+|-+$", "");
        return id.isEmpty() ? "unnamed" : id;
    }

    /** What two spellings of one component have in common. */
    public static String plain(String id) {
        return id.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

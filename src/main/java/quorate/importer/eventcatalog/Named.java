package quorate.importer.eventcatalog;

import java.util.List;

/** Names in a sentence: the first few, and how many more there are. */
final class Named {

    private static final int MOST = 6;

    private Named() {}

    static String of(List<String> names) {
        String more = names.size() > MOST ? " and " + (names.size() - MOST) + " more" : "";
        return String.join(", ", names.subList(0, Math.min(MOST, names.size()))) + more;
    }
}

package quorate.site;

import java.util.Locale;

/** Names as parts of addresses and anchors: lower-case letters, digits and hyphens. */
final class Slug {

    private Slug() {}

    static String of(String name) {
        String slug = name.replace("->", " to ")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "x" + Integer.toHexString(name.hashCode()) : slug;
    }
}

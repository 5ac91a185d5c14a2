package quorate.site;

import java.util.Locale;

/** Names as parts of addresses and anchors: lower-case letters, digits and hyphens. */
final class Slug {

    private Slug() {}

    static String of(String name) {
        String lower = name.replace("->", " to ").toLowerCase(Locale.ROOT);
        StringBuilder slug = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                slug.append(c);
            } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        if (slug.length() > 0 && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
        return slug.length() == 0 ? "x" + Integer.toHexString(name.hashCode()) : slug.toString();
    }
}

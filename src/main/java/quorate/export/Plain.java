package quorate.export;

import java.util.regex.Pattern;

/** Text from sources, made harmless for a place that shows it as it is. */
final class Plain {

    /** Links of the catalog's prose that only the site can resolve: {@code [Raft](pattern:raft)}. */
    private static final Pattern OWN_LINK =
            Pattern.compile("\\[([^\\]\\n]*)\\]\\((?:pattern|technology|rule|concern|incident|term):[^)\\n]*\\)");

    private Plain() {}

    /**
     * The text on one line: white space and line breaks as single spaces; control characters, among them the start of a
     * terminal's escape sequences, and characters that turn the reading direction as U+FFFD.
     */
    static String line(String text) {
        StringBuilder line = new StringBuilder();
        text.strip().codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || c == 0x85) {
                if (line.length() == 0 || line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else {
                line.appendCodePoint(isHidden(c) ? 0xFFFD : c);
            }
        });
        return line.toString();
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> c != 0x200D; // joins emoji
            default -> false;
        };
    }

    /** The text without what XML 1.0 cannot hold (production 2, Char), lines ended as a reader would (section 2.11). */
    static String xml(String text) {
        StringBuilder xml = new StringBuilder();
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            boolean white = c == '\t' || c == '\n';
            boolean allowed = white || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c > 0xFFFF;
            xml.appendCodePoint(allowed ? c : 0xFFFD);
        });
        return xml.toString();
    }

    /** Prose of the catalog whose links lead nowhere outside the site, with their words only. */
    static String prose(String markdown) {
        return OWN_LINK.matcher(markdown).replaceAll("$1");
    }

    /** At most so many characters, the last an ellipsis if something was cut. */
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "\u2026";
    }
}

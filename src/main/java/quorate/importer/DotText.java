package quorate.importer;

/**
 * Prepares DOT for a parser that knows only the escape {@code \"} in a quoted text: line breaks and their escapes become spaces,
 * which in a name is what they mean. Also says how deep the text is nested, before a parser recurses on it.
 */
final class DotText {

    private final StringBuilder plain = new StringBuilder();
    private int deepest;

    private DotText() {}

    static DotText of(String text) {
        DotText result = new DotText();
        result.scan(text);
        return result;
    }

    String plain() {
        return plain.toString();
    }

    int depth() {
        return deepest;
    }

    private void scan(String text) {
        boolean quoted = false;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\' && i + 1 < text.length()) {
                i++;
                escape(text.charAt(i));
                continue;
            }
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                depth = Math.max(0, depth + (c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0));
                deepest = Math.max(deepest, depth);
            }
            plain.append(quoted && (c == '\n' || c == '\r') ? ' ' : c);
        }
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> plain.append("\\\"");
            case 'n', 'l', 'r', '\n', '\r' -> plain.append(' ');
            default -> plain.append(c);
        }
    }
}

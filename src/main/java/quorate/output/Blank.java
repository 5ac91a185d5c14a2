package quorate.output;

/** Removes the white space that directives of templates leave behind. */
final class Blank {

    private Blank() {}

    /** Drops empty lines and what a line begins with, except inside {@code pre}, where both mean something. */
    static String lines(String html) {
        StringBuilder out = new StringBuilder(html.length());
        boolean inside = false;
        int from = 0;
        while (from <= html.length()) {
            int end = html.indexOf('\n', from);
            int to = end < 0 ? html.length() : end;
            String line = html.substring(from, to > from && html.charAt(to - 1) == '\r' ? to - 1 : to);
            String kept = inside ? line : line.strip();
            if (inside || !kept.isEmpty()) {
                out.append(kept).append('\n');
            }
            int opened = line.lastIndexOf("<pre");
            int closed = line.lastIndexOf("</pre>");
            inside = opened > closed || (inside && closed < 0);
            from = to + 1;
        }
        return out.toString();
    }
}

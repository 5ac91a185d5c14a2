package quorate.output;

import java.util.Arrays;

/** Removes the white space that directives of templates leave behind. */
final class Blank {

    private static final char[] OPENED = "<pre".toCharArray();
    private static final char[] CLOSED = "</pre>".toCharArray();

    private Blank() {}

    /**
     * Drops empty lines and what a line begins and ends with, except inside {@code pre}, where both mean something. Works within
     * the array, since every page passes through here.
     */
    static String lines(char[] html) {
        int to = 0;
        boolean inside = false;
        for (int from = 0; from < html.length; ) {
            int end = from;
            boolean raw = inside;
            for (; end < html.length && html[end] != '\n'; end++) {
                if (html[end] == '<') {
                    inside = inside ? !begins(CLOSED, html, end) : begins(OPENED, html, end);
                }
            }
            int last = end > from && html[end - 1] == '\r' ? end - 1 : end;
            int first = from;
            if (!raw) {
                while (first < last && Character.isWhitespace(html[first])) {
                    first++;
                }
                while (last > first && Character.isWhitespace(html[last - 1])) {
                    last--;
                }
            }
            if (raw || last > first) {
                System.arraycopy(html, first, html, to, last - first);
                to += last - first;
                if (to == html.length) {
                    return new String(html) + "\n";
                }
                html[to++] = '\n';
            }
            from = end + 1;
        }
        return new String(html, 0, to);
    }

    private static boolean begins(char[] word, char[] html, int at) {
        return at + word.length <= html.length && Arrays.equals(html, at, at + word.length, word, 0, word.length);
    }
}

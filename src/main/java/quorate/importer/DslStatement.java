package quorate.importer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import quorate.source.Limits;
import quorate.source.Location;
import quorate.source.Problems;
import quorate.source.SourceFile;

/**
 * A line of the Structurizr DSL with what stands in the braces behind it. Words are separated by blanks; one in quotes may hold
 * blanks and be empty.
 *
 * @param quoted which of the words were written in quotes
 */
record DslStatement(List<Written> words, List<Boolean> quoted, List<DslStatement> body) {

    /** The statements of a file; what cannot be a statement is told and left out. */
    static List<DslStatement> of(SourceFile file, Limits limits, Problems problems) {
        return new Reader(file, limits, problems).read();
    }

    Location at() {
        return words.get(0).at();
    }

    /** The word at a position, empty when there is none. */
    String word(int i) {
        return i < words.size() ? words.get(i).text() : "";
    }

    /** The first word in lower case, as keywords are compared. */
    String keyword() {
        return word(0).toLowerCase(Locale.ROOT);
    }

    /** This statement without its first words. */
    DslStatement from(int first) {
        return new DslStatement(words.subList(first, words.size()), quoted.subList(first, quoted.size()), body);
    }

    /** Reads characters into words, lines into statements, and braces into a tree. */
    private static final class Reader {
        private final SourceFile file;
        private final Limits limits;
        private final Problems problems;
        private final String text;
        private final Deque<List<DslStatement>> open = new ArrayDeque<>();
        private List<Written> words = new ArrayList<>();
        private List<Boolean> quoted = new ArrayList<>();
        private int at;
        private int line = 1;
        private int lineStart;

        Reader(SourceFile file, Limits limits, Problems problems) {
            this.file = file;
            this.limits = limits;
            this.problems = problems;
            this.text = file.text();
        }

        List<DslStatement> read() {
            List<DslStatement> top = new ArrayList<>();
            open.push(top);
            while (at < text.length()) {
                step();
            }
            end();
            if (open.size() > 1) {
                problems.warning(file.whole(), (open.size() - 1) + " opening braces are never closed", "Close them.");
            }
            return top;
        }

        private void step() {
            char c = text.charAt(at);
            if (c == '\n') {
                end();
                newline();
            } else if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '\\' && endsLine(at + 1)) {
                while (text.charAt(at) != '\n') {
                    at++;
                }
                newline();
            } else if (text.startsWith("/*", at)) {
                comment();
            } else if (words.isEmpty() && (c == '#' || text.startsWith("//", at))) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == '"') {
                quote();
            } else if (c == '{' && alone()) {
                opening();
            } else if (c == '}' && words.isEmpty()) {
                closing();
            } else {
                word();
            }
        }

        private boolean endsLine(int from) {
            int next = from;
            while (next < text.length() && " \t\r".indexOf(text.charAt(next)) >= 0) {
                next++;
            }
            return next < text.length() && text.charAt(next) == '\n';
        }

        private void newline() {
            at++;
            line++;
            lineStart = at;
        }

        private void comment() {
            int end = text.indexOf("*/", at + 2);
            int stop = end < 0 ? text.length() : end + 2;
            while (at < stop) {
                skip();
            }
        }

        private void skip() {
            if (text.charAt(at) == '\n') {
                newline();
            } else {
                at++;
            }
        }

        private void quote() {
            Location place = here();
            boolean block = text.startsWith("\"\"\"", at);
            at += block ? 3 : 1;
            StringBuilder inside = new StringBuilder();
            while (at < text.length() && !(block ? text.startsWith("\"\"\"", at) : "\"\n".indexOf(text.charAt(at)) >= 0)) {
                if (!block && text.startsWith("\\\"", at)) {
                    at++;
                }
                inside.append(text.charAt(at));
                skip();
            }
            if (at < text.length() && text.charAt(at) == '"') {
                at += block ? 3 : 1;
            } else {
                problems.warning(place, "a quote that is not closed" + (block ? "" : " on its line"), "Close it.");
            }
            words.add(new Written(inside.toString(), place));
            quoted.add(true);
        }

        private void word() {
            Location place = here();
            int start = at;
            while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != '"') {
                at++;
            }
            words.add(new Written(text.substring(start, at), place));
            quoted.add(false);
        }

        /** Braces count at the end of a line only; elsewhere they are part of a word. */
        private boolean alone() {
            int next = at + 1;
            while (next < text.length() && text.charAt(next) != '\n' && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            return next >= text.length() || text.charAt(next) == '\n' || text.startsWith("//", next) || text.charAt(next) == '#';
        }

        private void opening() {
            Location place = here();
            at = Math.max(at + 1, text.indexOf('\n', at));
            List<DslStatement> body = new ArrayList<>();
            if (words.isEmpty() || open.size() > limits.depth()) {
                problems.warning(place, words.isEmpty() ? "a brace that belongs to nothing" : "nested too deeply to be read",
                        "Write the brace at the end of the line that it belongs to, and nest less.");
            } else {
                open.peek().add(new DslStatement(List.copyOf(words), List.copyOf(quoted), body));
            }
            open.push(body);
            clear();
        }

        private void closing() {
            if (open.size() > 1) {
                open.pop();
            } else {
                problems.warning(here(), "a closing brace without an opening one", "Remove it.");
            }
            at++;
        }

        private void end() {
            if (!words.isEmpty()) {
                open.peek().add(new DslStatement(List.copyOf(words), List.copyOf(quoted), new ArrayList<>()));
            }
            clear();
        }

        private void clear() {
            words = new ArrayList<>();
            quoted = new ArrayList<>();
        }

        private Location here() {
            return new Location(file.path(), line, at - lineStart + 1);
        }
    }
}

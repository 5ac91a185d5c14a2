package quorate.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import quorate.site.page.Frame;
import quorate.site.page.Shell;
import quorate.site.page.TermForm;

/**
 * Links terms of the glossary where prose uses them: the first use under each heading that has an address, in paragraphs, lists and
 * definitions, never inside links, headings, code, tables or pictures. One pass over the markup, which is our own and so
 * well formed; the forms of the terms are found by their first word. Safe for several threads.
 */
final class TermLinks {

    /** Pages that are lists of names, or that somebody reads while something is down. */
    private static final Set<String> LEFT_ALONE =
            Set.of("glossary", "search", "index", "missing", "home", "runbook", "failure-list", "triage", "vocabulary", "list");

    private static final Set<String> PROSE = Set.of("p", "li", "dd");
    private static final Set<String> CLOSED = Set.of(
            "a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "kbd", "svg", "table", "script", "button", "summary", "nav",
            "label", "form", "span");

    /** Paragraphs of other names and of origins. */
    private static final List<String> SMALL_PRINT = List.of("<p class=\"muted\">", "<p class=\"origin\">");

    /** A form as it is searched for. */
    private record Form(String text, boolean exact, TermForm term) {

        boolean at(String html, int from) {
            int end = from + text.length();
            return html.regionMatches(!exact, from, text, 0, text.length())
                    && (end >= html.length() || !inWord(html.charAt(end)));
        }
    }

    private final Map<String, List<Form>> byFirstWord = new HashMap<>();

    /** Beginnings of first words, two letters each: most words of a page are told apart by these, without making a string. */
    private final Set<Integer> beginnings = new HashSet<>();

    TermLinks(List<TermForm> terms) {
        for (TermForm term : terms) {
            // FreeMarker writes an apostrophe as an entity, Markdown does not.
            for (String text : new HashSet<>(List.of(term.text(), term.text().replace("'", "&#39;")))) {
                boolean acronym = text.equals(text.toUpperCase(Locale.ROOT));
                byFirstWord.computeIfAbsent(word(text, 0).toLowerCase(Locale.ROOT), w -> new ArrayList<>())
                        .add(new Form(text, acronym, term));
            }
        }
        byFirstWord.keySet().forEach(word -> beginnings.add(beginning(word, 0)));
        byFirstWord.values().forEach(forms -> forms.sort(Comparator.comparing((Form f) -> -f.text().length())
                .thenComparing(Form::text)
                .thenComparing(f -> f.term().id())));
    }

    /** The page with its links; the script that shows previews is named only where there is a link. */
    String link(String html, Frame frame, Shell shell) {
        int main = html.indexOf("<main");
        int end = html.lastIndexOf("</main>");
        if (byFirstWord.isEmpty() || main < 0 || end < main || LEFT_ALONE.contains(frame.type())) {
            return html;
        }
        Run run = new Run(html, frame, main, end);
        String linked = run.linked();
        if (run.links == 0 || shell.previewScript().isEmpty()) {
            return linked;
        }
        int head = linked.indexOf("</head>");
        return linked.substring(0, head) + "<script defer src=\"" + frame.root() + shell.previewScript() + "\" data-terms=\""
                + frame.root()
                + shell.termsScript() + "\"></script>\n" + linked.substring(head);
    }

    private static boolean inWord(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }

    /** The first two letters of a word, in lower case; of a word of one letter that one. */
    private static int beginning(String text, int from) {
        char second = from + 1 < text.length() && Character.isLetterOrDigit(text.charAt(from + 1)) ? text.charAt(from + 1) : 0;
        return Character.toLowerCase(text.charAt(from)) << 16 | Character.toLowerCase(second);
    }

    private static String word(String text, int from) {
        int to = from;
        while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }

    /** One page. */
    private final class Run {

        private final String html;
        private final Frame frame;
        private final int end;
        private final StringBuilder out;
        private final Set<String> seen = new HashSet<>();
        private int at;
        private int prose;
        private int closed;
        private int links;

        Run(String html, Frame frame, int main, int end) {
            this.html = html;
            this.frame = frame;
            this.at = main;
            this.end = end;
            this.out = new StringBuilder(html.length() + 2048).append(html, 0, main);
        }

        String linked() {
            while (at < end) {
                int tag = html.indexOf('<', at);
                int stop = tag < 0 || tag > end ? end : tag;
                if (prose > 0 && closed == 0) {
                    text(stop);
                } else {
                    out.append(html, at, stop);
                }
                at = stop;
                if (at < end) {
                    tag();
                }
            }
            return out.append(html, end, html.length()).toString();
        }

        private void tag() {
            int close = html.indexOf('>', at);
            if (html.startsWith(SMALL_PRINT.get(0), at) || html.startsWith(SMALL_PRINT.get(1), at)) {
                close = Math.min(end, html.indexOf("</p>", at) + "</p>".length()) - 1;
                out.append(html, at, close + 1);
                at = close + 1;
                return;
            }
            boolean opens = html.charAt(at + 1) != '/';
            String name = word(html, opens ? at + 1 : at + 2);
            int change = opens ? 1 : -1;
            if (CLOSED.contains(name)) {
                closed = Math.max(0, closed + change);
            } else if (PROSE.contains(name)) {
                prose = Math.max(0, prose + change);
            }
            if (html.startsWith("<h2 id=", at)) {
                seen.clear();
            }
            out.append(html, at, close + 1);
            at = close + 1;
        }

        private void text(int stop) {
            int from = at;
            boolean before = from > 0 && inWord(html.charAt(from - 1));
            for (int i = from; i < stop; i++) {
                char c = html.charAt(i);
                if (!before && Character.isLetterOrDigit(c)) {
                    Form form = form(i);
                    if (form != null && seen.add(form.term().id())) {
                        int to = i + form.text().length();
                        out.append(html, from, i);
                        link(form.term(), html.substring(i, to));
                        from = to;
                        i = to - 1;
                    }
                }
                before = inWord(html.charAt(i));
            }
            out.append(html, from, stop);
        }

        private Form form(int i) {
            if (!beginnings.contains(beginning(html, i))) {
                return null;
            }
            List<Form> forms = byFirstWord.getOrDefault(word(html, i).toLowerCase(Locale.ROOT), List.of());
            for (Form form : forms) {
                if (form.at(html, i) && !frame.title().equalsIgnoreCase(form.term().text())) {
                    return form;
                }
            }
            return null;
        }

        private void link(TermForm term, String text) {
            links++;
            out.append("<a class=\"term\" href=\"").append(frame.root()).append("glossary/index.html#").append(term.anchor())
                    .append("\" data-term=\"").append(term.id()).append("\">").append(text).append("</a>");
        }
    }
}

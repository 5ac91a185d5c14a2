package quorate.export;

/** Text from sources inside GitHub's Markdown. */
final class Markdown {

    private Markdown() {}

    /** The text as one line that Markdown shows as it is: no emphasis, link, HTML, table cell, mention or reference. */
    static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : Plain.line(text).toCharArray()) {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '@' -> escaped.append("&#64;"); // a backslash does not stop a mention
                case '#' -> escaped.append("&#35;");
                case '\\', '`', '*', '_', '[', ']', '|', '~', '!', '$' -> escaped.append('\\').append(c);
                default -> escaped.append(c);
            }
        }
        return escaped.toString().replace("://", "&#58;//").replace("www.", "www&#46;");
    }

    /** The text as code inside a line or a table cell. */
    static String code(String text) {
        return "`" + Plain.line(text).replace('`', '\'').replace("|", "\\|") + "`";
    }

    /** The text as a block of code, whatever backticks it holds. */
    static String fence(String language, String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence + language + "\n" + text.stripTrailing() + "\n" + fence + "\n";
    }
}

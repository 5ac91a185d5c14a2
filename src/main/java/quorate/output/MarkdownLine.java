package quorate.output;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Text with its links and emphasis on the way into one line of Markdown: a paragraph, a heading, a cell. White space is what a
 * browser makes of it. Of blocks within, which a line cannot hold, the texts follow each other as sentences or after a semicolon;
 * what a mark in a cell is about follows it after a colon.
 */
final class MarkdownLine {

    private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n]+");

    private final String page;
    private final boolean plain;
    private final Deque<Node> open = new ArrayDeque<>();
    private final Node line = new Paragraph();
    private boolean space;
    private boolean parted;
    private boolean marked;
    private char last;

    /**
     * @param page file name of the page, for links to places in it
     * @param plain whether marks are words like others, since all of it is strong or a table
     */
    MarkdownLine(String page, boolean plain) {
        this.page = page;
        this.plain = plain;
        open.push(line);
    }

    /** Adds all that stands in an element. */
    MarkdownLine all(Element element) {
        for (org.jsoup.nodes.Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                text(text.getWholeText());
            } else if (child instanceof Element inner) {
                element(inner);
            }
        }
        return this;
    }

    void text(String written) {
        String text = written.strip();
        space |= !written.isEmpty() && Character.isWhitespace(written.charAt(0));
        if (!text.isEmpty()) {
            String words = words(text);
            add(new Text(words), words);
            space = Character.isWhitespace(written.charAt(written.length() - 1));
        }
    }

    /** The text with single spaces; that of most is. */
    private static String words(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\t' || c == ' ' && text.charAt(i + 1) == ' ') {
                return SPACES.matcher(text).replaceAll(" ");
            }
        }
        return text;
    }

    void element(Element element) {
        if (MarkdownBlocks.isLeftOut(element)) {
            return;
        }
        switch (element.normalName()) {
            case "br" -> {
                lineBreak();
                all(element);
            }
            case "a" -> link(element);
            case "strong", "b" -> within(plain ? null : new StrongEmphasis(), element);
            case "em", "i" -> within(new Emphasis(), element);
            case "code", "kbd" -> code(element);
            case "small" -> small(element);
            case "span" -> within(element.hasClass("mark") && !plain ? new StrongEmphasis() : null, element);
            case "summary" -> within(null, element.appendText(":"));
            default -> {
                boolean block = MarkdownBlocks.isBlock(element);
                parted |= block;
                all(element);
                parted |= block;
            }
        }
    }

    private void within(Node node, Element element) {
        if (!element.hasText()) {
            return;
        }
        boolean mark = element.hasClass("mark");
        space |= mark;
        if (node == null) {
            all(element);
        } else {
            add(node, "");
            open.push(node);
            all(element);
            open.pop();
        }
        space |= mark;
        marked |= mark && plain;
    }

    /** A term that is explained elsewhere, or a button without words, is no link. */
    private void link(Element element) {
        String href = element.attr("href");
        within(href.isEmpty() ? null : new Link(href.startsWith("#") ? page + href : href, null), element);
    }

    private void code(Element element) {
        Element link = element.selectFirst("a[href]");
        String text = element.text();
        if (link != null) {
            Link to = new Link(link.attr("href").startsWith("#") ? page + link.attr("href") : link.attr("href"), null);
            to.appendChild(new Code(text));
            add(to, text);
        } else if (!text.isEmpty()) {
            add(new Code(text), text);
        }
    }

    /** Small print stands in brackets. */
    private void small(Element element) {
        if (element.hasText()) {
            space = true;
            parted = false;
            marked = false;
            add(new Text("("), "(");
            all(element);
            space = false;
            parted = false;
            marked = false;
            add(new Text(")"), ")");
            space = true;
        }
    }

    private void lineBreak() {
        if (plain) {
            parted = true;
        } else if (last != 0) {
            open.peek().appendChild(new HardLineBreak());
            space = false;
            last = 0;
        }
    }

    private void add(Node node, String text) {
        if (last != 0 && last != '(') {
            boolean ends = ".;:!?,".indexOf(last) >= 0;
            String between = ends ? "" : marked ? ":" : parted ? ";" : "";
            String gap = space || parted || marked ? " " : "";
            if (!between.isEmpty() || !gap.isEmpty()) {
                open.peek().appendChild(new Text(between + gap));
            }
        }
        space = false;
        parted = false;
        marked = false;
        open.peek().appendChild(node);
        if (!text.isEmpty()) {
            last = text.charAt(text.length() - 1);
        }
    }

    /** Puts the line into the target as a paragraph, if anything is in it, and begins the next one. */
    void endIn(Node target) {
        endIn(target, new Paragraph());
    }

    /** Puts the line into the target, within these nodes, if anything is in it. */
    void endIn(Node target, Node... nodes) {
        if (line.getFirstChild() != null) {
            Node into = target;
            for (Node node : nodes) {
                into.appendChild(node);
                into = node;
            }
            moveTo(into);
        }
        space = false;
        parted = false;
        marked = false;
        last = 0;
    }

    /** Moves what the line holds into a node. */
    void moveTo(Node node) {
        while (line.getFirstChild() != null) {
            node.appendChild(line.getFirstChild());
        }
    }
}

package quorate.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Blocks of our own markup as blocks of Markdown. */
final class MarkdownBlocks {

    private static final Set<String> BLOCKS = Set.of(
            "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "figure", "h1",
            "h2", "h3", "h4", "h5", "h6", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "ul");

    /** What only a browser has a use for. */
    private static final Set<String> LEFT_OUT = Set.of(
            "button", "caption", "form", "input", "label", "nav", "noscript", "script", "select", "style", "svg", "template");

    private static final Set<String> LEFT_OUT_CLASSES = Set.of("letters", "perma", "toc-small");

    private final String page;

    /** @param page file name of the page, for links to places in it */
    MarkdownBlocks(String page) {
        this.page = page;
    }

    static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName());
    }

    static boolean isLeftOut(Element element) {
        return LEFT_OUT.contains(element.normalName()) || LEFT_OUT_CLASSES.contains(element.className());
    }

    /** Appends what stands in an element. */
    void into(Node target, Element element) {
        MarkdownLine line = new MarkdownLine(page, false);
        for (org.jsoup.nodes.Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                line.text(text.getWholeText());
            } else if (child instanceof Element inner && isBlock(inner)) {
                line.endIn(target);
                block(target, inner);
            } else if (child instanceof Element inner) {
                line.element(inner);
            }
        }
        line.endIn(target);
    }

    void block(Node target, Element element) {
        if (isLeftOut(element)) {
            return;
        }
        if (element.hasClass("diagram")) {
            picture(target, element);
            return;
        }
        switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(target, element, element.normalName().charAt(1) - '0');
            case "ul", "ol" -> list(target, element);
            case "dl" -> definitions(target, element);
            case "table" -> new MarkdownTable(page, this).into(target, element);
            case "pre" -> code(target, element);
            case "details" -> details(target, element);
            case "blockquote" -> {
                BlockQuote quote = new BlockQuote();
                into(quote, element);
                target.appendChild(quote);
            }
            case "hr" -> {
                target.appendChild(new ThematicBreak());
                into(target, element);
            }
            default -> into(target, element);
        }
    }

    /** Pictures are for the page; what they say is told beside them in words. */
    private static void picture(Node target, Element element) {
        Emphasis named = new Emphasis();
        named.appendChild(new Text(element.child(0).attr("aria-label") + ", on the page"));
        Paragraph line = new Paragraph();
        line.appendChild(named);
        target.appendChild(line);
    }

    /** In a list a heading would tear the outline of the page; it stands there as a strong line. */
    private void heading(Node target, Element element, int level) {
        if (target instanceof ListItem) {
            strong(target, element);
            return;
        }
        Heading heading = new Heading();
        heading.setLevel(level);
        new MarkdownLine(page, true).all(element).endIn(target, heading);
    }

    private void strong(Node target, Element element) {
        StrongEmphasis strong = new StrongEmphasis();
        new MarkdownLine(page, true).all(element).endIn(target, new Paragraph(), strong);
    }

    private void list(Node target, Element element) {
        boolean goesOn = element.hasClass("why") && target.getLastChild() instanceof BulletList;
        ListBlock list = goesOn ? (ListBlock) target.getLastChild()
                : element.normalName().equals("ol") ? numbered() : bullets(target);
        for (Element item : element.children()) {
            add(list, item);
        }
        end(target, list);
    }

    /** A bullet list that does not run into one before it. */
    static BulletList bullets(Node target) {
        BulletList list = new BulletList();
        boolean again = target.getLastChild() instanceof BulletList before && before.getMarker().equals("-");
        list.setMarker(again ? "*" : "-");
        return list;
    }

    private static OrderedList numbered() {
        OrderedList list = new OrderedList();
        list.setMarkerStartNumber(1);
        list.setMarkerDelimiter(".");
        return list;
    }

    private void add(ListBlock list, Element element) {
        ListItem item = new ListItem();
        into(item, element);
        if (item.getFirstChild() != null) {
            list.appendChild(item);
        }
    }

    /** Empty lines stand between the items only if one of them has more than a line and lists. */
    static void end(Node target, ListBlock list) {
        boolean tight = true;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            for (Node block = item.getFirstChild(); block != null; block = block.getNext()) {
                tight &= block instanceof ListBlock || block instanceof Paragraph && block.getPrevious() == null;
            }
        }
        list.setTight(tight);
        if (list.getFirstChild() != null) {
            target.appendChild(list);
        }
    }

    /** A term and what it means is an item; Markdown has nothing nearer. */
    private void definitions(Node target, Element element) {
        BulletList list = bullets(target);
        ListItem item = new ListItem();
        for (Element part : parts(element)) {
            if (part.normalName().equals("dt")) {
                item = new ListItem();
                list.appendChild(item);
                strong(item, part);
            } else if (item.getLastChild() instanceof Paragraph line) {
                Node before = item.getLastChild();
                into(item, part);
                join(line, before.getNext());
            }
        }
        end(target, list);
    }

    /** The terms and meanings, whether they stand in groups or not. */
    private static List<Element> parts(Element definitions) {
        List<Element> parts = new ArrayList<>();
        for (Element child : definitions.children()) {
            if (child.normalName().equals("div")) {
                parts.addAll(child.children());
            } else {
                parts.add(child);
            }
        }
        return parts;
    }

    private static void join(Paragraph term, Node meaning) {
        if (!(meaning instanceof Paragraph)) {
            return;
        }
        term.appendChild(new Text(": "));
        while (meaning.getFirstChild() != null) {
            term.appendChild(meaning.getFirstChild());
        }
        meaning.unlink();
    }

    private void code(Node target, Element element) {
        FencedCodeBlock code = new FencedCodeBlock();
        String text = element.wholeText();
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        code.setFenceCharacter("`");
        code.setOpeningFenceLength(fence.length());
        String label = element.attr("aria-label").toLowerCase(Locale.ROOT);
        code.setInfo(label.equals("yaml") ? label : "");
        code.setLiteral(text.endsWith("\n") ? text : text + "\n");
        target.appendChild(code);
    }

    private void summary(Node target, Element summary) {
        Element heading = summary.selectFirst("h2, h3");
        if (heading == null) {
            strong(target, summary);
        } else {
            heading(target, heading, heading.normalName().equals("h2") ? 2 : 3);
            heading.remove();
            new MarkdownLine(page, false).all(summary).endIn(target);
        }
    }

    /** What is folded in the page stands open, under the line that opens it there. */
    private void details(Node target, Element element) {
        for (Element child : element.children()) {
            if (child.normalName().equals("summary")) {
                summary(target, child);
            } else {
                block(target, child);
            }
        }
    }
}

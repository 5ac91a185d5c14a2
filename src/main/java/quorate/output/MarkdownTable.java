package quorate.output;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BulletList;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jsoup.nodes.Element;

/** A table as one of Markdown, whose cells hold a line; derivations that unfold in a cell follow below, by row and column. */
final class MarkdownTable {

    private final String page;
    private final MarkdownBlocks blocks;

    MarkdownTable(String page, MarkdownBlocks blocks) {
        this.page = page;
        this.blocks = blocks;
    }

    /** What is derived in a cell of a row. */
    private record Derivation(Element row, String column, Element tree) {}

    void into(Node target, Element table) {
        Element heads = part(table, "thead").firstElementChild();
        Element rows = part(table, "tbody");
        if (heads == null || rows.childrenSize() == 0) {
            return;
        }
        Element caption = part(table, "caption");
        if (!caption.hasClass("hidden")) {
            line(caption).endIn(target, new Paragraph(), new StrongEmphasis());
        }
        List<Derivation> derivations = derivations(heads, table);
        TableHead head = new TableHead();
        head.appendChild(row(heads, true));
        TableBody body = new TableBody();
        for (Element row : rows.children()) {
            body.appendChild(row(row, false));
        }
        TableBlock block = new TableBlock();
        block.appendChild(head);
        block.appendChild(body);
        target.appendChild(block);
        derived(target, derivations);
    }

    /** A part of a table; an empty one if it is missing. */
    private static Element part(Element table, String name) {
        for (Element child : table.children()) {
            if (child.normalName().equals(name)) {
                return child;
            }
        }
        return new Element(name);
    }

    /** Takes the derivations out of the cells. */
    private static List<Derivation> derivations(Element heads, Element table) {
        List<Derivation> derivations = new ArrayList<>();
        for (Element tree : table.getElementsByTag("details")) {
            Element last = tree.lastElementChild();
            Element cell = tree.closest("td, th");
            if (last != null && last.hasClass("why") && cell != null) {
                derivations.add(new Derivation(cell.parent(), heads.child(cell.elementSiblingIndex()).text(), tree));
                tree.remove();
            }
        }
        return derivations;
    }

    private TableRow row(Element row, boolean head) {
        TableRow cells = new TableRow();
        for (Element element : row.children()) {
            TableCell cell = new TableCell();
            cell.setHeader(head);
            cell.setAlignment(element.hasClass("num") ? TableCell.Alignment.RIGHT : null);
            cells.appendChild(cell);
            line(element).moveTo(cell);
        }
        return cells;
    }

    private MarkdownLine line(Element element) {
        return new MarkdownLine(page, true).all(element);
    }

    private void derived(Node target, List<Derivation> derivations) {
        BulletList list = MarkdownBlocks.bullets(target);
        for (Derivation derivation : derivations) {
            ListItem item = new ListItem();
            MarkdownLine of = new MarkdownLine(page, true);
            of.text("Why, " + derivation.column() + ": ");
            of.all(derivation.row().child(0)).endIn(item, new Paragraph());
            for (Element part : derivation.tree().children()) {
                if (!part.normalName().equals("summary")) {
                    blocks.block(item, part);
                }
            }
            list.appendChild(item);
        }
        MarkdownBlocks.end(target, list);
    }
}

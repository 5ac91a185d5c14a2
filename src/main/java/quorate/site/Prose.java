package quorate.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.commonmark.renderer.text.TextContentNodeRendererContext;
import org.commonmark.renderer.text.TextContentRenderer;
import quorate.site.diagram.Layout;
import quorate.site.diagram.Mermaid;
import quorate.site.page.Html;
import quorate.site.page.PageLink;
import quorate.source.Location;

/**
 * Markdown into markup. Raw HTML is escaped, pictures are not loaded, links are limited to http, https, mailto, relative
 * ones and {@code pattern:raft}; anything else becomes plain text and is reported.
 */
final class Prose {

    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):(.*)$", Pattern.DOTALL);
    private static final Set<String> KINDS =
            Set.of("pattern", "anti-pattern", "technology", "rule", "incident", "concern", "comparison", "path", "term", "model",
                    "anomaly", "key", "item");
    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    private final Parser parser = Parser.builder().extensions(TABLES).build();
    private final TextContentRenderer text = TextContentRenderer.builder()
            .extensions(TABLES)
            .nodeRendererFactory(LinkText::new)
            .build();
    private final SiteMap map;
    private final Layout layout;
    private final Remarks remarks;

    Prose(SiteMap map, Layout layout, Remarks remarks) {
        this.map = map;
        this.layout = layout;
        this.remarks = remarks;
    }

    /**
     * Markup with what else is known of it.
     *
     * @param headings of the second and third level, as links within the page
     * @param words its text without markup
     */
    record Rendered(Html html, List<PageLink> headings, String words) {}

    /** Renders prose for one page; a page has at most one prose, since heading ids are unique in it only. */
    Rendered render(String markdown, Here here, Location at) {
        Node document = parser.parse(markdown);
        List<PageLink> headings = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        HtmlRenderer html = HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                // Before the extension: of two that render a node the first one does.
                .nodeRendererFactory(context -> new Own(context, here, at, headings, ids))
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (tag.equals("th")) {
                        attributes.put("scope", "col");
                    }
                })
                .extensions(TABLES)
                .build();
        return new Rendered(new Html(html.render(document)), headings, text.render(document));
    }

    /** A sentence or two, without headings; the links of it are resolved as well. */
    Html inline(String markdown, Here here, Location at) {
        return render(markdown, here, at).html();
    }

    /** In text without markup a link is its text; where it leads is no word of it. */
    private record LinkText(TextContentNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Link.class);
        }

        @Override
        public void render(Node link) {
            for (Node child = link.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }

    /** The nodes that are rendered differently from CommonMark. */
    private final class Own implements NodeRenderer {

        private final HtmlNodeRendererContext context;
        private final HtmlWriter out;
        private final Here here;
        private final Location at;
        private final List<PageLink> headings;
        private final Set<String> ids;

        Own(HtmlNodeRendererContext context, Here here, Location at, List<PageLink> headings, Set<String> ids) {
            this.context = context;
            this.out = context.getWriter();
            this.here = here;
            this.at = at;
            this.headings = headings;
            this.ids = ids;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Heading.class, Link.class, Image.class, FencedCodeBlock.class, IndentedCodeBlock.class, TableBlock.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Heading heading) {
                heading(heading);
            } else if (node instanceof Link link) {
                link(link);
            } else if (node instanceof FencedCodeBlock code) {
                fenced(code);
            } else if (node instanceof IndentedCodeBlock code) {
                code(code.getLiteral());
            } else if (node instanceof TableBlock) {
                table(node);
            } else {
                children(node);
            }
        }

        private void children(Node node) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }

        private void heading(Heading heading) {
            // The page itself has the only heading of the first level.
            int level = Math.min(6, Math.max(2, heading.getLevel()));
            String name = text.render(heading).strip();
            String id = free(Slug.of(name));
            if (level <= 3) {
                headings.add(new PageLink(name, "#" + id));
            }
            out.line();
            out.tag("h" + level, Map.of("id", id));
            children(heading);
            out.raw(" ");
            out.tag("a", ordered("class", "perma", "href", "#" + id, "aria-label", "Link to " + name));
            out.raw("#");
            out.tag("/a");
            out.tag("/h" + level);
            out.line();
        }

        private String free(String wanted) {
            String id = wanted;
            for (int i = 2; !ids.add(id); i++) {
                id = wanted + "-" + i;
            }
            return id;
        }

        private void link(Link link) {
            Optional<String> href = resolve(link.getDestination());
            if (href.isEmpty()) {
                children(link);
                return;
            }
            out.tag("a", Map.of("href", href.get()));
            children(link);
            out.tag("/a");
        }

        private Optional<String> resolve(String destination) {
            Matcher scheme = SCHEME.matcher(destination);
            if (!scheme.matches()) {
                return destination.startsWith("//") ? refused(destination) : Optional.of(destination);
            }
            String kind = scheme.group(1).toLowerCase(java.util.Locale.ROOT);
            if (Set.of("http", "https", "mailto").contains(kind)) {
                return Optional.of(destination);
            }
            if (!KINDS.contains(kind)) {
                return refused(destination);
            }
            Optional<String> address = map.find(kind, scheme.group(2)).map(here::href);
            if (address.isEmpty()) {
                remarks.warn(at, "refers to " + kind + " '" + scheme.group(2) + "', which the catalog does not have",
                        "Correct the id, or add the entry; until then it is shown as plain text.");
            }
            return address;
        }

        private Optional<String> refused(String destination) {
            remarks.warn(at, "links to '" + Phrases.brief(destination, 60) + "'",
                    "Links are limited to http, https, mailto, relative ones, and ids such as pattern:raft.");
            return Optional.empty();
        }

        private void fenced(FencedCodeBlock code) {
            if (!code.getInfo().strip().equals("mermaid")) {
                code(code.getLiteral());
                return;
            }
            String id = free("picture");
            Optional<String> picture = Mermaid.draw(code.getLiteral(), layout, id, caption(code));
            if (picture.isEmpty()) {
                remarks.warn(at, "a mermaid block that could not be drawn",
                        "Drawn are sequenceDiagram, stateDiagram-v2 and flowchart, with plain arrows and labels.");
                code(code.getLiteral());
                return;
            }
            out.line();
            out.raw("<div class=\"diagram\"><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Diagram\">");
            out.raw(picture.get());
            out.raw("</div></div>");
            out.line();
        }

        /** The emphasised paragraph after a picture says what it shows. */
        private String caption(Node picture) {
            Node next = picture.getNext();
            boolean emphasised = next instanceof Paragraph && next.getFirstChild() instanceof Emphasis;
            return emphasised ? text.render(next).replaceAll("^[\"*_]+|[\"*_]+$", "").strip() : "Diagram";
        }

        private void code(String literal) {
            out.line();
            out.raw("<pre class=\"code\" tabindex=\"0\"><code>");
            out.text(literal);
            out.raw("</code></pre>");
            out.line();
        }

        private void table(Node table) {
            out.line();
            out.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
            out.text("Table: " + columns(table));
            out.raw("\"><table class=\"plain\">");
            children(table);
            out.raw("</table></div>");
            out.line();
        }
    }

    /** The names of the columns, by which a table of prose, which has no caption, is told from others. */
    private String columns(Node table) {
        List<String> names = new ArrayList<>();
        for (Node cell = table.getFirstChild().getFirstChild().getFirstChild(); cell != null; cell = cell.getNext()) {
            names.add(text.render(cell).strip());
        }
        return String.join(", ", names);
    }

    /** Attributes in the order in which they are named: that of {@code Map.of} changes from run to run. */
    private static Map<String, String> ordered(String... namesAndValues) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return attributes;
    }
}

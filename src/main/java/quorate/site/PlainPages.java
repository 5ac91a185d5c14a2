package quorate.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.site.page.Html;
import quorate.site.page.Page;
import quorate.site.page.PageLink;
import quorate.site.page.PlainPage;
import quorate.source.Location;

/** Builds the search page, the page for wrong addresses, and hand-written pages. */
final class PlainPages {

    private static final Pattern FRONT = Pattern.compile("\\A---\\r?\\n(.*?)\\r?\\n---\\r?\\n", Pattern.DOTALL);
    private static final Pattern TITLE = Pattern.compile("(?m)^title:\\s*(.+?)\\s*$");

    private final Edition edition;

    PlainPages(Edition edition) {
        this.edition = edition;
    }

    PlainPage search() {
        Here here = edition.at("page", "search");
        return new PlainPage(edition.frame(here, "search", "Search").about("Search everything on this site.").build(), "search", Html.NONE, doors(here));
    }

    PlainPage missing() {
        Here here = Here.anywhere(edition.map(), "404.html", edition.input().config().basePath());
        FrameBuilder frame = new FrameBuilder(here, "", "missing", "No such page", edition.made(), false).about("The address leads nowhere.");
        return new PlainPage(frame.build(), "missing", Html.NONE, doors(here));
    }

    private static List<PageLink> doors(Here here) {
        return List.of(
                here.link("Something is broken", "page", "runbooks"),
                here.link("I am choosing a pattern", "page", "patterns"),
                here.link("Everything from A to Z", "page", "index"));
    }

    List<Page> handWritten() {
        List<Page> pages = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : edition.input().pages().entrySet()) {
            if (file.getKey().endsWith(".md")) {
                pages.add(handWritten(file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8)));
            }
        }
        return pages;
    }

    private PlainPage handWritten(String path, String text) {
        Here here = edition.at("prose", path);
        Matcher front = FRONT.matcher(text);
        boolean fenced = front.find();
        String body = fenced ? text.substring(front.end()) : text;
        Location at = Location.of(edition.input().config().pages() + "/" + path);
        Prose.Rendered prose = edition.prose().render(body, here, at);
        FrameBuilder frame = edition.frame(here, "prose", title(path, fenced ? front.group(1) : ""))
                .about(prose.words())
                .headings(prose.headings())
                .writtenIn(edition.origin(at))
                .find("Page", List.of(), prose.words());
        return new PlainPage(frame.build(), "prose", prose.html(), List.of());
    }

    /** The title of the front matter, else the file's name. */
    static String title(String path, String front) {
        Matcher title = TITLE.matcher(front);
        if (title.find()) {
            return title.group(1).replaceAll("^[\"']|[\"']$", "");
        }
        return Phrases.capital(Phrases.words(path.replaceAll("^.*/|\\.md$", "")));
    }

    /** Titles of the hand-written pages, for the navigation. */
    List<PageLink> links() {
        List<PageLink> links = new ArrayList<>();
        edition.input().pages().forEach((path, bytes) -> {
            if (path.endsWith(".md")) {
                Matcher front = FRONT.matcher(new String(bytes, StandardCharsets.UTF_8));
                links.add(new PageLink(title(path, front.find() ? front.group(1) : ""), edition.map().address("prose", path)));
            }
        });
        return links;
    }
}

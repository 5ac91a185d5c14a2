package quorate.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import quorate.site.page.Frame;
import quorate.site.page.Made;
import quorate.site.page.PageLink;
import quorate.site.page.SearchEntry;

/** Collects what all pages have in common. */
final class FrameBuilder {

    private static final String INDEX = "index.html";
    private static final String TWIN = "index.md";

    /** Kinds of pages that only lead on or need a script, and scenarios: their tables stand in the twin of the failures. */
    private static final Set<String> WITHOUT_TWIN = Set.of("search", "missing", "index", "explorer", "scenario");

    private final Here here;
    private final String baseUrl;
    private final String type;
    private final String title;
    private final Made made;
    private final boolean twins;
    private final List<PageLink> breadcrumb = new ArrayList<>();
    private final List<PageLink> contents = new ArrayList<>();
    private final List<SearchEntry> search = new ArrayList<>();
    private String description = "";
    private PageLink previous = PageLink.NONE;
    private PageLink next = PageLink.NONE;
    private Origin origin = Origin.NONE;

    FrameBuilder(Here here, String baseUrl, String type, String title, Made made, boolean twins) {
        this.twins = twins;
        this.made = made;
        this.here = here;
        this.baseUrl = baseUrl;
        this.type = type;
        this.title = title;
    }

    FrameBuilder about(String text) {
        description = Phrases.brief(text, 200);
        return this;
    }

    FrameBuilder crumb(PageLink link) {
        breadcrumb.add(link);
        return this;
    }

    FrameBuilder crumbs(List<PageLink> links) {
        breadcrumb.addAll(links);
        return this;
    }

    FrameBuilder heading(String text, String anchor) {
        contents.add(new PageLink(text, "#" + anchor));
        return this;
    }

    /** A heading, if the part of the page that it leads to is there. */
    FrameBuilder heading(boolean present, String text, String anchor) {
        return present ? heading(text, anchor) : this;
    }

    FrameBuilder headings(List<PageLink> links) {
        contents.addAll(links);
        return this;
    }

    FrameBuilder previous(PageLink link) {
        previous = link;
        return this;
    }

    FrameBuilder next(PageLink link) {
        next = link;
        return this;
    }

    FrameBuilder writtenIn(Origin file) {
        origin = file;
        return this;
    }

    /** Makes the page itself findable. */
    FrameBuilder find(String kind, List<String> aliases, String words) {
        return find(kind, title, aliases, "", description, words);
    }

    /** Makes a place in the page findable. */
    FrameBuilder find(String kind, String name, List<String> aliases, String anchor, String summary, String words) {
        return findAt(here.path() + (anchor.isEmpty() ? "" : "#" + anchor), kind, name, aliases, summary, words);
    }

    /** Makes a place findable that may stand on another page. */
    FrameBuilder findAt(String address, String kind, String name, List<String> aliases, String summary, String words) {
        search.add(SearchEntry.of(kind, name, aliases, address, Phrases.brief(summary, 160), words));
        return this;
    }

    Frame build() {
        String address = here.path().equals(INDEX) || here.path().endsWith("/" + INDEX)
                ? here.path().substring(0, here.path().length() - INDEX.length())
                : here.path();
        return new Frame(
                here.path(),
                here.root(),
                type,
                title,
                description,
                breadcrumb,
                contents,
                previous,
                next,
                made,
                origin.edit(),
                origin.changed(),
                baseUrl.isEmpty() ? "" : baseUrl + address,
                !twins || WITHOUT_TWIN.contains(type) ? "" : TWIN,
                search);
    }
}

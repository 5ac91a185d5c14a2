package quorate.site;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import quorate.site.page.IndexPage;
import quorate.site.page.Listing;
import quorate.site.page.Page;
import quorate.site.page.PageLink;
import quorate.site.page.SearchEntry;

/** Builds the index by letter: all of the reference, and the projects, whose own pages list what is inside of them. */
final class IndexPages {

    private final Edition edition;

    IndexPages(Edition edition) {
        this.edition = edition;
    }

    /**
     * The first page, then one for each letter: all in one would grow past what a phone can show.
     *
     * @param folders those of the projects' pages
     */
    List<Page> pages(List<Listing> pages, Set<String> folders) {
        Map<String, List<Named>> letters = new TreeMap<>();
        for (Listing page : pages) {
            for (SearchEntry entry : page.search()) {
                if (SearchIndex.folder(entry.path(), folders).isEmpty()) {
                    add(letters, entry, entry.title());
                    entry.aliases().forEach(alias -> add(letters, entry, alias));
                }
            }
        }
        List<Page> index = new ArrayList<>();
        Here first = edition.at("page", "index");
        index.add(new IndexPage(
                edition.frame(first, "index", "Index").about("The reference and the projects, from A to Z.").build(),
                links(first, letters), List.of()));
        letters.forEach((letter, named) -> index.add(page(letter, named, letters)));
        return index;
    }

    /** An entry under one of its names. */
    private record Named(String name, SearchEntry entry) {}

    private IndexPage page(String letter, List<Named> named, Map<String, List<Named>> letters) {
        Here here = Here.at(edition.map(), path(letter));
        FrameBuilder frame = edition.frame(here, "index", "Index, " + letter)
                .about("The reference and the projects: what begins with " + letter + ".")
                .crumb(here.link("Index", "page", "index"));
        List<IndexPage.Line> lines = named.stream()
                .map(n -> new IndexPage.Line(
                        new PageLink(n.name(), here.href(n.entry().path())),
                        n.entry().kind() + (n.name().equals(n.entry().title()) ? "" : ": " + n.entry().title())))
                .sorted(Comparator.comparing((IndexPage.Line l) -> l.link().text().toLowerCase(Locale.ROOT))
                        .thenComparing(l -> l.link().href()))
                .toList();
        return new IndexPage(frame.build(), links(here, letters), lines);
    }

    private static List<IndexPage.Letter> links(Here here, Map<String, List<Named>> letters) {
        return letters.entrySet().stream()
                .map(l -> new IndexPage.Letter(new PageLink(l.getKey(), here.href(path(l.getKey()))), l.getValue().size()))
                .toList();
    }

    private static String path(String letter) {
        return "index/" + letter.codePoints().mapToObj(c -> c < 128 ? Character.toString(c) : Integer.toHexString(c))
                .collect(Collectors.joining()).toLowerCase(Locale.ROOT) + "/index.html";
    }

    private static void add(Map<String, List<Named>> letters, SearchEntry entry, String name) {
        letters.computeIfAbsent(letter(name), l -> new ArrayList<>()).add(new Named(name, entry));
    }

    /** The letter under which a name is listed; digits and signs share one. */
    static String letter(String name) {
        String plain = Normalizer.normalize(name.strip(), Normalizer.Form.NFD);
        return plain.isEmpty() || !Character.isLetter(plain.charAt(0))
                ? "0-9"
                : plain.substring(0, 1).toUpperCase(Locale.ROOT);
    }
}

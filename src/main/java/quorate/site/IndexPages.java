package quorate.site;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import quorate.site.page.IndexPage;
import quorate.site.page.Page;
import quorate.site.page.PageLink;
import quorate.site.page.SearchEntry;

/** Builds the index by letter: all of the reference, and the projects, whose own pages list what is inside of them. */
final class IndexPages {

    private final Edition edition;

    IndexPages(Edition edition) {
        this.edition = edition;
    }

    /** @param folders those of the projects' pages */
    IndexPage page(List<Page> pages, Set<String> folders) {
        Here here = edition.at("page", "index");
        Map<String, List<IndexPage.Line>> letters = new TreeMap<>();
        for (Page page : pages) {
            for (SearchEntry entry : page.frame().search()) {
                if (SearchIndex.folder(entry.path(), folders).isEmpty()) {
                    add(letters, here, entry, entry.title());
                    entry.aliases().forEach(alias -> add(letters, here, entry, alias));
                }
            }
        }
        List<IndexPage.Letter> views = new ArrayList<>();
        letters.forEach((letter, lines) -> {
            lines.sort(Comparator.comparing((IndexPage.Line l) -> l.link().text().toLowerCase(Locale.ROOT))
                    .thenComparing(l -> l.link().href()));
            views.add(new IndexPage.Letter("letter-" + Slug.of(letter), letter, lines));
        });
        return new IndexPage(edition.frame(here, "index", "Index").about("The reference and the projects, from A to Z.").build(), views);
    }

    private static void add(Map<String, List<IndexPage.Line>> letters, Here here, SearchEntry entry, String name) {
        String kind = name.equals(entry.title()) ? entry.kind() : entry.kind() + ": " + entry.title();
        letters.computeIfAbsent(letter(name), l -> new ArrayList<>())
                .add(new IndexPage.Line(new PageLink(name, here.href(entry.path())), kind));
    }

    /** The letter under which a name is listed; digits and signs share one. */
    static String letter(String name) {
        String plain = Normalizer.normalize(name.strip(), Normalizer.Form.NFD);
        return plain.isEmpty() || !Character.isLetter(plain.charAt(0))
                ? "0-9"
                : plain.substring(0, 1).toUpperCase(Locale.ROOT);
    }
}

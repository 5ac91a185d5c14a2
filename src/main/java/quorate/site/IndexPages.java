package quorate.site;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import quorate.site.page.IndexPage;
import quorate.site.page.Listing;
import quorate.site.page.PageLink;
import quorate.site.page.SearchEntry;

/** Builds the index of everything that the search knows, by letter. */
final class IndexPages {

    private final Edition edition;

    IndexPages(Edition edition) {
        this.edition = edition;
    }

    IndexPage page(List<Listing> pages) {
        Here here = edition.at("page", "index");
        Map<String, List<IndexPage.Line>> letters = new TreeMap<>();
        for (Listing page : pages) {
            String project = page.project().isEmpty() ? "" : ", " + page.project();
            for (SearchEntry entry : page.search()) {
                add(letters, here, entry, entry.title(), project);
                // What is seen of a failure fits many runbooks; here they stand under their own names.
                if (!entry.kind().equals("Runbook")) {
                    entry.aliases().forEach(alias -> add(letters, here, entry, alias, project));
                }
            }
        }
        List<IndexPage.Letter> views = new ArrayList<>();
        letters.forEach((letter, lines) -> {
            lines.sort(Comparator.comparing((IndexPage.Line l) -> l.link().text().toLowerCase(Locale.ROOT))
                    .thenComparing(l -> l.link().href()));
            views.add(new IndexPage.Letter("letter-" + Slug.of(letter), letter, lines));
        });
        return new IndexPage(edition.frame(here, "index", "Index").about("Everything on this site, from A to Z.").build(), views);
    }

    private static void add(Map<String, List<IndexPage.Line>> letters, Here here, SearchEntry entry, String name, String project) {
        String kind = (name.equals(entry.title()) ? entry.kind() : entry.kind() + ": " + entry.title()) + project;
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

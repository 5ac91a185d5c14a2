package quorate.site;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quorate.site.page.Page;
import quorate.site.page.Shell;
import quorate.site.page.TermForm;
import quorate.source.Problem;

/**
 * A finished site, before it is turned into files.
 *
 * @param basePath path of the site below its host, {@code /} or {@code /quorate/}; absolute links begin with it
 * @param files everything that is no page, by path
 * @param terms forms of glossary terms that are linked where prose uses them
 * @param problems references of the catalog that lead nowhere, pictures that could not be drawn: all of them warnings
 */
public record Site(
        String basePath, Shell shell, List<Page> pages, Map<String, byte[]> files, List<TermForm> terms, List<Problem> problems) {
    public Site {
        pages = List.copyOf(pages);
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        terms = List.copyOf(terms);
        problems = List.copyOf(problems);
    }
}

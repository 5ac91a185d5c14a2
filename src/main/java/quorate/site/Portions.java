package quorate.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import quorate.export.Csv;
import quorate.site.page.EvidenceView;
import quorate.site.page.Frame;
import quorate.site.page.Page;
import quorate.site.page.PageLink;
import quorate.site.page.PartPage;
import quorate.site.page.Parts;
import quorate.site.page.Table;

/**
 * Divides what is too long for one page: the first part stays, each further one gets a page of its own below it. What fits stays
 * whole, so that small systems have no parts.
 */
final class Portions {

    /** How many stand on a page where that must be known before any page is built, since they can be linked to. */
    enum Size {
        RELATIONS(50), COMPONENTS(44), ANSWERS(44), CHECKED(28), QUESTIONS(40), SELECTIONS(20), FAILURES(80);

        private final int most;

        Size(int most) {
            this.most = most;
        }
    }

    /** Elements of a table, at most; there is more on a page than its tables. */
    private static final int ELEMENTS = 800;

    private static final String INDEX = "index.html";

    private final ProjectScope scope;
    private final List<Page> pages = new ArrayList<>();
    private final Map<String, byte[]> files = new TreeMap<>();

    Portions(ProjectScope scope) {
        this.scope = scope;
    }

    /** The pages of all further parts, when everything is divided. */
    List<Page> pages() {
        return List.copyOf(pages);
    }

    /** The whole of each divided table as comma-separated values, when everything is divided. */
    Map<String, byte[]> files() {
        return Collections.unmodifiableMap(files);
    }

    /** What the first page shows of a list, and where the rest is. */
    record Portion<V>(List<V> shown, Parts parts) {}

    /** Makes the page of a further part. */
    interface Maker<V> {
        PartPage page(Frame frame, List<V> views, Parts parts);
    }

    /** The page on which the one at that place of a list stands. */
    static String path(String page, String id, Size size, int place) {
        return path(page, id, place / size.most);
    }

    /** The page on which a part of a list stands, counted from none. */
    static String path(String page, String id, int part) {
        return part == 0 ? page : page.replace(INDEX, "part/" + id + "/" + (part + 1) + "/" + INDEX);
    }

    /** The first of a list; views are made for the page on which they stand. */
    <T, V> Portion<V> list(Here here, String id, String title, List<T> all, Size size, BiFunction<Here, T, V> view, Maker<V> maker) {
        return list(here, id, title, all, Cut.starts(size.most, size.most, all.size()), view, maker);
    }

    /** @param starts at which places the parts begin, the first at none */
    <T, V> Portion<V> list(
            Here here, String id, String title, List<T> all, List<Integer> starts, BiFunction<Here, T, V> view, Maker<V> maker) {
        Cut cut = new Cut(here.path(), id, starts, all.size());
        for (int from : cut.further()) {
            Here there = there(cut, from);
            List<V> views = all.subList(from, cut.end(from)).stream().map(one -> view.apply(there, one)).toList();
            pages.add(maker.page(frame(cut, there, title, from), views, parts(cut, there, from, "")));
        }
        List<V> shown = all.subList(0, cut.end(0)).stream().map(one -> view.apply(here, one)).toList();
        return new Portion<>(shown, parts(cut, here, 0, ""));
    }

    /** The first rows of a table. */
    Table table(Here here, Table table, Size size) {
        return table(here, table, size.most, size.most);
    }

    /** The same by how much there is in its rows. */
    Table table(Here here, Table table) {
        int most = fitting(table);
        return table(here, table, most, most);
    }

    /** The first few rows of a table that is one of many on its page. */
    Table brief(Here here, Table table, int first) {
        int most = fitting(table);
        return table(here, table, Math.min(first, most), most);
    }

    /** The first of what stands whole on another page. */
    static <T> Portion<T> start(List<T> all, int most, PageLink whole) {
        return all.size() <= most
                ? new Portion<>(all, Parts.NONE)
                : new Portion<>(all.subList(0, most), new Parts(1, most, all.size(), List.of(whole), PageLink.NONE));
    }

    private Table table(Here here, Table table, int first, int most) {
        int rows = table.rows().size();
        Cut cut = new Cut(here.path(), table.id(), Cut.starts(first, most, rows), rows);
        String whole = cut.whole();
        if (!cut.further().isEmpty()) {
            files.put(whole, csv(table));
        }
        for (int from : cut.further()) {
            Here there = there(cut, from);
            Table part = table.part(from, cut.end(from), Parts.NONE).seenFrom("../../../");
            Table placed = part.part(0, part.rows().size(), parts(cut, there, from, whole));
            pages.add(PartPage.of(frame(cut, there, table.caption(), from), placed));
        }
        return table.part(0, cut.end(0), parts(cut, here, 0, whole));
    }

    private static byte[] csv(Table table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.columns().stream().map(Table.Column::name).toList());
        table.rows().forEach(row -> rows.add(row.cells().stream().map(cell -> (cell.words() + " " + cell.note()).strip()).toList()));
        return Csv.of(rows).getBytes(StandardCharsets.UTF_8);
    }

    /** How many rows stand on a page; no less than five, however much is in them. */
    private static int fitting(Table table) {
        int rows = table.rows().size();
        int elements = table.rows().stream().mapToInt(Portions::elements).sum();
        return elements <= ELEMENTS ? Math.max(1, rows) : Math.max(5, ELEMENTS * rows / elements);
    }

    private static int elements(Table.Row row) {
        int elements = 1;
        for (Table.Cell cell : row.cells()) {
            elements += 2 + cell.links().size() + (cell.mark().word().isEmpty() ? 0 : 1) + (cell.note().isEmpty() ? 0 : 1)
                    + (cell.because().isEmpty() ? 0 : 3 + evidence(cell.because()));
        }
        return elements;
    }

    private static int evidence(List<EvidenceView> because) {
        return because.stream().mapToInt(e -> 4 + evidence(e.because())).sum();
    }

    private Here there(Cut cut, int from) {
        return Here.at(scope.edition().map(), cut.path(from));
    }

    private Frame frame(Cut cut, Here there, String title, int from) {
        FrameBuilder frame = scope.frame(there, "part", title + ": " + cut.range(from) + " of " + cut.all()).about(title)
                .crumb(new PageLink(title, there.href(cut.page())))
                .previous(new PageLink(cut.range(cut.before(from)), there.href(cut.path(cut.before(from)))));
        return (cut.end(from) < cut.all() ? frame.next(new PageLink(cut.range(cut.end(from)), there.href(cut.path(cut.end(from))))) : frame)
                .build();
    }

    /** @param whole path of the file that holds all of it; empty when there is none */
    private static Parts parts(Cut cut, Here at, int from, String whole) {
        if (cut.further().isEmpty()) {
            return Parts.NONE;
        }
        List<PageLink> links = new ArrayList<>();
        links.add(link(cut, at, from, 0));
        cut.further().forEach(other -> links.add(link(cut, at, from, other)));
        return new Parts(from + 1, cut.end(from), cut.all(), links, whole.isEmpty() ? PageLink.NONE : new PageLink("All as CSV", at.href(whole)));
    }

    private static PageLink link(Cut cut, Here at, int from, int other) {
        return other == from ? PageLink.plain(cut.range(other)) : new PageLink(cut.range(other), at.href(cut.path(other)));
    }

    /**
     * Where a list is cut.
     *
     * @param page on which it begins
     * @param starts at which places the parts begin, the first at none
     */
    private record Cut(String page, String id, List<Integer> starts, int all) {

        /** Parts of one length but for the first. */
        static List<Integer> starts(int first, int most, int all) {
            List<Integer> starts = new ArrayList<>(List.of(0));
            for (int from = first; from < all; from += most) {
                starts.add(from);
            }
            return starts;
        }

        String path(int from) {
            return Portions.path(page, id, starts.indexOf(from));
        }

        String whole() {
            return page.replace(INDEX, "part/" + id + "/all.csv");
        }

        /** Where the further parts begin. */
        List<Integer> further() {
            return starts.subList(1, starts.size());
        }

        int end(int from) {
            int next = starts.indexOf(from) + 1;
            return next < starts.size() ? starts.get(next) : all;
        }

        int before(int from) {
            return starts.get(starts.indexOf(from) - 1);
        }

        String range(int from) {
            return from + 1 == end(from) ? "" + (from + 1) : (from + 1) + " to " + end(from);
        }
    }
}

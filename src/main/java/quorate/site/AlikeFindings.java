package quorate.site;

import java.util.ArrayList;
import java.util.List;
import quorate.review.Alike;
import quorate.review.Finding;
import quorate.review.Review;

/** Findings as lists on pages have them: one entry for those that are alike, unless it were too long for a page. */
final class AlikeFindings {

    /** Subjects in an entry, at most. */
    private static final int MOST = 48;

    /** What stands on one page, in findings with all their reasons. */
    private static final int PAGE = 16;

    /** So many more of an entry have as much to read as one that stands alone. */
    private static final int SHARE = 4;

    private AlikeFindings() {}

    static List<Alike<Finding>> of(List<Finding> findings, Review review) {
        List<Alike<Finding>> entries = new ArrayList<>();
        for (Alike<Finding> alike : Alike.of(findings, review)) {
            for (int from = 0; from < alike.size(); from += MOST) {
                entries.add(new Alike<>(alike.all().subList(from, Math.min(alike.size(), from + MOST))));
            }
        }
        return entries;
    }

    /** At which places the pages of a list begin, the first at none. */
    static List<Integer> starts(List<Alike<Finding>> entries) {
        return starts(entries, PAGE);
    }

    /** The same where the first page has room for less: for what is no more to read than so many single findings. */
    static List<Integer> starts(List<Alike<Finding>> entries, int first) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        int from = fitting(entries, first);
        while (from < entries.size()) {
            starts.add(from);
            from += fitting(entries.subList(from, entries.size()), PAGE);
        }
        return starts;
    }

    /** How many entries have no more to read than so many single findings; at least one if there is one. */
    static int fitting(List<Alike<Finding>> entries, int findings) {
        int read = 0;
        for (int i = 0; i < entries.size(); i++) {
            read += 1 + (entries.get(i).size() - 1) / SHARE;
            if (read > findings && i > 0) {
                return i;
            }
        }
        return entries.size();
    }
}

package quorate.source;

/**
 * Bounds on hostile input.
 *
 * @param bytes size of one file
 * @param nodes values in one document, aliases counted each time they are used
 * @param depth nesting
 * @param aliases aliases of collections in one document
 * @param files files read for one project
 */
public record Limits(int bytes, int nodes, int depth, int aliases, int files) {

    /**
     * Room for the largest architecture measured (18,500 services and 60,000 links in one file, about 14 MB),
     * and no more.
     */
    public static final Limits DEFAULT = new Limits(32 * 1024 * 1024, 2_000_000, 60, 2_000, 5_000);
}

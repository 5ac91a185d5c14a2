package quorate.source;

import java.util.Comparator;

/**
 * A place in an input file.
 *
 * @param file path relative to the project folder, with forward slashes on every system
 * @param line from 1; 0 means the file as a whole, for formats whose reader gives no position
 * @param column from 1; 0 when the line is 0
 */
public record Location(String file, int line, int column) implements Comparable<Location> {

    private static final Comparator<Location> ORDER =
            Comparator.comparing(Location::file).thenComparingInt(Location::line).thenComparingInt(Location::column);

    public Location {
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("negative position in " + file);
        }
    }

    /** The file as a whole. */
    public static Location of(String file) {
        return new Location(file, 0, 0);
    }

    /** {@code file:line}, or the file alone when it has no position. */
    public String brief() {
        return line == 0 ? file : file + ":" + line;
    }

    /** {@code file:line:column}, or the file alone when it has no position. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }
}

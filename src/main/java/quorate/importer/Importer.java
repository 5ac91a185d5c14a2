package quorate.importer;

import java.util.List;
import quorate.source.SourceFile;

/** Reads one input format. Never throws for bad input: what cannot be understood becomes a problem at its place. */
public interface Importer {

    /** The format's name, shown in evidence: {@code compose}. */
    String name();

    /** Whether a file is of this format. Cheap: looks at the name and the first keys. */
    boolean accepts(SourceFile file);

    /**
     * Whether all files of a project belong together, also those that are imported one by one: so it is with a format in which
     * a file names what others describe, and of which a project has one set.
     */
    default boolean readsAllTogether() {
        return false;
    }

    /**
     * Reads files that belong together: all that this importer accepted of one import, in the order of their paths.
     */
    Draft read(List<SourceFile> files, Context context);
}

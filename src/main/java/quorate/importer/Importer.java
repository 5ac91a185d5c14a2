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
     * Reads all files of a project that this importer accepted, in the order of their paths, whether they were imported one by
     * one or as a folder: a file may name what another one describes.
     */
    Draft read(List<SourceFile> files, Context context);
}

package quorate.importer;

import quorate.source.Folder;

/**
 * What an importer may use beside its files: the project's folder, for files that they include, the catalog's eye, and what is
 * known of the project already.
 */
public record Context(Folder folder, Recognizer recognizer, Known known) {

    /** Where nothing else was read. */
    public Context(Folder folder, Recognizer recognizer) {
        this(folder, recognizer, Known.NOTHING);
    }
}

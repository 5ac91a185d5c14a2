package quorate.importer;

import quorate.source.Folder;

/** What an importer may use beside its files: the project's folder, for files that they include, and the catalog's eye. */
public record Context(Folder folder, Recognizer recognizer) {}

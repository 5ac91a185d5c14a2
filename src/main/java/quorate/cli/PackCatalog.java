package quorate.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import quorate.catalog.CatalogReader;
import quorate.source.Resources;

/** Run while the jar is made: writes the catalog in its packed form beside the classes. */
public final class PackCatalog {

    private PackCatalog() {}

    /** Arguments: the catalog's folder, the file to write. */
    public static void main(String[] args) throws Exception {
        Files.write(Path.of(args[1]), CatalogReader.pack(Resources.inFolder(Path.of(args[0]))));
    }
}

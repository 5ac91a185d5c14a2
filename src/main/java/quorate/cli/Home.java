package quorate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorate.source.Resources;

/**
 * Where our own files are: in a checkout the folders {@code catalog}, {@code templates} and {@code site/assets}, so that a
 * change shows without a new jar; elsewhere inside the jar.
 *
 * @param checkout the root of the checkout, handed over by the launcher
 */
record Home(Optional<Path> checkout) {

    /** The property by which the launcher names the checkout. */
    static final String PROPERTY = "quorate.home";

    static Home find() {
        return new Home(Optional.ofNullable(System.getProperty(PROPERTY))
                .map(Path::of)
                .filter(path -> Files.isDirectory(path.resolve("catalog"))));
    }

    /** Files of {@code catalog}, {@code templates} or {@code assets}, by relative path. */
    Map<String, byte[]> files(String what) throws IOException {
        if (checkout.isPresent()) {
            String folder = what.equals("assets") ? "site/assets" : what;
            return Resources.inFolder(checkout.get().resolve(folder));
        }
        return Resources.inJar("/quorate/" + what);
    }

    /** Our files, then those of an overlay folder, which win. */
    List<Map<String, byte[]>> layers(String what, Optional<Path> overlay) throws IOException {
        List<Map<String, byte[]>> layers = new ArrayList<>(List.of(files(what)));
        if (overlay.isPresent()) {
            layers.add(Resources.inFolder(overlay.get()));
        }
        return layers;
    }

    /** Whether the catalog may have been edited since it was last checked. */
    boolean isCheckout() {
        return checkout.isPresent();
    }
}

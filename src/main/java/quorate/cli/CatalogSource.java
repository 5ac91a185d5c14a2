package quorate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import quorate.catalog.Catalog;
import quorate.catalog.CatalogReader;
import quorate.schema.Schemas;
import quorate.source.Problems;
import quorate.source.Resources;

/**
 * Gets the catalog without reading its YAML at every start: the jar carries it packed, a checkout packs it anew when its files
 * have changed. An overlay is always read from its files.
 *
 * @param overlay folder with entries that add to the catalog or replace entries of it
 */
record CatalogSource(Home home, Optional<Path> overlay) {

    /** The packed catalog inside the jar. */
    static final String PACKED = "/quorate/catalog.packed";

    Catalog read() throws IOException {
        Optional<Catalog> packed = overlay.isPresent()
                ? Optional.empty()
                : home.checkout().isPresent() ? ofCheckout(home.checkout().get()) : ofJar();
        return packed.isPresent() ? packed.get() : fromFiles();
    }

    private Catalog fromFiles() throws IOException {
        Problems problems = new Problems();
        Catalog catalog = CatalogReader.read(home.layers("catalog", overlay), new Schemas(), problems, true);
        if (problems.hasErrors()) {
            throw new Exit.InputError(problems.all());
        }
        return catalog;
    }

    private static Optional<Catalog> ofJar() throws IOException {
        try (InputStream in = CatalogSource.class.getResourceAsStream(PACKED)) {
            return in == null ? Optional.empty() : CatalogReader.readPacked(in.readAllBytes());
        }
    }

    private Optional<Catalog> ofCheckout(Path checkout) throws IOException {
        String stamp = Resources.stamp(checkout.resolve("catalog"));
        String key = fingerprint(Map.of("catalog", stamp.getBytes(StandardCharsets.UTF_8)));
        Path packed = checkout.resolve("target").resolve("catalog-" + key + ".packed");
        Optional<Catalog> kept = Files.isRegularFile(packed) ? CatalogReader.readPacked(Files.readAllBytes(packed)) : Optional.empty();
        if (kept.isPresent()) {
            return kept;
        }
        Catalog catalog = fromFiles();
        if (Files.isDirectory(packed.getParent())) {
            Files.write(packed, CatalogReader.pack(home.files("catalog")));
        }
        return Optional.of(catalog);
    }

    static String fingerprint(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Version.number().getBytes(StandardCharsets.UTF_8));
            files.forEach((path, bytes) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

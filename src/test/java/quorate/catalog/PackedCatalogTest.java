package quorate.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quorate.schema.Schemas;
import quorate.source.Problems;
import quorate.source.Resources;

class PackedCatalogTest {

    private static final Path HOME = Path.of("catalog");

    @Test
    void holdsWhatTheFilesHold() throws IOException {
        Catalog files = CatalogReader.read(List.of(Resources.inFolder(HOME)), new Schemas(), new Problems(), false);
        Catalog packed = CatalogReader.readPacked(CatalogReader.pack(Resources.inFolder(HOME))).orElseThrow();
        for (Entry entry : files.entries()) {
            assertEquals(entry.toString(), packed.entry(entry.kind(), entry.id()).orElseThrow().toString());
        }
        assertEquals(files.entries().size(), packed.entries().size());
        assertEquals(files.terms(), packed.terms());
        assertEquals(files.checklist(), packed.checklist());
        assertEquals(files.consistency().models().keySet(), packed.consistency().models().keySet());
        assertEquals(files.formulas(), packed.formulas());
        assertEquals(files.vectors(), packed.vectors());
        assertEquals("postgresql", packed.technologyOfImage("postgres:16").orElseThrow().id());
    }

    @Test
    void isNotReadWhenItIsNotWhole() throws IOException {
        byte[] packed = CatalogReader.pack(Resources.inFolder(HOME));
        for (int length : new int[] {0, 10, 200, 100_000, packed.length - 1}) {
            assertEquals(Optional.empty(), CatalogReader.readPacked(Arrays.copyOf(packed, length)), length + " bytes");
        }
        assertEquals(Optional.empty(), CatalogReader.readPacked(Arrays.copyOf(packed, packed.length + 1)), "a byte too many");
        packed[0] = '{';
        assertEquals(Optional.empty(), CatalogReader.readPacked(packed), "another form");
    }
}

package quorate.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far what begins at a place reaches. */
class ExtentsTest {

    @TempDir
    Path folder;

    @Test
    void anEntryEndsBeforeWhatIsBlankOrComment() throws IOException {
        String yaml = """
                services:
                  cart:
                    replicas: 1

                  # of the next one
                  catalog: {replicas: 2}
                links:
                  - from: cart
                    to: catalog # called often
                  - {from: catalog, to: cart}
                text: |
                  one
                  two
                """;
        assertEquals("3:16", end(yaml, 2, 3));
        assertEquals("6:25", end(yaml, 6, 3));
        assertEquals("13:6", end(yaml, 1, 1), "the document, not its first entry");
        assertEquals("9:31", end(yaml, 8, 5), "the item with its last line, not its first field");
        assertEquals("10:30", end(yaml, 10, 5));
        assertEquals("13:6", end(yaml, 11, 1));
    }

    @Test
    void columnsCountCharactersAsPeopleDo() throws IOException {
        assertEquals("1:11", end("a: {b: \uD83D\uDE00\uD83D\uDE00}\n", 1, 1));
    }

    @Test
    void whatCannotBeReadHasNoExtent() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "a: [1\n");
        Files.writeString(folder.resolve("b.dot"), "digraph { a -> b }\n");
        Extents extents = Extents.of(Folder.open(folder, Limits.DEFAULT), List.of("a.yaml", "b.dot", "missing.yaml"));
        assertEquals(Optional.empty(), extents.end(new Location("a.yaml", 1, 1)));
        assertEquals(Optional.empty(), extents.end(new Location("b.dot", 1, 1)));
    }

    private String end(String yaml, int line, int column) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), yaml);
        Extents extents = Extents.of(Folder.open(folder, Limits.DEFAULT), List.of("a.yaml"));
        return extents.end(new Location("a.yaml", line, column)).map(l -> l.line() + ":" + l.column()).orElse("none");
    }
}

package quorate.importer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import quorate.importer.formats.Importers;
import quorate.source.Folder;
import quorate.source.Limits;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;
import quorate.source.Yaml;

/**
 * Measures the importers against real systems whose truth was written down by hand. The systems are not part of the project:
 * without them the test is skipped.
 */
class CorpusTest {

    private static final List<String> MEASURED = List.of("compose", "kubernetes", "asyncapi", "spring", "quarkus",
            "connect", "dapr", "threagile", "backstage", "c4-plantuml", "likec4", "eventcatalog");

    @Test
    void realSystemsAreReadAsTheyAre() throws IOException {
        Path corpus = shared().resolve("corpus");
        Path technologies = Path.of("catalog/technologies");
        Assumptions.assumeTrue(Files.isDirectory(corpus) && Files.isDirectory(technologies), "no corpus here");
        List<CorpusScore> scores = scores(corpus, TestRecognizer.catalog(technologies));
        // How much the importers see by themselves, without the images that the catalog lists.
        List<CorpusScore> alone = scores(corpus, TestRecognizer.small());
        String table = CorpusScore.table(scores) + "\nwith a dozen official images only\n" + CorpusScore.table(alone);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/corpus-score.txt"), table);
        System.out.println(table);
        CorpusScore all = CorpusScore.sum(scores);
        assertTrue(all.services().precision() >= 0.95 && all.services().recall() >= 0.95, "services");
        assertTrue(all.stores().precision() >= 0.95 && all.stores().recall() >= 0.95, "stores and channels");
        assertTrue(all.replicas().precision() >= 0.95, "replicas");
        assertTrue(all.links().precision() >= 0.95 && all.links().recall() >= 0.80, "links");
    }

    private static List<CorpusScore> scores(Path corpus, Recognizer recognizer) throws IOException {
        List<CorpusScore> scores = new ArrayList<>();
        try (Stream<Path> systems = Files.list(corpus)) {
            for (Path system : systems.filter(Files::isDirectory).sorted().toList()) {
                score(system, recognizer).ifPresent(scores::add);
            }
        }
        return scores;
    }

    private static Path shared() {
        return Path.of(System.getProperty("quorate.shared", "../shared"));
    }

    private static Optional<CorpusScore> score(Path system, Recognizer recognizer) throws IOException {
        Folder folder = Folder.open(system, Limits.DEFAULT);
        List<SourceFile> files = new ArrayList<>();
        for (String path : folder.list("")) {
            if (!path.equals("truth.yaml")) {
                folder.read(path, Location.of(path), new Problems()).ifPresent(files::add);
            }
        }
        List<Draft> drafts = new ArrayList<>();
        Known known = Known.NOTHING;
        for (Importer importer : Importers.all()) {
            List<SourceFile> own = files.stream().filter(importer::accepts).toList();
            if (!own.isEmpty() && MEASURED.contains(importer.name())) {
                Draft draft = importer.read(own, new Context(folder, recognizer, known));
                known = known.plus(draft.entities(), draft.hosts());
                drafts.add(draft);
            }
        }
        SourceFile truth = new SourceFile("truth.yaml", Files.readString(system.resolve("truth.yaml")));
        Optional<Node> node = Yaml.document(truth, Limits.DEFAULT, new Problems());
        return drafts.isEmpty()
                ? Optional.empty()
                : Optional.of(CorpusScore.of(system.getFileName().toString(), drafts, node.orElseThrow()));
    }
}

package quorate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorate.catalog.Catalog;
import quorate.catalog.CatalogReader;
import quorate.derive.Deriver;
import quorate.importer.ProjectReader;
import quorate.importer.Recognizer;
import quorate.importer.formats.Importers;
import quorate.link.Joiner;
import quorate.link.Linked;
import quorate.model.Architecture;
import quorate.review.cap.CapRules;
import quorate.review.consistency.ConsistencyRules;
import quorate.review.data.DataRules;
import quorate.review.failure.FailureRules;
import quorate.review.operations.OperationsRules;
import quorate.review.transactions.TransactionRules;
import quorate.schema.Schemas;
import quorate.source.Folder;
import quorate.source.Limits;
import quorate.source.Problems;
import quorate.source.Resources;

/** Reads small architectures for tests through the same code as the command line does. */
final class Projects {

    static final Schemas SCHEMAS = new Schemas();

    static final Problems CATALOG_PROBLEMS = new Problems();

    static final Catalog CATALOG = catalog();

    private Projects() {}

    static List<Rule> rules() {
        List<Rule> all = new ArrayList<>();
        all.addAll(CapRules.all());
        all.addAll(ConsistencyRules.all());
        all.addAll(FailureRules.all());
        all.addAll(DataRules.all());
        all.addAll(TransactionRules.all());
        all.addAll(OperationsRules.all());
        return all;
    }

    /** The same, beside files that it imports, given as a mapping from name to text. */
    static Architecture read(JsonNode tree, JsonNode files, Path folder) {
        files.fields().forEachRemaining(file -> write(folder.resolve(file.getKey()), file.getValue().asText()));
        return read(tree, folder);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An architecture given as a tree, read from a file as any other; an error in it fails the test. */
    static Architecture read(JsonNode tree, Path folder) {
        try {
            write(folder.resolve("architecture.yaml"), JsonMapper.builder().build().writeValueAsString(tree));
            return read("case", folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Architecture read(String project, Path folder) throws IOException {
        Problems problems = new Problems();
        Optional<Architecture> architecture = new ProjectReader(Importers.all(), SCHEMAS, new NothingRecognized())
                .read(project, Folder.open(folder, Limits.DEFAULT), problems);
        return architecture.orElseThrow(() -> new AssertionError(problems.all().toString()));
    }

    static Review.Input join(Architecture architecture) {
        Linked linked = new Joiner(CATALOG).join(architecture);
        return new Review.Input(linked, Deriver.derive(linked));
    }

    private static Catalog catalog() {
        try {
            Map<String, byte[]> files = Resources.inFolder(Path.of("catalog"));
            return CatalogReader.read(List.of(files), SCHEMAS, CATALOG_PROBLEMS, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class NothingRecognized implements Recognizer {
        @Override
        public Optional<Recognized> image(String image) {
            return Optional.empty();
        }

        @Override
        public Optional<Recognized> scheme(String scheme) {
            return Optional.empty();
        }
    }
}

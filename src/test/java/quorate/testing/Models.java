package quorate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quorate.catalog.Catalog;
import quorate.catalog.CatalogReader;
import quorate.importer.ProjectReader;
import quorate.importer.Recognizer;
import quorate.importer.formats.Importers;
import quorate.link.Joiner;
import quorate.link.Linked;
import quorate.model.Architecture;
import quorate.review.Rule;
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

/** Architectures from text, read by the code that reads a user's files. */
public final class Models {

    private static final Schemas SCHEMAS = new Schemas();

    /** The catalog of the project. */
    public static final Catalog CATALOG = catalog();

    /** All rules, in reading order. */
    public static final List<Rule> RULES = Stream.of(CapRules.all(), ConsistencyRules.all(), FailureRules.all(), DataRules.all(),
                    TransactionRules.all(), OperationsRules.all())
            .flatMap(List::stream)
            .toList();

    private Models() {}

    /** The architecture that this text describes; a test that writes a wrong one fails with all its problems. */
    public static Architecture architecture(String yaml) {
        try {
            Path folder = Files.createTempDirectory("quorate-model");
            Path file = folder.resolve("architecture.yaml");
            try {
                Files.writeString(file, yaml);
                Problems problems = new Problems();
                return new ProjectReader(Importers.all(), SCHEMAS, nothing())
                        .read("test", Folder.open(folder, Limits.DEFAULT), problems)
                        .orElseThrow(() -> new AssertionError(problems.all() + "\n" + yaml));
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The architecture of a project's folder. */
    public static Architecture read(String project, Path folder) throws IOException {
        Problems problems = new Problems();
        return new ProjectReader(Importers.all(), SCHEMAS, nothing())
                .read(project, Folder.open(folder, Limits.DEFAULT), problems)
                .orElseThrow(() -> new AssertionError(problems.all()));
    }

    /** The same, joined with the catalog. */
    public static Linked linked(String yaml) {
        return new Joiner(CATALOG).join(architecture(yaml));
    }

    private static Recognizer nothing() {
        return new Recognizer() {
            @Override
            public Optional<Recognized> image(String image) {
                return Optional.empty();
            }

            @Override
            public Optional<Recognized> scheme(String scheme) {
                return Optional.empty();
            }
        };
    }

    private static Catalog catalog() {
        try {
            Problems problems = new Problems();
            Catalog catalog =
                    CatalogReader.read(List.of(Resources.inFolder(Path.of("catalog"))), SCHEMAS, problems, true);
            if (problems.hasErrors()) {
                throw new AssertionError(problems.all());
            }
            return catalog;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package quorate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import quorate.catalog.Catalog;
import quorate.catalog.Technology;
import quorate.derive.Derived;
import quorate.derive.Deriver;
import quorate.importer.AcceptanceFile;
import quorate.importer.ProjectReader;
import quorate.importer.Recognizer;
import quorate.importer.formats.Importers;
import quorate.link.Joiner;
import quorate.link.Linked;
import quorate.model.Architecture;
import quorate.model.Deferred;
import quorate.model.Kind;
import quorate.review.Clearing;
import quorate.review.Engine;
import quorate.review.Finding;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Sensitivity;
import quorate.schema.SchemaName;
import quorate.schema.Schemas;
import quorate.source.Extents;
import quorate.source.Folder;
import quorate.source.Limits;
import quorate.source.Location;
import quorate.source.Problem;
import quorate.source.Problems;
import quorate.source.SourceFile;

/** The stages, in their order: read, join, derive, review. */
final class Stages {

    private final Schemas schemas = new Schemas();
    private final CompletableFuture<Catalog> catalog;
    private final ProjectReader reader = new ProjectReader(Importers.all(), schemas, new ByCatalog());
    private final Deferred<Joiner> joiner = Deferred.of(() -> new Joiner(catalog()));
    private final Deferred<Engine> engine;
    private final Optional<Path> acceptances;

    private Stages(CompletableFuture<Catalog> catalog, CompletableFuture<LocalDate> today, Optional<Path> acceptances) {
        this.acceptances = acceptances;
        this.catalog = catalog;
        this.engine = Deferred.of(() -> new Engine(rules(), catalog(), today.join()));
    }

    /**
     * Begins to read the catalog, which takes as long as a project, and makes the stages ready.
     *
     * @param overlay folder with entries that add to the catalog or replace entries of it
     * @param today gives the day by which acceptances expire
     * @param acceptances file with acceptances of several projects; nothing for the one beside the project's folder, if any
     */
    static Stages open(Home home, Optional<Path> overlay, Supplier<LocalDate> today, Optional<Path> acceptances) {
        CompletableFuture<Catalog> catalog = CompletableFuture.supplyAsync(() -> {
            try {
                Catalog read = new CatalogSource(home, overlay).read();
                // What every review needs is taken out of the pack here, beside the project.
                read.technologies();
                read.rules();
                read.consistency();
                return read;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Stages stages = new Stages(catalog, CompletableFuture.supplyAsync(today), acceptances);
        CompletableFuture.runAsync(() -> stages.schemas.prepare(SchemaName.ARCHITECTURE));
        return stages;
    }

    static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(quorate.review.cap.CapRules.all());
        rules.addAll(quorate.review.consistency.ConsistencyRules.all());
        rules.addAll(quorate.review.failure.FailureRules.all());
        rules.addAll(quorate.review.data.DataRules.all());
        rules.addAll(quorate.review.transactions.TransactionRules.all());
        rules.addAll(quorate.review.operations.OperationsRules.all());
        return rules;
    }

    private final class ByCatalog implements Recognizer {

        @Override
        public Optional<Recognized> image(String image) {
            return catalog().technologyOfImage(image).map(Stages::recognized);
        }

        @Override
        public Optional<Recognized> scheme(String scheme) {
            return catalog().technologyOfScheme(scheme).map(Stages::recognized);
        }
    }

    private static Recognizer.Recognized recognized(Technology technology) {
        Kind kind = switch (technology.role()) {
            case "store" -> Kind.STORE;
            case "channel" -> Kind.CHANNEL;
            default -> Kind.SERVICE;
        };
        String type = switch (technology.type()) {
            case "cache" -> "cache";
            case "object-store" -> "object-store";
            case "search-index" -> "search-index";
            case "coordination" -> "coordination";
            case "event-store", "log" -> "event-log";
            case "gateway" -> "gateway";
            case "proxy", "service-mesh" -> "proxy";
            case "telemetry" -> "telemetry";
            default -> kind == Kind.STORE ? "database" : "";
        };
        return new Recognizer.Recognized(technology.id(), kind, type);
    }

    /**
     * @throws Exit.InputError when an entry that was added has errors
     * @throws UncheckedIOException when it cannot be read
     */
    Catalog catalog() {
        try {
            return catalog.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    Schemas schemas() {
        return schemas;
    }

    /**
     * The architecture of a folder.
     *
     * @param warnings receives what was not understood
     * @throws Exit.InputError when its files have errors
     */
    Architecture read(String project, Path folder, List<Problem> warnings) throws IOException {
        Problems problems = new Problems();
        Optional<Architecture> architecture = reader.read(project, Folder.open(folder, Limits.DEFAULT), problems);
        AcceptanceFile accepted = accepted(folder, problems);
        if (architecture.isEmpty() || problems.hasErrors()) {
            throw new Exit.InputError(problems.all());
        }
        warnings.addAll(problems.all());
        return architecture.get().plus(accepted.of(project));
    }

    /** What is accepted in the file of several projects. Its places are told from the project's folder. */
    AcceptanceFile accepted(Path folder, Problems problems) throws IOException {
        Path project = folder.toRealPath();
        Optional<Path> found = acceptanceFile(folder);
        if (found.isEmpty()) {
            return AcceptanceFile.NONE;
        }
        Path file = found.get();
        String path = project.relativize(file).toString().replace('\\', '/');
        Problems own = new Problems();
        Optional<SourceFile> text = Folder.open(file.getParent(), Limits.DEFAULT)
                .read(file.getFileName().toString(), Location.of(path), own)
                .map(read -> new SourceFile(path, read.text()));
        problems.addAll(own.all());
        return text.map(read -> AcceptanceFile.read(read, Limits.DEFAULT, schemas, problems)).orElse(AcceptanceFile.NONE);
    }

    /** The file of several projects in which findings of this one may be accepted, if there is one. */
    Optional<Path> acceptanceFile(Path folder) throws IOException {
        if (acceptances.isPresent()) {
            return Optional.of(acceptances.get().toRealPath());
        }
        return Optional.ofNullable(folder.toRealPath().getParent())
                .map(parent -> parent.resolve(AcceptanceFile.NAME))
                .filter(java.nio.file.Files::isRegularFile);
    }

    /** What the files of a folder say, its architecture.yaml left out. */
    ProjectReader.Found found(String project, Path folder, List<Problem> warnings) throws IOException {
        Problems problems = new Problems();
        Optional<ProjectReader.Found> found = reader.readFound(project, Folder.open(folder, Limits.DEFAULT), problems);
        if (found.isEmpty()) {
            throw new Exit.InputError(problems.all());
        }
        warnings.addAll(problems.all());
        return found.get();
    }

    /** What one file or folder says. */
    Architecture readOnly(Path file, List<Problem> warnings) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Problems problems = new Problems();
        boolean isFolder = java.nio.file.Files.isDirectory(absolute);
        Folder folder = Folder.open(isFolder ? absolute : absolute.getParent(), Limits.DEFAULT);
        String project = ProjectFolder.idOf(folder.root());
        Optional<Architecture> architecture = isFolder
                ? reader.readFound(project, folder, problems).map(ProjectReader.Found::architecture)
                : reader.readOnly(project, folder, absolute.getFileName().toString(), problems);
        if (architecture.isEmpty()) {
            throw new Exit.InputError(problems.all());
        }
        warnings.addAll(problems.all());
        return architecture.get();
    }

    /** What single facts decide in the review. */
    Sensitivity sensitivity(Review review) {
        return engine.get().sensitivity(review);
    }

    /** The smallest change of a single fact that clears the finding. */
    Optional<Clearing> clearing(Review review, Finding finding) {
        return engine.get().clearing(review, finding);
    }

    /** How far what is wrong reaches in the files of the folder. */
    Extents extents(Path folder, Review review) throws IOException {
        Set<String> files = new TreeSet<>();
        review.wrong().forEach(finding -> files.add(finding.subject().at().file()));
        return Extents.of(Folder.open(folder, Limits.DEFAULT), files);
    }

    Review review(Architecture architecture) {
        return review(architecture, false);
    }

    /** @param scenarios whether the failures are to be worked out beside the rules, because they will be asked for */
    Review review(Architecture architecture, boolean scenarios) {
        Linked linked = joiner.get().join(architecture);
        Derived derived = Deriver.derive(linked);
        if (scenarios) {
            // The rules do not wait for them, and they take as long; an error in them shows when they are asked for.
            CompletableFuture.runAsync(derived::scenarios);
        }
        return engine.get().review(linked, derived);
    }
}

package quorate.importer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.Kind;
import quorate.model.Vocabulary;
import quorate.schema.SchemaName;
import quorate.schema.Schemas;
import quorate.source.Folder;
import quorate.source.Json;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problem;
import quorate.source.Problems;
import quorate.source.SourceFile;
import quorate.source.Yaml;

/**
 * Reads a project: its {@code architecture.yaml} and what that imports, or, without one, every file in the folder that an
 * importer accepts.
 */
public final class ProjectReader {

    private final List<Importer> importers;
    private final Schemas schemas;
    private final Recognizer recognizer;

    public ProjectReader(List<Importer> importers, Schemas schemas, Recognizer recognizer) {
        this.importers = List.copyOf(importers);
        this.schemas = schemas;
        this.recognizer = recognizer;
    }

    /**
     * The architecture of the project, or nothing when its files have errors; those are added to {@code problems}. What an
     * importer did not understand is a warning, kept in the architecture as well.
     *
     * @param project id of the project
     */
    public Optional<Architecture> read(String project, Folder folder, Problems problems) throws IOException {
        return new Reading(project, folder, problems).read();
    }

    /** What one file or folder says, without {@code architecture.yaml}: the command {@code import}. */
    public Optional<Architecture> readOnly(String project, Folder folder, String path, Problems problems)
            throws IOException {
        Reading reading = new Reading(project, folder, problems);
        reading.imported(path, Location.of(path));
        return reading.result();
    }

    /**
     * What is found in a folder.
     *
     * @param files that were read, by their path; a file that only another one names is not among them
     */
    public record Found(Architecture architecture, List<String> files) {}

    /** What the files of the folder say that importers accept, its {@code architecture.yaml} left out: the command init. */
    public Optional<Found> readFound(String project, Folder folder, Problems problems) throws IOException {
        Reading reading = new Reading(project, folder, problems);
        reading.several(folder.list(""), Location.of("."));
        return reading.result().map(architecture -> new Found(architecture, reading.files()));
    }

    private final class Reading {
        private final String project;
        private final Folder folder;
        private final Problems problems;
        private final Problems mine = new Problems();
        private final Merge merge = new Merge();
        private final Set<String> sources = new LinkedHashSet<>();
        private final Map<String, Location> open = new LinkedHashMap<>();
        private final Set<String> done = new HashSet<>();
        private final Map<Importer, SortedMap<String, SourceFile>> taken = new LinkedHashMap<>();
        private final DeclaredCheck declared = new DeclaredCheck(mine);
        private final List<Entity> accepted = new ArrayList<>();
        private boolean incomplete;
        private boolean nothingFound;
        private Entity system;

        Reading(String project, Folder folder, Problems problems) {
            this.project = project;
            this.folder = folder;
            this.problems = problems;
            Location nowhere = Location.of(ArchitectureFile.NAME);
            this.system = new Entity(Kind.SYSTEM, project, Facts.none(nowhere), nowhere);
            importers.forEach(importer -> taken.put(importer, new TreeMap<>()));
        }

        Optional<Architecture> read() throws IOException {
            if (folder.has(ArchitectureFile.NAME)) {
                architecture(ArchitectureFile.NAME, Location.of(ArchitectureFile.NAME), true);
            } else {
                boolean any = several(folder.list(""), Location.of("."));
                if (!any && !mine.hasErrors()) {
                    nothingFound = true;
                    mine.warning(
                            Location.of(ArchitectureFile.NAME),
                            "there is no such file, and none of a format that is read",
                            "'quorate init' writes one to start from. " + formats());
                }
            }
            return result();
        }

        Optional<Architecture> result() {
            inOrder().forEach(draft -> {
                merge.add(draft.entities(), draft.links());
                mine.addAll(draft.problems());
                sources.addAll(draft.sources());
            });
            merge.add(accepted, List.of());
            if (!incomplete) { // what could not be read would only be missed again, once a reference
                new ReferenceCheck(merge.entities(), merge.links(), mine).checkAll();
            }
            if (!nothingFound && !mine.hasErrors() && merge.entities().stream().noneMatch(entity -> entity.kind().isComponent())) {
                mine.warning(
                        system.at(),
                        "no component is described, so there is nothing to review",
                        "Name at least one under 'services' or 'stores', or import a file that does.");
            }
            List<Problem> all = mine.all();
            problems.addAll(all);
            if (mine.hasErrors()) {
                return Optional.empty();
            }
            return Optional.of(Architecture.of(
                    system, merge.entities(), merge.links(), merge.conflicts(), all, List.copyOf(sources)));
        }

        /** The files that importers read, each once, in the order of the formats. */
        List<String> files() {
            return taken.values().stream().flatMap(files -> files.keySet().stream()).distinct().toList();
        }

        /** Each format after those that it may lean on, so that the order in which files are named changes nothing. */
        private List<Draft> inOrder() {
            Known known = Known.NOTHING.plus(merge.entities(), Map.of());
            List<Draft> drafts = new ArrayList<>();
            for (Importer importer : importers) {
                List<SourceFile> files = taken.get(importer).values().stream().toList();
                if (!files.isEmpty()) {
                    Draft draft = importer.read(files, new Context(folder, recognizer, known));
                    known = known.plus(draft.entities(), draft.hosts());
                    drafts.add(draft);
                }
            }
            return drafts;
        }

        /** Notes who reads the file; says whether anybody does. */
        private boolean take(SourceFile file) {
            List<Importer> own = importers.stream().filter(importer -> importer.accepts(file)).toList();
            own.forEach(importer -> taken.get(importer).put(file.path(), file));
            if (!own.isEmpty()) {
                remarks(file);
            }
            return !own.isEmpty();
        }

        private void architecture(String path, Location from, boolean main) throws IOException {
            Optional<SourceFile> file = folder.read(path, from, mine);
            Problems before = new Problems();
            Optional<Node> document = file.flatMap(f -> Yaml.document(f, folder.limits(), before));
            mine.addAll(before.all());
            if (document.isEmpty()) {
                incomplete = true;
                if (file.isPresent() && !before.hasErrors()) {
                    mine.error(
                            file.get().whole(),
                            "the file is empty",
                            "Write what the system is made of, at least 'services:' with one service below.");
                }
                return;
            }
            if (!main && foreign(document.get())) {
                unknownFormat(path, from);
                return;
            }
            sources.add(path);
            remarks(file.get());
            CompletableFuture<ArchitectureFile> reading =
                    CompletableFuture.supplyAsync(() -> ArchitectureFile.read(project, document.get()));
            schemas.check(SchemaName.ARCHITECTURE, document.get(), mine); // takes as long
            ArchitectureFile read = reading.join();
            declared.check(read, document.get());
            if (main) {
                system = read.system();
            }
            merge.add(read.entities(), read.links());
            open.put(path, from);
            for (Node item : read.imports()) {
                imported(item.text().orElse(""), item.at());
            }
            open.remove(path);
        }

        void imported(String path, Location from) throws IOException {
            String clean = clean(path);
            if (clean.isEmpty()) {
                return; // no text, of which the schema has told
            }
            if (open.containsKey(clean)) {
                mine.error(
                        from,
                        "imports '" + clean + "', which is being read already",
                        "The imports go in a circle: " + String.join(" -> ", open.keySet()) + " -> " + clean
                                + ". Remove one of them.");
            } else if (!done.add(clean)) {
                return; // named twice, read once
            } else if (folder.hasFolder(clean)) {
                List<String> files = folder.list(clean);
                if (!several(files, from) && !mine.hasErrors()) {
                    mine.error(
                            from,
                            "the folder '" + clean + "' has no "
                                    + (files.isEmpty() ? "files" : "file of a format that is read"),
                            formats());
                }
            } else {
                one(clean, from);
            }
        }

        private void one(String path, Location from) throws IOException {
            Optional<SourceFile> file = folder.read(path, from, mine);
            if (file.isEmpty()) {
                incomplete = true;
                return;
            }
            if (take(file.get())) {
                return;
            }
            if (List.of("yaml", "yml").contains(file.get().extension())) {
                architecture(path, from, false);
            } else if (!file.get().extension().equals("json") || readable(file.get())) {
                unknownFormat(path, from);
            }
        }

        /** Whether it is JSON at all; if not, that is said, since no importer knows a file that is cut short as its own. */
        private boolean readable(SourceFile file) {
            incomplete = true;
            return Json.document(file, folder.limits(), mine).isPresent();
        }

        /** What the owner accepts in comments of the file. */
        private void remarks(SourceFile file) {
            accepted.addAll(AcceptanceComments.read(file, folder.limits(), mine));
        }

        private void unknownFormat(String path, Location from) {
            incomplete = true;
            mine.error(from, "'" + path + "' is of no format that is read", formats());
        }

        private String formats() {
            List<String> names = new ArrayList<>(List.of("architecture.yaml"));
            importers.forEach(importer -> names.add(importer.name()));
            return "Read are: " + String.join(", ", names) + ".";
        }

        /** Whether the document has none of the fields of an architecture file, and so was not meant as one. */
        private boolean foreign(Node document) {
            Set<String> known = new HashSet<>(Set.of("imports"));
            Vocabulary.keys(Kind.SYSTEM).forEach(key -> known.add(key.path().get(0)));
            for (Kind kind : Kind.values()) {
                known.add(kind.section());
            }
            return !(document instanceof Node.Fields fields)
                    || fields.values().keySet().stream().noneMatch(known::contains);
        }

        /** One spelling of a path, so that a file is not read again under another. */
        private static String clean(String path) {
            String plain = path.replace('\\', '/').replaceAll("/{2,}", "/").replaceAll("(^|(?<=/))(\\./)+", "");
            return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
        }

        /** What nobody reads is passed over. Says whether any was read. */
        private boolean several(List<String> paths, Location from) {
            boolean any = false;
            for (String path : paths) {
                if (Formats.mayBeRead(path)) {
                    any |= folder.read(path, from, mine).filter(this::take).isPresent();
                }
            }
            return any;
        }
    }

    /** Endings that any format has, so that a folder's other files are not opened. */
    private static final class Formats {
        private static final Set<String> ENDINGS = Set.of(
                "yaml", "yml", "json", "dsl", "dot", "gv", "graphml", "properties", "puml", "plantuml", "wsd", "iuml", "c4",
                "likec4");
        /** Of pages only those that a catalog could be made of: a project may have thousands of others. */
        private static final Pattern PAGES = Pattern.compile("(?i)(.*/)?(index|(teams|users)/[^/]+)\\.mdx?");

        static boolean mayBeRead(String path) {
            return ENDINGS.contains(new SourceFile(path, "").extension()) || PAGES.matcher(path).matches();
        }
    }
}

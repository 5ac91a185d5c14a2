package quorate.importer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.schema.SchemaName;
import quorate.schema.Schemas;
import quorate.source.Folder;
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

    private final class Reading {
        private final String project;
        private final Folder folder;
        private final Problems problems;
        private final Problems mine = new Problems();
        private final Merge merge = new Merge();
        private final Set<String> sources = new LinkedHashSet<>();
        private final Map<String, Location> open = new LinkedHashMap<>();
        private final List<Draft> drafts = new ArrayList<>();
        private Entity system;

        Reading(String project, Folder folder, Problems problems) {
            this.project = project;
            this.folder = folder;
            this.problems = problems;
            Location nowhere = Location.of(ArchitectureFile.NAME);
            this.system = new Entity(Kind.SYSTEM, project, Facts.none(nowhere), nowhere);
        }

        Optional<Architecture> read() throws IOException {
            if (folder.has(ArchitectureFile.NAME)) {
                architecture(ArchitectureFile.NAME, Location.of(ArchitectureFile.NAME), true);
            } else {
                several(folder.list(""), Location.of("."));
            }
            return result();
        }

        Optional<Architecture> result() {
            drafts.forEach(draft -> {
                merge.add(draft.entities(), draft.links());
                mine.addAll(draft.problems());
                sources.addAll(draft.sources());
            });
            new ReferenceCheck(merge.entities(), merge.links(), mine).checkAll();
            List<Problem> all = mine.all();
            problems.addAll(all);
            if (mine.hasErrors()) {
                return Optional.empty();
            }
            return Optional.of(Architecture.of(
                    system, merge.entities(), merge.links(), merge.conflicts(), all, List.copyOf(sources)));
        }

        private void architecture(String path, Location from, boolean main) throws IOException {
            Optional<SourceFile> file = folder.read(path, from, mine);
            Optional<Node> document = file.flatMap(f -> Yaml.document(f, folder.limits(), mine));
            if (document.isEmpty()) {
                return;
            }
            sources.add(path);
            schemas.check(SchemaName.ARCHITECTURE, document.get(), mine);
            ArchitectureFile read = ArchitectureFile.read(project, document.get());
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
            String clean = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
            if (open.containsKey(clean)) {
                mine.error(
                        from,
                        "imports '" + clean + "', which is being read already",
                        "The imports go in a circle: " + String.join(" -> ", open.keySet()) + " -> " + clean
                                + ". Remove one of them.");
            } else if (folder.hasFolder(clean)) {
                List<String> files = folder.list(clean);
                if (files.isEmpty()) {
                    mine.error(from, "the folder '" + clean + "' has no files", "Name a folder with files to read.");
                }
                several(files, from);
            } else {
                one(clean, from);
            }
        }

        private void one(String path, Location from) throws IOException {
            Optional<SourceFile> file = folder.read(path, from, mine);
            if (file.isEmpty()) {
                return;
            }
            Optional<Importer> importer =
                    importers.stream().filter(i -> i.accepts(file.get())).findFirst();
            if (importer.isPresent()) {
                drafts.add(importer.get().read(List.of(file.get()), new Context(folder, recognizer)));
            } else if (List.of("yaml", "yml").contains(file.get().extension())) {
                architecture(path, from, false);
            } else {
                mine.error(
                        from,
                        "'" + path + "' is of no format that is read",
                        "Read are: architecture.yaml, "
                                + String.join(", ", importers.stream().map(Importer::name).toList()) + ".");
            }
        }

        /** Files of one import go to their importers together; what nobody reads is passed over. */
        private void several(List<String> paths, Location from) {
            Map<Importer, List<SourceFile>> accepted = new LinkedHashMap<>();
            importers.forEach(importer -> accepted.put(importer, new ArrayList<>()));
            for (String path : paths) {
                if (Formats.mayBeRead(path)) {
                    folder.read(path, from, mine).ifPresent(file -> importers.stream()
                            .filter(importer -> importer.accepts(file))
                            .findFirst()
                            .ifPresent(importer -> accepted.get(importer).add(file)));
                }
            }
            accepted.forEach((importer, files) -> {
                if (!files.isEmpty()) {
                    drafts.add(importer.read(files, new Context(folder, recognizer)));
                }
            });
        }
    }

    /** Endings that any format has, so that a folder's other files are not opened. */
    private static final class Formats {
        private static final Set<String> ENDINGS = Set.of("yaml", "yml", "json", "dot", "gv", "graphml");

        static boolean mayBeRead(String path) {
            return ENDINGS.contains(new SourceFile(path, "").extension());
        }
    }
}

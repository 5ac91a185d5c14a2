package quorate.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import quorate.output.Publication;
import quorate.schema.Binding;
import quorate.site.Brief;
import quorate.site.Detail;
import quorate.site.Part;
import quorate.site.ProjectPart;
import quorate.site.State;
import quorate.source.Problem;

/**
 * What the last build made of each project and of the pages beyond them, so that a part that did not change is neither analysed
 * nor rendered again. It counts only as long as everything that decides about the pages is the same. Files that do not stand in
 * the output as they were written are laid there again as they were kept.
 */
final class KeptParts {

    /** A folder with more is no folder of architecture files; it is built each time. */
    private static final int FILES = 500;
    private static final long BYTES = 20_000_000;

    private final Path store;
    private final PartFiles contents;
    private final Path output;
    private final Stages stages;
    private final String circumstances;
    private final String day;
    private final Map<String, Note> made = new ConcurrentHashMap<>();
    private final Map<String, Note> laid = new ConcurrentHashMap<>();
    private final Map<String, String> keys = new ConcurrentSkipListMap<>();
    private final Map<String, String> days = new ConcurrentSkipListMap<>();

    /**
     * @param store folder in which notes are kept between builds
     * @param circumstances what decides about the pages beside the project's own files: the tool, catalog, templates, the site
     * @param day by which acceptances expire; it decides about projects that have some
     */
    KeptParts(Path store, Path output, Stages stages, String circumstances, String day) {
        this.day = day;
        this.store = store;
        this.contents = new PartFiles(store);
        this.output = output.toAbsolutePath().normalize();
        this.stages = stages;
        this.circumstances = circumstances;
    }

    /** The name of the part beyond the projects; no project can have it. */
    private static final String REST = "_rest";

    private static final String NOTE = ".json";

    /**
     * What is known of a part beside its files: of a project its brief, of the rest nothing.
     *
     * @param day for which alone it holds; empty when it holds on any
     * @param checksum of all files
     */
    private record Note(
            String key, String day, List<Brief> briefs, List<Written> files, long checksum, List<Problem> warnings) {

        List<String> paths() {
            return files.stream().map(Written::path).toList();
        }
    }

    /**
     * Files of a part.
     *
     * @param paths of all of them
     * @param lost what is to be laid into the output again, by path; all files of the part, or none
     */
    record Kept(List<String> paths, Map<String, byte[]> lost) {}

    /** A project as the last build made it. */
    record Project(Brief brief, Kept files, List<Problem> warnings) {}

    /** The pages beyond the projects as the last build made them. */
    record Rest(Kept files, List<Problem> warnings) {}

    /** A file as it was written: bytes, milliseconds since 1970. */
    private record Written(String path, long size, long modified) {}

    /**
     * The project of the folder, if nothing about it changed.
     *
     * @param detail in which it is to be shown
     * @param state of the repository that its pages name
     */
    Optional<Project> find(ProjectFolder folder, Detail detail, State state) throws IOException {
        String key = key(folder, detail, state);
        keys.put(folder.id(), key);
        Optional<Note> known = find(folder.id(), key);
        known.ifPresent(note -> days.put(folder.id(), note.day()));
        return known.flatMap(note -> files(folder.id(), note)
                .map(files -> new Project(note.briefs().get(0), files, note.warnings())));
    }

    /** The pages beyond the projects, if neither they nor any project changed. To be asked when all projects were looked for. */
    Optional<Rest> rest(State state, Map<String, byte[]> handWritten) {
        keys.put(REST, keys.containsValue("") ? "" : restKey(state, handWritten));
        return find(REST, keys.get(REST))
                .flatMap(known -> files(REST, known).map(files -> new Rest(files, known.warnings())));
    }

    private String restKey(State state, Map<String, byte[]> handWritten) {
        Map<String, byte[]> files = new TreeMap<>(handWritten);
        String projects = state + "\n" + keys + "\n" + days;
        files.put("projects", (circumstances + "\n" + projects).getBytes(StandardCharsets.UTF_8));
        return CatalogSource.fingerprint(files);
    }

    private Optional<Note> find(String part, String key) {
        Path note = note(part);
        return key.isEmpty() || !Files.isRegularFile(note)
                ? Optional.empty()
                : read(note).filter(known -> key.equals(known.key())
                        && (known.day().isEmpty() || known.day().equals(day)));
    }

    /** The files of a part, if they stand in the output or were kept. */
    private Optional<Kept> files(String part, Note note) {
        if (note.files().stream().allMatch(this::stands)) {
            return Optional.of(new Kept(note.paths(), Map.of()));
        }
        SortedMap<String, Long> sizes = new TreeMap<>();
        note.files().forEach(file -> sizes.put(file.path(), file.size()));
        Optional<SortedMap<String, byte[]>> kept = contents.find(part, sizes, note.checksum());
        kept.ifPresent(files -> laid.put(part, note));
        return kept.map(files -> new Kept(note.paths(), files));
    }

    /** A note that cannot be read was written by another version, or is damaged. */
    private static Optional<Note> read(Path note) {
        try {
            return Optional.of(Binding.unpack(Files.readAllBytes(note), Note.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean stands(Written file) {
        try {
            BasicFileAttributes now = attributes(file.path());
            return now.isRegularFile() && now.size() == file.size() && now.lastModifiedTime().toMillis() == file.modified();
        } catch (IOException e) {
            return false;
        }
    }

    private BasicFileAttributes attributes(String path) throws IOException {
        return Files.readAttributes(output.resolve(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Notes what was made of a project; it is written down by {@link #write}.
     *
     * @param dated whether the day decides about it
     */
    void remember(ProjectFolder folder, ProjectPart project, List<Problem> warnings, boolean dated) {
        days.put(folder.id(), dated ? day : "");
        remember(folder.id(), dated ? day : "", List.of(project.brief()), project.part(), warnings);
    }

    /** The same for the pages beyond the projects. */
    void remember(Part rest, List<Problem> warnings) {
        remember(REST, "", List.of(), rest, warnings);
    }

    private void remember(String name, String only, List<Brief> briefs, Part part, List<Problem> warnings) {
        String key = keys.getOrDefault(name, "");
        if (!key.isEmpty()) {
            List<Written> files = Publication.paths(part).stream().map(path -> new Written(path, 0, 0)).toList();
            made.put(name, new Note(key, only, briefs, files, 0, warnings));
        }
    }

    /** Writes down what was made or laid out again, once it stands in the output. */
    void write() throws IOException {
        Files.createDirectories(store);
        for (Map.Entry<String, Note> one : made.entrySet()) {
            write(one.getKey(), one.getValue(), contents.keep(one.getKey(), output, one.getValue().paths()));
        }
        for (Map.Entry<String, Note> one : laid.entrySet()) {
            write(one.getKey(), one.getValue(), one.getValue().checksum());
        }
        forget();
    }

    /** Deletes what was kept of projects that are no longer part of the site. */
    private void forget() throws IOException {
        List<Path> gone;
        try (Stream<Path> all = Files.list(store)) {
            gone = all.filter(path -> isGone(path.getFileName().toString())).toList();
        }
        for (Path path : gone) {
            Files.deleteIfExists(path);
        }
    }

    private boolean isGone(String name) {
        return Stream.of(NOTE, PartFiles.ENDING)
                .filter(name::endsWith)
                .anyMatch(ending -> !keys.containsKey(name.substring(0, name.length() - ending.length())));
    }

    private void write(String part, Note note, long checksum) throws IOException {
        List<Written> files = new ArrayList<>();
        for (Written file : note.files()) {
            BasicFileAttributes now = attributes(file.path());
            files.add(new Written(file.path(), now.size(), now.lastModifiedTime().toMillis()));
        }
        Path fresh = Files.createTempFile(store, "fresh", ".tmp");
        Files.write(fresh, Binding.pack(new Note(note.key(), note.day(), note.briefs(), files, checksum, note.warnings())));
        Files.move(fresh, note(part), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path note(String part) {
        return store.resolve(part + NOTE);
    }

    /** Differs when anything that decides about the pages does; empty when that cannot be told cheaply. */
    private String key(ProjectFolder folder, Detail detail, State state) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        long bytes = 0;
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(folder.path())) {
            inside = walk.limit(FILES + 1L).toList();
        } catch (NoSuchFileException e) {
            return "";
        }
        for (Path path : inside) {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            bytes += attributes.size();
            boolean plain = attributes.isRegularFile() || attributes.isDirectory();
            if (!plain || bytes > BYTES || inside.size() > FILES) {
                return "";
            }
            if (attributes.isRegularFile()) {
                files.put("project/" + folder.path().relativize(path), Files.readAllBytes(path));
            }
        }
        Optional<Path> accepted = stages.acceptanceFile(folder.path());
        if (accepted.isPresent()) {
            files.put("accepted", Files.readAllBytes(accepted.get()));
        }
        String around = String.join("\n", circumstances, folder.id(), detail.toString(), state.toString());
        files.put("circumstances", around.getBytes(StandardCharsets.UTF_8));
        return CatalogSource.fingerprint(files);
    }
}

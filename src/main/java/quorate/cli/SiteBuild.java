package quorate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import quorate.history.Commit;
import quorate.history.LastChanges;
import quorate.history.Versions;
import quorate.importer.AcceptanceFile;
import quorate.model.Abreast;
import quorate.output.Publication;
import quorate.output.Published;
import quorate.output.Publisher;
import quorate.output.Templates;
import quorate.schema.Binding;
import quorate.schema.SchemaName;
import quorate.site.Brief;
import quorate.site.Detail;
import quorate.site.Part;
import quorate.site.Revision;
import quorate.site.SiteBuilder;
import quorate.site.SiteConfig;
import quorate.site.SiteInput;
import quorate.site.State;
import quorate.site.diagram.CachedLayout;
import quorate.site.diagram.ElkLayout;
import quorate.source.Problem;
import quorate.source.Problems;
import quorate.source.Resources;
import quorate.source.Spelling;

/**
 * From a folder to a published site. A folder with a {@code site.yaml} holds projects and pages, and may add to the catalog
 * ({@code catalog/}), the templates ({@code templates/}) and the assets ({@code assets/}); any other folder is one project.
 */
final class SiteBuild {

    /** Revisions of a project that are looked at, and past reviews of a whole site, unless it is said otherwise. */
    private static final int REVISIONS = 10;
    private static final int PAST_REVIEWS = 400;

    private final Path source;
    private final Path output;
    private final Path cache;
    private final Optional<String> baseUrl;
    private final Optional<Detail> detail;
    private final CheckOptions options;
    private final OptionalInt history;
    private final Home home = Home.find();

    /**
     * @param baseUrl address at which the site will be published; nothing for that of site.yaml
     * @param detail of all projects; nothing for what site.yaml states
     * @param history revisions of each project to look at; nothing for as many as the number of projects lets through
     */
    SiteBuild(
            Path source,
            Path output,
            Path cache,
            Optional<String> baseUrl,
            Optional<Detail> detail,
            OptionalInt history,
            CheckOptions options) {
        this.detail = detail;
        this.history = history;
        this.baseUrl = baseUrl;
        this.source = source;
        this.output = output;
        this.cache = cache;
        this.options = options;
    }

    /** What a build did. */
    record Result(int projects, int pages, int written, List<Problem> warnings) {}

    Result run() throws IOException {
        if (!Files.isDirectory(source)) {
            throw new Exit.InputError("no folder '" + source + "'");
        }
        boolean single = !Files.isRegularFile(source.resolve(SiteFile.NAME));
        CompletableFuture<LastChanges> changing = CompletableFuture.supplyAsync(() -> LastChanges.of(source));
        Templates templates = templates(single);
        Set<String> names = home.files("templates").keySet();
        CompletableFuture.runAsync(() -> templates.prepare(names));
        Stages stages = options.stages(home, overlay("catalog", single), source);
        CompletableFuture.runAsync(() -> stages.catalog().entries()); // pages need all of it
        SiteFile file = single ? SiteFile.NONE : SiteFile.read(source, stages);
        SiteConfig written = baseUrl.map(file.config()::at).orElse(file.config());
        SiteConfig config = detail.map(written::shown).orElse(written);
        Optional<Commit> commit = Commit.at(source);
        List<ProjectFolder> folders = folders(config, single);
        String analyser = Analyser.key(home, overlay("catalog", single));
        String day = options.asOf(source).toString();
        Details details = new Details(config, folders.size());
        Optional<PastReviews> past = past(details.full(folders), stages, commit, analyser + " " + day);
        LastChanges changes = commit.isEmpty() ? LastChanges.NONE : changing.join();
        SiteInput site = input(config, stages, commit, changes, single);
        SiteBuilder builder = new SiteBuilder(
                site, folders.stream().map(ProjectFolder::id).toList(), past.isPresent());
        Publisher publisher = new Publisher(templates);
        try (Publication publication = publisher.open(output, config.basePath(), builder.shell(), builder.terms())) {
            KeptParts kept = new KeptParts(
                    cache.resolve("parts"), output, stages, circumstances(builder, config, single) + " " + analyser, day);
            ProjectBuild build = new ProjectBuild(source, stages, details, commit, changes, past, builder, publication, kept);
            List<Brief> briefs = projects(folders, build);
            List<Problem> warnings = new ArrayList<>(build.warnings());
            strangers(folders, stages, warnings);
            warnings.addAll(file.strangers(folders.stream().map(ProjectFolder::id).toList()));
            warnings.addAll(rest(builder, stages, briefs, publication, kept, site));
            Published published = publication.finish();
            if (published.failed()) {
                throw new Exit.InputError(published.problems());
            }
            kept.write();
            return new Result(briefs.size(), published.pages(), published.written(), sorted(warnings));
        } finally {
            past.ifPresent(PastReviews::close);
        }
    }

    /** Adds the pages beyond the projects, and returns what was found wrong in them. */
    private static List<Problem> rest(
            SiteBuilder builder, Stages stages, List<Brief> briefs, Publication publication, KeptParts kept, SiteInput site)
            throws IOException {
        Optional<KeptParts.Rest> same = kept.rest(site.revision().state(), site.pages());
        if (same.isPresent()) {
            publication.keep(same.get().files().paths(), same.get().files().lost(), List.of());
            return same.get().warnings();
        }
        Part rest = withSchemas(builder.rest(briefs), stages);
        publication.add(rest);
        kept.remember(rest, builder.problems());
        return builder.problems();
    }

    /** What decides about the pages of a project beside its own files and what analyses them. */
    private String circumstances(SiteBuilder builder, SiteConfig config, boolean single) throws IOException {
        Map<String, byte[]> files = new TreeMap<>(home.files("templates"));
        Optional<Path> own = overlay("templates", single);
        if (own.isPresent()) {
            Resources.inFolder(own.get()).forEach((path, bytes) -> files.put("overlay/" + path, bytes));
        }
        files.put("site", Binding.pack(List.of(builder.shell(), config.ofAnyDetail(), builder.terms(), history.orElse(-1))));
        return CatalogSource.fingerprint(files);
    }

    /** In a checkout our own templates are read from its folder, so that a change shows without a new jar. */
    private Templates templates(boolean single) {
        List<Path> folders = new ArrayList<>();
        overlay("templates", single).ifPresent(folders::add);
        home.checkout().map(c -> c.resolve("templates")).ifPresent(folders::add);
        return new Templates(folders);
    }

    private static List<Problem> sorted(List<Problem> warnings) {
        Problems all = new Problems();
        all.addAll(warnings);
        return all.all();
    }

    private Optional<Path> overlay(String name, boolean single) {
        Path folder = source.resolve(name);
        if (name.equals("catalog") && options.catalog().isPresent()) {
            return options.catalog();
        }
        return single || !Files.isDirectory(folder) ? Optional.empty() : Optional.of(folder);
    }

    private List<ProjectFolder> folders(SiteConfig config, boolean single) throws IOException {
        if (single) {
            return List.of(ProjectFolder.of(source));
        }
        List<ProjectFolder> folders = ProjectFolder.below(source.resolve(config.projects()));
        Map<String, Path> ids = new LinkedHashMap<>();
        for (ProjectFolder folder : folders) {
            Path before = ids.putIfAbsent(folder.id(), folder.path());
            if (before != null) {
                throw new Exit.InputError("the folders '" + before.getFileName() + "' and '"
                        + folder.path().getFileName() + "' would both be the project '" + folder.id() + "'; rename one");
            }
        }
        return folders;
    }

    /** The history of projects that are shown in full, when there is one to look at. */
    private Optional<PastReviews> past(List<ProjectFolder> folders, Stages stages, Optional<Commit> commit, String analyser)
            throws IOException {
        int most = history.orElse(folders.isEmpty() ? 0 : Math.min(REVISIONS, PAST_REVIEWS / folders.size()));
        Optional<Versions> opened = commit.isEmpty() || most < 2 ? Optional.empty() : Versions.of(source);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        List<String> paths = folders.stream().map(f -> f.pathIn(commit)).toList();
        return Optional.of(new PastReviews(stages, opened.get(), opened.get().lines(paths, most), cache.resolve("past"), analyser));
    }

    /** Reads, reviews and renders the projects that changed; the errors of all are told together. */
    private static List<Brief> projects(List<ProjectFolder> folders, ProjectBuild build) {
        try (Progress progress = new Progress("reviewing", folders.size())) {
            Map<ProjectFolder, Brief> briefs = new ConcurrentHashMap<>();
            folders.parallelStream().forEach(folder -> build.kept(folder).ifPresent(brief -> {
                briefs.put(folder, brief);
                progress.step();
            }));
            List<ProjectFolder> changed = folders.stream().filter(folder -> !briefs.containsKey(folder)).toList();
            // One after the other as processors are free, so that the pages of the last are made by all of them.
            List<Optional<Brief>> made = Abreast.map(changed, Abreast.HEAVY, folder -> {
                Optional<Brief> brief = build.of(folder);
                progress.step();
                return brief;
            });
            for (int i = 0; i < made.size(); i++) {
                ProjectFolder folder = changed.get(i);
                made.get(i).ifPresent(brief -> briefs.put(folder, brief));
            }
            if (!build.errors().isEmpty()) {
                throw new Exit.InputError(sorted(build.errors()));
            }
            return folders.stream().map(briefs::get).toList();
        }
    }

    /** Acceptances of projects that there are not. */
    private void strangers(List<ProjectFolder> folders, Stages stages, List<Problem> warnings) {
        if (folders.isEmpty()) {
            return;
        }
        List<String> ids = folders.stream().map(ProjectFolder::id).toList();
        ProjectFolder first = folders.get(0);
        try {
            AcceptanceFile file = stages.accepted(first.path(), new Problems());
            file.byProject().keySet().stream().filter(id -> !ids.contains(id)).forEach(id -> warnings.add(first.placed(
                    Problem.warning(
                            file.at(id).orElseThrow(),
                            "findings of '" + id + "' are accepted, which is no project of this site",
                            Spelling.hint(id, ids)),
                    source)));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it was read for every project just now
        }
    }

    private SiteInput input(
            SiteConfig config, Stages stages, Optional<Commit> commit, LastChanges changes, boolean single) throws IOException {
        Map<String, byte[]> assets = new TreeMap<>(home.files("assets"));
        Optional<Path> own = overlay("assets", single);
        if (own.isPresent()) {
            assets.putAll(Resources.inFolder(own.get()));
        }
        Map<String, byte[]> pages = single ? Map.of() : Resources.inFolder(source.resolve(config.pages()));
        CachedLayout layout = new CachedLayout(cache, new ElkLayout());
        Revision revision = revision(commit, changes, ProjectFolder.of(source).pathIn(commit));
        return new SiteInput(config, stages.catalog(), revision, assets, pages, layout);
    }

    private static Revision revision(Optional<Commit> commit, LastChanges changes, String folder) {
        Map<String, String> changed = new TreeMap<>();
        changes.files().forEach((file, change) -> changed.put(file, Clock.day(change.time()).toString()));
        Optional<Instant> time = Clock.epoch().or(() -> commit.map(Commit::time));
        State state = new State(commit.map(Commit::id).orElse(""), time.map(t -> Clock.day(t).toString()).orElse(""));
        return new Revision(Version.number(), state, folder, changed);
    }

    /** The published schemas lie beside the pages, so that editors and validators can name them by address. */
    private static Part withSchemas(Part part, Stages stages) {
        Map<String, byte[]> files = new TreeMap<>(part.files());
        for (SchemaName name : SchemaName.values()) {
            files.put("schema/" + name.file(), stages.schemas().text(name).getBytes(StandardCharsets.UTF_8));
        }
        return new Part(part.pages(), files);
    }
}

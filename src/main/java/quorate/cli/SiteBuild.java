package quorate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import quorate.derive.reliability.Reliability;
import quorate.export.AnalysisJson;
import quorate.export.ChaosExperiment;
import quorate.export.CsvReport;
import quorate.export.DecisionRecord;
import quorate.export.FormalModules;
import quorate.export.Graphs;
import quorate.export.MarkdownReport;
import quorate.export.OpenPsa;
import quorate.export.Report;
import quorate.export.Reviewed;
import quorate.export.Sarif;
import quorate.history.Commit;
import quorate.importer.AcceptanceFile;
import quorate.history.Versions;
import quorate.model.Architecture;
import quorate.output.Published;
import quorate.output.Publisher;
import quorate.output.Templates;
import quorate.review.Review;
import quorate.review.Sensitivity;
import quorate.schema.SchemaName;
import quorate.site.Evolution;
import quorate.site.Project;
import quorate.site.Revision;
import quorate.site.Site;
import quorate.site.SiteBuilder;
import quorate.site.SiteConfig;
import quorate.site.SiteInput;
import quorate.site.diagram.CachedLayout;
import quorate.site.diagram.ElkLayout;
import quorate.source.Folder;
import quorate.source.Limits;
import quorate.source.Location;
import quorate.source.Problem;
import quorate.source.Problems;
import quorate.source.Resources;
import quorate.source.Spelling;

/**
 * From a folder to a published site. A folder with a {@code site.yaml} holds projects and pages, and may add to the catalog
 * ({@code catalog/}), the templates ({@code templates/}) and the assets ({@code assets/}); any other folder is one project.
 */
final class SiteBuild {

    private static final String CONFIG = "site.yaml";

    /** Revisions of a project that are looked at, and past reviews of a whole site, unless it is said otherwise. */
    private static final int REVISIONS = 10;
    private static final int PAST_REVIEWS = 400;

    private final Path source;
    private final Path output;
    private final Path cache;
    private final Optional<String> baseUrl;
    private final CheckOptions options;
    private final OptionalInt history;
    private final Home home = Home.find();

    /**
     * @param baseUrl address at which the site will be published; nothing for that of site.yaml
     * @param history revisions of each project to look at; nothing for as many as the number of projects lets through
     */
    SiteBuild(Path source, Path output, Path cache, Optional<String> baseUrl, OptionalInt history, CheckOptions options) {
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
        boolean single = !Files.isRegularFile(source.resolve(CONFIG));
        Stages stages = options.stages(home, overlay("catalog", single), source);
        SiteConfig written = single ? SiteConfig.DEFAULT : config(stages);
        SiteConfig config = baseUrl.map(written::at).orElse(written);
        List<Problem> warnings = Collections.synchronizedList(new ArrayList<>());
        Optional<Commit> commit = Commit.at(source);
        List<Project> projects = reviewed(folders(config, single), stages, commit, warnings, single);
        Site site = SiteBuilder.build(input(config, stages, projects, commit, single));
        Site whole = withSchemas(site, stages);
        warnings.addAll(site.problems());
        Published published = new Publisher(templates(single)).publish(whole, output);
        if (published.failed()) {
            throw new Exit.InputError(published.problems());
        }
        return new Result(projects.size(), whole.pages().size(), published.written(), sorted(warnings));
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

    private SiteConfig config(Stages stages) throws IOException {
        Problems problems = new Problems();
        Optional<SiteConfig> config = Folder.open(source, Limits.DEFAULT)
                .read(CONFIG, Location.of(CONFIG), problems)
                .flatMap(file -> SiteConfig.read(file, stages.schemas(), problems));
        return config.orElseThrow(() -> new Exit.InputError(problems.all()));
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

    /** The projects with their history, when there is one to look at. */
    private List<Project> reviewed(
            List<ProjectFolder> folders, Stages stages, Optional<Commit> commit, List<Problem> warnings, boolean single)
            throws IOException {
        int most = history.orElse(folders.isEmpty() ? 0 : Math.min(REVISIONS, PAST_REVIEWS / folders.size()));
        Optional<Versions> opened = commit.isEmpty() || most < 2 ? Optional.empty() : Versions.of(source);
        if (opened.isEmpty()) {
            return projects(folders, stages, commit, Optional.empty(), warnings);
        }
        try (Versions versions = opened.get()) {
            List<String> paths = folders.stream().map(f -> repositoryPath(f.path(), commit)).toList();
            String analyser = Analyser.key(home, overlay("catalog", single), options.asOf(source));
            PastReviews past = new PastReviews(stages, versions, versions.lines(paths, most), cache.resolve("past"), analyser);
            return projects(folders, stages, commit, Optional.of(past), warnings);
        }
    }

    /** Reads and reviews all projects, several at a time; the errors of all are told together. */
    private List<Project> projects(
            List<ProjectFolder> folders,
            Stages stages,
            Optional<Commit> commit,
            Optional<PastReviews> past,
            List<Problem> warnings) {
        List<Problem> errors = Collections.synchronizedList(new ArrayList<>());
        try (Progress progress = new Progress("reviewing", folders.size())) {
            List<Project> projects = folders.parallelStream()
                    .map(folder -> {
                        Optional<Project> project = project(folder, stages, commit, past, warnings, errors);
                        progress.step();
                        return project;
                    })
                    .flatMap(Optional::stream)
                    .toList();
            if (!errors.isEmpty()) {
                throw new Exit.InputError(sorted(errors));
            }
            strangers(folders, stages, warnings);
            return projects;
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
            file.byProject().keySet().stream().filter(id -> !ids.contains(id)).forEach(id -> warnings.add(placed(
                    Problem.warning(
                            file.at(id).orElseThrow(),
                            "findings of '" + id + "' are accepted, which is no project of this site",
                            Spelling.hint(id, ids)),
                    first)));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it was read for every project just now
        }
    }

    private Optional<Project> project(
            ProjectFolder folder,
            Stages stages,
            Optional<Commit> commit,
            Optional<PastReviews> past,
            List<Problem> warnings,
            List<Problem> errors) {
        String prefix = repositoryPath(folder.path(), commit);
        try {
            List<Problem> own = new ArrayList<>();
            Architecture architecture = stages.read(folder.id(), folder.path(), own);
            own.forEach(problem -> warnings.add(placed(problem, folder)));
            Review review = stages.review(architecture);
            review.idle().forEach(problem -> warnings.add(placed(problem, folder)));
            Sensitivity sensitivity = stages.sensitivity(review);
            Reviewed reviewed = new Reviewed(review, sensitivity, stages.extents(folder.path(), review), prefix);
            Evolution evolution = past.isPresent() ? past.get().of(folder.id(), prefix, review) : Evolution.NONE;
            return Optional.of(new Project(review, sensitivity, prefix, evolution, exports(reviewed)));
        } catch (Exit.InputError e) {
            e.problems().forEach(problem -> errors.add(placed(problem, folder)));
        } catch (IOException e) {
            errors.add(Problem.error(Location.of(folder.id()), "the folder cannot be read: " + e.getMessage(), ""));
        }
        return Optional.empty();
    }

    /** With several projects a place alone does not say which one it is in. */
    private Problem placed(Problem problem, ProjectFolder folder) {
        return problem.in(source.relativize(folder.path()).toString());
    }

    private static String repositoryPath(Path folder, Optional<Commit> commit) {
        Path absolute = folder.toAbsolutePath().normalize();
        return commit.map(c -> c.root().toAbsolutePath().normalize())
                .filter(absolute::startsWith)
                .map(root -> root.relativize(absolute).toString().replace('\\', '/'))
                .orElse("");
    }

    private static Map<String, byte[]> exports(Reviewed reviewed) {
        Report report = Report.of(List.of(reviewed));
        Architecture architecture = reviewed.review().input().linked().architecture();
        Map<String, String> texts = new TreeMap<>();
        texts.put("analysis.json", AnalysisJson.of(reviewed.review(), reviewed.sensitivity(), Version.number()));
        texts.put("findings.sarif", Sarif.of(report, Version.number(), ""));
        texts.put("findings.csv", CsvReport.findings(report));
        texts.put("matrix.csv", CsvReport.selections(report));
        texts.put("failures.csv", CsvReport.scenarios(reviewed));
        texts.put("summary.md", MarkdownReport.of(report));
        texts.put("architecture.dot", Graphs.dot(architecture));
        texts.put("architecture.graphml", Graphs.graphMl(architecture));
        List<Reliability> reliability = reviewed.review().input().derived().reliability();
        Map<String, String> trees = OpenPsa.names(reliability);
        reliability.forEach(one -> texts.put(trees.get(one.journey().id()), OpenPsa.of(one)));
        FormalModules.files(reviewed.review()).forEach(texts::put);
        ChaosExperiment.all(reviewed).forEach((name, text) -> texts.put("experiments/" + name, text));
        DecisionRecord.all(reviewed).forEach((name, text) -> texts.put("decisions/" + name, text));
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    private SiteInput input(
            SiteConfig config, Stages stages, List<Project> projects, Optional<Commit> commit, boolean single)
            throws IOException {
        Map<String, byte[]> assets = new TreeMap<>(home.files("assets"));
        Optional<Path> own = overlay("assets", single);
        if (own.isPresent()) {
            assets.putAll(Resources.inFolder(own.get()));
        }
        Map<String, byte[]> pages = single ? Map.of() : Resources.inFolder(source.resolve(config.pages()));
        CachedLayout layout = new CachedLayout(cache, new ElkLayout());
        return new SiteInput(config, stages.catalog(), projects, revision(commit), assets, pages, layout);
    }

    private static Revision revision(Optional<Commit> commit) {
        Optional<Instant> time = Clock.epoch().or(() -> commit.map(Commit::time));
        return new Revision(
                Version.number(),
                commit.map(Commit::id).orElse(""),
                time.map(t -> Clock.day(t).toString()).orElse(""));
    }

    /** The published schemas lie beside the pages, so that editors and validators can name them by address. */
    private static Site withSchemas(Site site, Stages stages) {
        Map<String, byte[]> files = new TreeMap<>(site.files());
        for (SchemaName name : SchemaName.values()) {
            files.put("schema/" + name.file(), stages.schemas().text(name).getBytes(StandardCharsets.UTF_8));
        }
        return new Site(site.basePath(), site.shell(), site.pages(), files, site.terms(), site.problems());
    }
}

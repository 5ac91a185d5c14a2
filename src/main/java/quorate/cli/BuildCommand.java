package quorate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quorate.site.Detail;

/** Builds the site. */
@Command(
        name = "build",
        description = {
            "Builds the site of a folder with a site.yaml and its projects, or of a single project.",
            "",
            "Nothing is written when anything is wrong; what was published before stays as it was."
        })
final class BuildCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Folder of the site, or of a project; default: 'site' if it has a site.yaml, else the current one.")
    private Path folder;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "target/site",
            description = "Where the site goes; default: ${DEFAULT-VALUE}.")
    private Path output;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Address at which the site will be published, for sitemap and 404; default: that of site.yaml.")
    private String baseUrl;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where layouts of diagrams, and the pages of projects, are kept for the next build, which takes what has not "
                    + "changed from there; default: the folder 'quorate-cache' beside the output.")
    private Path cache;

    @Option(
            names = "--detail",
            paramLabel = "full|brief",
            description = "How much of each project is shown, whatever site.yaml states: every page, or a few with what decides; "
                    + "default: full, brief on a site with more than 40 projects.")
    private Detail detail;

    @Option(
            names = "--history",
            paramLabel = "N",
            description = "Revisions of each project that the page 'Evolution' looks at, 0 for none; default: 10, fewer on a site "
                    + "with more than 40 projects, and none of a project that is shown in brief.")
    private Integer history;

    @Option(
            names = {"-q", "--quiet"},
            description = "No warnings about what was not understood.")
    private boolean quiet;

    @Mixin
    private CheckOptions options;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (baseUrl != null && !baseUrl.matches("https?://[^\\s]+")) {
            throw new Exit.InputError("--base-url takes an http or https address, not '" + baseUrl + "'");
        }
        if (history != null && history < 0) {
            throw new Exit.InputError("--history takes a number of revisions, not " + history);
        }
        SiteBuild build = new SiteBuild(
                folderOrDefault(folder), output, cacheOrDefault(cache, output), Optional.ofNullable(baseUrl),
                Optional.ofNullable(detail), history == null ? OptionalInt.empty() : OptionalInt.of(history), options);
        SiteBuild.Result result = build.run();
        if (!quiet) {
            result.warnings().forEach(spec.commandLine().getErr()::println);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%d projects, %d pages, %d files written%n", result.projects(), result.pages(), result.written());
        out.println("open " + output.toAbsolutePath().normalize().resolve("index.html").toUri());
        out.flush();
        return Exit.OK;
    }

    static Path folderOrDefault(Path given) {
        if (given != null) {
            return given;
        }
        return Files.isRegularFile(Path.of("site", "site.yaml")) ? Path.of("site") : Path.of(".");
    }

    static Path cacheOrDefault(Path given, Path output) {
        Path beside = output.toAbsolutePath().normalize().getParent();
        return given != null ? given : beside.resolve("quorate-cache");
    }
}

package quorate.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quorate.output.Publication;
import quorate.site.Detail;

/** Which site is built, where to, and how much of it: what the commands that build one have in common. */
final class SiteOptions {

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

    /** The folder to build from. */
    Path source() {
        if (folder != null) {
            return folder;
        }
        return Files.isRegularFile(Path.of("site", "site.yaml")) ? Path.of("site") : Path.of(".");
    }

    /** The folder to build into, as an absolute path. */
    Path output() {
        return output.toAbsolutePath().normalize();
    }

    /** The folder in which a build keeps what the next one may need, as an absolute path. */
    private Path kept() {
        return cache != null ? cache.toAbsolutePath().normalize() : output().getParent().resolve("quorate-cache");
    }

    /** Whether a build writes to the absolute path. */
    boolean writes(Path path) {
        return path.startsWith(kept()) || Publication.writes(output(), path);
    }

    /** The build; it may be run again and again. */
    SiteBuild build(Optional<String> baseUrl, CheckOptions options) {
        if (history != null && history < 0) {
            throw new Exit.InputError("--history takes a number of revisions, not " + history);
        }
        return new SiteBuild(
                source(), output, kept(), baseUrl, Optional.ofNullable(detail),
                history == null ? OptionalInt.empty() : OptionalInt.of(history), options);
    }
}

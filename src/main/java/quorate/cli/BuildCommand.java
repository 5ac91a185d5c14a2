package quorate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Builds the site. */
@Command(
        name = "build",
        description = {
            "Builds the site of a folder with a site.yaml and its projects, or of a single project.",
            "",
            "Nothing is written when anything is wrong; what was published before stays as it was."
        })
final class BuildCommand implements Callable<Integer> {

    @Mixin
    private SiteOptions site;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Address at which the site will be published, for sitemap and 404; default: that of site.yaml.")
    private String baseUrl;

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
        SiteBuild.Result result = site.build(Optional.ofNullable(baseUrl), options).run();
        if (!quiet) {
            result.warnings().forEach(spec.commandLine().getErr()::println);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%d projects, %d pages, %d files written%n", result.projects(), result.pages(), result.written());
        out.println("open " + site.output().resolve("index.html").toUri());
        out.flush();
        return Exit.OK;
    }
}

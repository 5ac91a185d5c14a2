package quorate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quorate.export.Report;
import quorate.export.Reviewed;
import quorate.history.Commit;
import quorate.review.Review;
import quorate.review.Sensitivity;
import quorate.review.Severity;
import quorate.source.Problem;

/** Reviews projects and says what is wrong, for people and for pipelines. */
@Command(
        name = "check",
        description = {
            "Reviews projects and says what is wrong, for people and for pipelines.",
            "",
            "Exit codes: 0 nothing at or above the gate; 1 the gate failed; 2 wrong usage or input, or nothing to review."
        })
final class CheckCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "DIR", description = "Folders of projects; default: the current one.")
    private List<Path> folders = List.of(Path.of("."));

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; may be repeated. Default: text.")
    private List<Format> formats = List.of(Format.TEXT);

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the format goes that stands at the same place; - is standard output, the default.")
    private List<String> outputs = List.of();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "high",
            description = "Gate: critical, high, medium, low, info or none. Default: ${DEFAULT-VALUE}.")
    private String failOn;

    @Option(names = "--fail-on-presumed", description = "Presumed findings fail the gate too.")
    private boolean presumedToo;

    @Option(names = "--allow-empty", description = "A folder with nothing to review is no error.")
    private boolean allowEmpty;

    @Option(
            names = {"-q", "--quiet"},
            description = "No warnings about what was not understood.")
    private boolean quiet;

    @Option(names = "--no-color", description = "No colours in text.")
    private boolean noColor;

    @Mixin
    private CheckOptions options;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (outputs.size() > formats.size()) {
            throw new Exit.InputError("more outputs than formats; give one -f before each -o");
        }
        Optional<Severity> gate = failOn.equals("none") ? Optional.empty() : Optional.of(severity());
        Stages stages = options.stages(Home.find(), folders.isEmpty() ? Path.of(".") : folders.get(0));
        List<Problem> warnings = new ArrayList<>();
        List<Reviewed> reviewed = review(stages, warnings);
        if (!quiet) {
            warnings.forEach(spec.commandLine().getErr()::println);
        }
        Report report = new Report(reviewed, gate, presumedToo);
        int failed = write(report);
        return failed > 0 ? Exit.ERROR : report.failing() > 0 ? Exit.GATE_FAILED : Exit.OK;
    }

    private Severity severity() {
        return Severity.of(failOn)
                .orElseThrow(() -> new Exit.InputError(
                        "--fail-on takes critical, high, medium, low, info or none, not '" + failOn + "'"));
    }

    private List<Reviewed> review(Stages stages, List<Problem> warnings) throws IOException {
        List<Reviewed> reviewed = new ArrayList<>();
        List<Problem> errors = new ArrayList<>();
        try (Progress progress = new Progress("checking", folders.size())) {
            for (Path folder : folders) {
                if (!Files.isDirectory(folder)) {
                    throw new Exit.InputError("no folder '" + folder + "'");
                }
                try {
                    var architecture = stages.read(ProjectFolder.idOf(folder), folder, warnings);
                    if (!architecture.components().isEmpty()) {
                        Review review = stages.review(architecture);
                        warnings.addAll(review.idle());
                        boolean told = formats.stream().anyMatch(Format::tellsSensitivity);
                        Sensitivity sensitivity = told ? stages.sensitivity(review) : Sensitivity.NONE;
                        reviewed.add(new Reviewed(review, sensitivity, prefix(folder)));
                    } else if (!allowEmpty) {
                        throw new Exit.InputError("nothing to review in '" + folder + "': no architecture.yaml, and no file"
                                + " of a format that is read. 'quorate init' writes one; --allow-empty lets it pass.");
                    }
                } catch (Exit.InputError e) {
                    if (e.problems().isEmpty()) {
                        throw e;
                    }
                    errors.addAll(e.problems());
                }
                progress.step();
            }
        }
        if (!errors.isEmpty()) {
            throw new Exit.InputError(errors.stream().distinct().toList());
        }
        return reviewed;
    }

    /** The project's folder as the repository names it, so that a code host finds the files. */
    private static String prefix(Path folder) throws IOException {
        Path real = folder.toRealPath();
        return Commit.at(real)
                .map(commit -> commit.root().toAbsolutePath().normalize().relativize(real).toString())
                .orElse("");
    }

    /** Writes every format; one that cannot be written does not keep the others from it. */
    private int write(Report report) throws IOException {
        int failed = 0;
        for (int i = 0; i < formats.size(); i++) {
            String to = i < outputs.size() ? outputs.get(i) : "-";
            String text = formats.get(i).write(report, colored(to));
            if (to.equals("-")) {
                PrintWriter out = spec.commandLine().getOut();
                out.print(text);
                out.flush();
            } else {
                failed += file(Path.of(to), text);
            }
        }
        return failed;
    }

    private int file(Path file, String text) {
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            Files.writeString(file, text, StandardCharsets.UTF_8);
            return 0;
        } catch (IOException e) {
            spec.commandLine().getErr().println("quorate: cannot write " + file + ": " + e.getMessage());
            return 1;
        }
    }

    /** See no-color.org. */
    private boolean colored(String to) {
        boolean wanted = !noColor && System.getenv("NO_COLOR") == null;
        return wanted && to.equals("-") && System.console() != null;
    }
}

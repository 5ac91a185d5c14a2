package quorate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quorate.export.Baseline;
import quorate.export.Gate;
import quorate.export.Report;
import quorate.export.Reviewed;
import quorate.export.TextReport;
import quorate.review.Severity;
import quorate.source.Location;
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

    @Option(
            names = "--max-warnings",
            paramLabel = "N",
            description = "More findings of medium severity than that fail the gate too; default: any number passes.")
    private Integer mostWarnings;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Findings in this file fail no gate and are not listed; 'quorate baseline' writes it.")
    private Path baseline;

    @Option(
            names = "--since",
            paramLabel = "REVISION",
            description = "The same for what was wrong in a revision of the git repository: a branch, a tag or a commit.")
    private String since;

    @Option(
            names = "--show-baselined",
            description = "Lists what was there before all the same; sarif, junit, csv and json do so anyway, and say so.")
    private boolean showBaselined;

    @Option(names = "--allow-empty", description = "A folder with nothing to review is no error.")
    private boolean allowEmpty;

    @Option(
            names = {"-q", "--quiet"},
            description = "In text nothing but findings and verdict; no warnings about what was not understood.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "In text below each finding the facts on which it rests, and what is accepted.")
    private boolean verbose;

    @Option(names = "--no-color", description = "No colours in text.")
    private boolean noColor;

    @Mixin
    private CheckOptions options;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        refuseWrongUsage();
        Stages stages = options.stages(Home.find(), folders.get(0));
        Optional<Baseline> file = baseline == null ? Optional.empty() : Optional.of(new BaselineFile(baseline).read());
        Baseline before = since == null ? Baseline.NONE : new Since(since, stages).baseline(folders);
        List<Problem> warnings = new ArrayList<>();
        Set<Besides> besides = EnumSet.noneOf(Besides.class);
        formats.forEach(format -> besides.addAll(format.besides(detail())));
        List<Reviewed> reviewed = new FolderReviews(stages, allowEmpty, besides).of(folders, warnings);
        file.ifPresent(held -> stale(held, reviewed).ifPresent(warnings::add));
        if (!quiet) {
            warnings.forEach(spec.commandLine().getErr()::println);
        }
        Report report = new Report(reviewed, gate(), before.plus(file.orElse(Baseline.NONE)), showBaselined);
        int failed = write(report);
        return failed > 0 ? Exit.ERROR : report.fails() ? Exit.GATE_FAILED : Exit.OK;
    }

    private void refuseWrongUsage() {
        if (outputs.size() > formats.size()) {
            throw new Exit.InputError("more outputs than formats; give one -f before each -o");
        }
        if (quiet && verbose) {
            throw new Exit.InputError("--quiet and --verbose exclude each other");
        }
        if (mostWarnings != null && mostWarnings < 0) {
            throw new Exit.InputError("--max-warnings takes a number of findings, not " + mostWarnings);
        }
    }

    private Gate gate() {
        Optional<Severity> from = failOn.equals("none")
                ? Optional.empty()
                : Optional.of(Severity.of(failOn).orElseThrow(() -> new Exit.InputError(
                        "--fail-on takes critical, high, medium, low, info or none, not '" + failOn + "'")));
        return new Gate(from, presumedToo, mostWarnings == null ? OptionalInt.empty() : OptionalInt.of(mostWarnings));
    }

    /** A finding that is gone could come back unseen as long as the file holds it. */
    private Optional<Problem> stale(Baseline held, List<Reviewed> reviewed) {
        Baseline today = Baseline.of(reviewed.stream().map(Reviewed::review).toList());
        int gone = held.of(reviewed.stream().map(r -> r.review().project()).toList()).without(today).known().size();
        return gone == 0
                ? Optional.empty()
                : Optional.of(Problem.warning(
                        Location.of(baseline.toString()),
                        gone + (gone == 1 ? " finding" : " findings") + " of the baseline are gone",
                        "'quorate baseline --baseline " + baseline + "' takes them out, so that they cannot come back unseen."));
    }

    /** Writes every format; one that cannot be written does not keep the others from it. */
    private int write(Report report) throws IOException {
        int failed = 0;
        for (int i = 0; i < formats.size(); i++) {
            String to = i < outputs.size() ? outputs.get(i) : "-";
            String text;
            try {
                text = formats.get(i).write(report, detail(), colored(to));
            } catch (RuntimeException e) {
                failed += Exit.report(e, spec.commandLine().getErr());
                continue;
            }
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

    private TextReport.Detail detail() {
        return quiet ? TextReport.Detail.FINDINGS : verbose ? TextReport.Detail.REASONS : TextReport.Detail.NORMAL;
    }

    /** See no-color.org. */
    private boolean colored(String to) {
        boolean wanted = !noColor && Optional.ofNullable(System.getenv("NO_COLOR")).orElse("").isEmpty();
        return wanted && to.equals("-") && System.console() != null;
    }
}

package quorate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quorate.export.Baseline;
import quorate.export.Reviewed;
import quorate.source.Problem;

/** Keeps the file of the findings that were there before, which 'check --baseline' lets pass. */
@Command(
        name = "baseline",
        description = {
            "Keeps the file of the findings that were there before, which 'check --baseline' lets pass.",
            "",
            "The first run writes all open findings of today. Every later one takes out those that are gone, and takes in new ones"
                    + " only when asked to. A finding is known by project, rule and subject, not by its line or its words.",
            "",
            "Exit code 0; 2 for wrong usage or input."
        })
final class BaselineCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "DIR", description = "Folders of projects; default: the current one.")
    private List<Path> folders = List.of(Path.of("."));

    @Option(
            names = {"-b", "--baseline"},
            paramLabel = "FILE",
            defaultValue = "quorate-baseline.jsonl",
            description = "The file, to be committed; default: ${DEFAULT-VALUE}. What it holds of other projects stays.")
    private Path file;

    @Option(names = "--accept-new", description = "Takes in findings that the file does not hold yet.")
    private boolean acceptNew;

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
        BaselineFile kept = new BaselineFile(file);
        boolean first = !Files.exists(file);
        Baseline before = first ? Baseline.NONE : kept.read();
        List<Problem> warnings = new ArrayList<>();
        Stages stages = options.stages(Home.find(), folders.get(0));
        List<Reviewed> reviewed = new FolderReviews(stages, false, Set.of()).of(folders, warnings);
        if (!quiet) {
            warnings.forEach(spec.commandLine().getErr()::println);
        }
        Baseline today = Baseline.of(reviewed.stream().map(Reviewed::review).toList());
        Baseline gone = before.of(reviewed.stream().map(r -> r.review().project()).toList()).without(today);
        Baseline fresh = today.without(before);
        Baseline after = before.without(gone).plus(first || acceptNew ? fresh : Baseline.NONE);
        if (first || !after.equals(before)) {
            kept.write(after);
        }
        PrintWriter out = spec.commandLine().getOut();
        gone.known().values().forEach(entry -> out.println("gone  " + entry.words()));
        if (!first) {
            fresh.known().values().forEach(entry -> out.println((acceptNew ? "new   " : "left out  ") + entry.words()));
        }
        out.println(count(after) + " in " + file
                + (first || acceptNew || fresh.known().isEmpty() ? "" : "; " + count(fresh) + " left out, --accept-new takes them in"));
        out.flush();
        return Exit.OK;
    }

    private static String count(Baseline baseline) {
        int count = baseline.known().size();
        return count + (count == 1 ? " finding" : " findings");
    }
}

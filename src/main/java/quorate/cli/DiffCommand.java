package quorate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import quorate.export.Snapshot;

/** Compares two analyses of a project. */
@Command(
        name = "diff",
        description = {
            "Says what differs between two analyses of a project: findings, scenarios, recovery times, guarantees, patterns, facts.",
            "",
            "Exit code 0 whether or not something differs; 2 for wrong usage or input."
        })
final class DiffCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "BEFORE", description = "Folder of the project, or its analysis.json, as it was.")
    private Path before;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "AFTER",
            defaultValue = ".",
            description = "The same as it is; default: the current folder.")
    private Path after;

    @Mixin
    private CheckOptions options;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Snapshot old = snapshot(before);
        List<Snapshot.Change> changes = snapshot(after).since(old);
        PrintWriter out = spec.commandLine().getOut();
        changes.forEach(change -> out.println(line(change)));
        if (changes.isEmpty()) {
            out.println("nothing differs");
        }
        out.flush();
        return Exit.OK;
    }

    private static String line(Snapshot.Change change) {
        String what = change.matter().words() + "  " + change.subject() + ": ";
        if (change.before().isEmpty()) {
            return what + "new, " + change.after();
        }
        return what + (change.after().isEmpty() ? "gone, was " + change.before() : change.before() + " -> " + change.after());
    }

    private Snapshot snapshot(Path given) throws IOException {
        if (Files.isRegularFile(given)) {
            return Snapshot.ofAnalysis(Files.readString(given)).orElseThrow(() -> new Exit.InputError(
                    "'" + given + "' is no analysis.json of this version; give one that 'quorate build' or"
                            + " 'quorate check --format json' wrote"));
        }
        if (!Files.isDirectory(given)) {
            throw new Exit.InputError("no folder or file '" + given + "'");
        }
        Stages stages = options.stages(Home.find(), given);
        return Snapshot.of(stages.review(stages.read(ProjectFolder.idOf(given), given, new ArrayList<>())));
    }
}

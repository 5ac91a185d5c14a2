package quorate.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quorate.export.ArchitectureYaml;
import quorate.model.Architecture;
import quorate.schema.SchemaName;
import quorate.source.Problem;

/** Writes a first architecture.yaml from what it finds. */
@Command(
        name = "init",
        description = {
            "Writes a commented architecture.yaml, valid as it is, from the files that it finds in the folder,",
            "and beside it the JSON Schema by which editors complete and check it."
        })
final class InitCommand implements Callable<Integer> {

    private static final String FILE = "architecture.yaml";

    @Parameters(arity = "0..1", paramLabel = "DIR", defaultValue = ".", description = "Folder; default: the current one.")
    private Path folder;

    @Option(names = "--force", description = "Replaces an architecture.yaml that is there.")
    private boolean force;

    @Mixin
    private CheckOptions options;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!Files.isDirectory(folder)) {
            throw new Exit.InputError("no folder '" + folder + "'");
        }
        Path file = folder.resolve(FILE);
        if (Files.exists(file) && !force) {
            throw new Exit.InputError("'" + file + "' is there already; --force replaces it");
        }
        Stages stages = Stages.open(Home.find(), options.catalog(), options.asOf());
        List<Problem> warnings = new ArrayList<>();
        Architecture found = stages.found(ProjectFolder.idOf(folder), folder, warnings);
        warnings.forEach(spec.commandLine().getErr()::println);
        Path schema = folder.resolve(SchemaName.ARCHITECTURE.file());
        Files.writeString(schema, stages.schemas().text(SchemaName.ARCHITECTURE), StandardCharsets.UTF_8);
        Files.writeString(file, ArchitectureYaml.commented(found), StandardCharsets.UTF_8);
        PrintWriter out = spec.commandLine().getOut();
        out.println("wrote " + file + " (" + found.components().size() + " components, " + found.links().size() + " links)");
        out.println("wrote " + schema);
        out.println("next: state what you know, then 'quorate check'");
        out.flush();
        return Exit.OK;
    }
}

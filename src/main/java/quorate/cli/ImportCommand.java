package quorate.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import quorate.export.ArchitectureYaml;
import quorate.model.Architecture;
import quorate.source.Problem;

/** Shows what another file says, as architecture.yaml. */
@Command(
        name = "import",
        description = {
            "Shows as architecture.yaml what another file says: compose, Kubernetes, AsyncAPI, Structurizr, configuration of Spring",
            "Boot, Quarkus and MicroProfile, connectors of Kafka Connect, Dapr, Threagile, Backstage, EventCatalog, C4-PlantUML,",
            "LikeC4, DOT, GraphML.",
            "Nothing is changed; the result goes to standard output."
        })
final class ImportCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "File or folder to read.")
    private Path file;

    @Mixin
    private CheckOptions options;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!Files.exists(file)) {
            throw new Exit.InputError("no file '" + file + "'");
        }
        Stages stages = options.stages(Home.find(), file);
        List<Problem> warnings = new ArrayList<>();
        Architecture architecture = stages.readOnly(file, warnings);
        warnings.forEach(spec.commandLine().getErr()::println);
        spec.commandLine().getOut().print(ArchitectureYaml.of(architecture));
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }
}

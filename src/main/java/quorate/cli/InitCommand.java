package quorate.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quorate.export.ArchitectureYaml;
import quorate.importer.ProjectReader;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Missing;
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

    private static final String HEAD = """
            # What the system is made of, what it promises, what it knows of its failures.
            # What is not stated stays unknown, and is never taken for 'no'; 'none' states that there is none.
            # A line that begins with '#' and names a field is an example: mend its value and remove the '#'.

            # name: My system
            # owner: team-platform
            # repository: https://github.com/acme/my-system
            # rto: 15m  # longest acceptable outage
            # rpo: 0s  # most data, as time, that may be lost
            """;

    private static final String STARTER = """
            # yaml-language-server: $schema=architecture.schema.json

            services:
              my-service:
                # replicas: 3
                # placement: [zone-a, zone-b, zone-c]

            # stores:
            #   my-database:
            #     technology: postgresql
            #     replicas: 3

            # links:
            #   - from: my-service
            #     to: my-database
            #     mode: sync
            #     need: hard
            #     timeout: {total: 2s}
            """;

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
        Stages stages = options.stages(Home.find(), folder);
        List<Problem> warnings = new ArrayList<>();
        ProjectReader.Found found = stages.found(ProjectFolder.idOf(folder), folder, warnings);
        warnings.forEach(spec.commandLine().getErr()::println);
        Path schema = folder.resolve(SchemaName.ARCHITECTURE.file());
        Files.writeString(schema, stages.schemas().text(SchemaName.ARCHITECTURE), StandardCharsets.UTF_8);
        Files.writeString(file, text(stages, found), StandardCharsets.UTF_8);
        PrintWriter out = spec.commandLine().getOut();
        out.println("wrote " + file + " (" + count(found.architecture().components().size(), "component") + ", "
                + count(found.architecture().links().size(), "link") + ")");
        out.println("wrote " + schema);
        out.println("next: state what you know, then 'quorate check'");
        out.flush();
        return Exit.OK;
    }

    /**
     * What the files say stays in them and is imported; the new file names the parts, and beside each, commented out, what the
     * review asks about it.
     */
    private static String text(Stages stages, ProjectReader.Found read) {
        Architecture found = read.architecture();
        Set<Missing> asked = new TreeSet<>();
        if (!found.components().isEmpty()) {
            stages.review(found).questions().forEach(question -> asked.addAll(question.missing()));
        }
        StringBuilder head = new StringBuilder(HEAD);
        if (!read.files().isEmpty()) {
            head.append("\nimports:\n");
            read.files().forEach(source -> head.append("  - ").append(source).append('\n'));
        }
        String body = found.components().isEmpty() ? STARTER : ArchitectureYaml.commented(bare(found), asked);
        int first = body.indexOf('\n') + 1;
        return body.substring(0, first) + head + body.substring(first);
    }

    /** The same parts without their facts. */
    private static Architecture bare(Architecture found) {
        List<Entity> entities = new ArrayList<>();
        Kind.components().forEach(kind -> found.all(kind)
                .forEach(entity -> entities.add(entity.with(Facts.none(entity.at())))));
        List<Link> links = found.links().stream().map(link -> link.with(Facts.none(link.at()))).toList();
        return Architecture.of(found.system(), entities, links, List.of(), List.of(), List.of());
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}

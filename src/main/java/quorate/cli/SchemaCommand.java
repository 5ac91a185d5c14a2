package quorate.cli;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import quorate.schema.SchemaName;
import quorate.schema.Schemas;

/** Prints a JSON Schema. */
@Command(name = "schema", description = "Prints a JSON Schema, for editors and validators.")
final class SchemaCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = "architecture",
            description = "architecture (default), analysis, site, pattern, technology, rule, concern, incident, comparison,"
                    + " path, glossary, checklist, consistency-models")
    private String name;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        SchemaName schema = SchemaName.of(name).orElseThrow(() -> new Exit.InputError("no schema is called '" + name
                + "'; there are: "
                + Arrays.stream(SchemaName.values()).map(SchemaName::word).collect(Collectors.joining(", "))));
        spec.commandLine().getOut().print(new Schemas().text(schema));
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }
}

package quorate.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program. */
@Command(
        name = "quorate",
        description = {
            "Says where a distributed architecture breaks, why, and what to do about it.",
            "",
            "Exit codes: 0 nothing at or above the gate; 1 the gate failed; 2 wrong usage, wrong input, or an error of ours."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            CheckCommand.class,
            ExplainCommand.class,
            DiffCommand.class,
            BaselineCommand.class,
            ImportCommand.class,
            InitCommand.class,
            BuildCommand.class,
            ServeCommand.class,
            SchemaCommand.class,
            CatalogCommand.class,
            VersionCommand.class,
            AutoComplete.GenerateCompletion.class,
            HelpCommand.class
        })
public final class Main implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command line and returns its exit code. */
    static int run(String... args) {
        CommandLine line = new CommandLine(new Main());
        line.getSubcommands().get("generate-completion").getCommandSpec().usageMessage().hidden(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((error, command, parsed) -> Exit.report(error, command.getErr()));
        return line.execute(args);
    }

    /** Without a command: say what there is. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command.");
    }
}

package quorate.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;

/** The program. */
@Command(
        name = "quorate",
        description = {
            "Says where a distributed architecture breaks, why, and what to do about it.",
            "",
            "Exit codes: 0 nothing at or above the gate; 1 the gate failed; 2 wrong usage, wrong input, or an error of ours."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main implements Runnable {

    private static final String COMPLETION = "generate-completion";

    /** Each under its name, in the order in which the help lists them. */
    private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("check", CheckCommand.class);
        COMMANDS.put("explain", ExplainCommand.class);
        COMMANDS.put("diff", DiffCommand.class);
        COMMANDS.put("baseline", BaselineCommand.class);
        COMMANDS.put("import", ImportCommand.class);
        COMMANDS.put("init", InitCommand.class);
        COMMANDS.put("build", BuildCommand.class);
        COMMANDS.put("serve", ServeCommand.class);
        COMMANDS.put("schema", SchemaCommand.class);
        COMMANDS.put("catalog", CatalogCommand.class);
        COMMANDS.put("version", VersionCommand.class);
        COMMANDS.put(COMPLETION, AutoComplete.GenerateCompletion.class);
        COMMANDS.put("help", HelpCommand.class);
    }

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command line and returns its exit code. */
    static int run(String... args) {
        CommandLine line = line(args);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((error, command, parsed) -> Exit.report(error, command.getErr()));
        return line.execute(args);
    }

    /** A command line that starts with a command knows no other one: to read what all of them take would double the start. */
    static CommandLine line(String... args) {
        CommandLine line = new CommandLine(new Main());
        Class<?> named = args.length == 0 ? null : COMMANDS.get(args[0]);
        if (named != null && named != HelpCommand.class && named != AutoComplete.GenerateCompletion.class) {
            line.addSubcommand(args[0], named);
        } else {
            COMMANDS.forEach(line::addSubcommand);
            line.getSubcommands().get(COMPLETION).getCommandSpec().usageMessage().hidden(false);
        }
        line.getSubcommands().values().forEach(Main::withHelp);
        return line;
    }

    private static void withHelp(CommandLine command) {
        if (command.getCommandSpec().findOption("--help") == null) {
            command.getCommandSpec().addOption(OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description("Show this help message and exit.")
                    .build());
        }
        command.getSubcommands().values().forEach(Main::withHelp);
    }

    /** Without a command: say what there is. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command.");
    }
}

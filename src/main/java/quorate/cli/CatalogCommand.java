package quorate.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import quorate.catalog.Catalog;
import quorate.catalog.CatalogReader;
import quorate.catalog.Places;
import quorate.catalog.check.CatalogCheck;
import quorate.review.TraitNames;
import quorate.review.Rule;
import quorate.schema.Schemas;
import quorate.source.Problems;

/** Work on the knowledge base. */
@Command(
        name = "catalog",
        description = "Work on the knowledge base.",
        subcommands = CatalogCommand.Check.class)
final class CatalogCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command: check.");
    }

    /** Proves that every entry is whole and every reference resolves. */
    @Command(name = "check", description = "Proves that every entry is whole and that every reference resolves.")
    static final class Check implements Callable<Integer> {

        @Option(names = "--catalog", paramLabel = "DIR", description = "Folder with entries that add to ours or replace them.")
        private Path overlay;

        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            Problems problems = new Problems();
            List<Map<String, byte[]>> layers = Home.find().layers("catalog", Optional.ofNullable(overlay));
            Catalog catalog = CatalogReader.read(layers, new Schemas(), problems, true);
            CatalogCheck.check(
                    catalog, Stages.rules().stream().map(Rule::id).toList(), TraitNames.all(), Places.of(layers), problems);
            if (problems.hasErrors()) {
                throw new Exit.InputError(problems.all());
            }
            problems.all().forEach(spec.commandLine().getErr()::println);
            spec.commandLine().getErr().flush();
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    "catalog: %d patterns, %d anti-patterns, %d technologies, %d rules, %d concerns, %d incidents,"
                            + " %d comparisons, %d paths, %d terms, %d models:"
                            + " every entry is whole, every reference resolves%n",
                    catalog.patterns().size(),
                    catalog.antiPatterns().size(),
                    catalog.technologies().size(),
                    catalog.rules().size(),
                    catalog.concerns().size(),
                    catalog.incidents().size(),
                    catalog.comparisons().size(),
                    catalog.paths().size(),
                    catalog.terms().size(),
                    catalog.consistency().models().size());
            out.flush();
            return Exit.OK;
        }
    }
}

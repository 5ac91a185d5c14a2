package quorate.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;
import quorate.history.Commit;

/** Options of every command that analyses. */
final class CheckOptions {

    @Option(names = "--catalog", paramLabel = "DIR", description = "Folder with catalog entries that add to ours or replace them.")
    private Path catalog;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "Day by which acceptances expire; default: SOURCE_DATE_EPOCH, else the day of the commit that is checked "
                    + "out, so that a commit has one result; outside of a repository today.")
    private LocalDate asOf;

    @Option(
            names = "--acceptances",
            paramLabel = "FILE",
            description = "Findings that are accepted, of several projects; default: 'acceptances.yaml' beside a project's folder.")
    private Path acceptances;

    Optional<Path> catalog() {
        return Optional.ofNullable(catalog);
    }

    /** Reads the catalog and makes the stages ready to analyse the folder, or what lies below it. */
    Stages stages(Home home, Path folder) {
        return stages(home, catalog(), folder);
    }

    /** The same with another catalog. */
    Stages stages(Home home, Optional<Path> overlay, Path folder) {
        if (acceptances != null && !Files.isRegularFile(acceptances)) {
            throw new Exit.InputError("no file '" + acceptances + "'");
        }
        return Stages.open(home, overlay, () -> asOf(folder), Optional.ofNullable(acceptances));
    }

    LocalDate asOf(Path folder) {
        if (asOf != null) {
            return asOf;
        }
        return Clock.epoch()
                .or(() -> Commit.at(folder).map(Commit::time))
                .map(Clock::day)
                .orElseGet(LocalDate::now);
    }
}

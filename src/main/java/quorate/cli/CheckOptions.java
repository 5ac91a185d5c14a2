package quorate.cli;

import java.time.LocalDate;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of every command that analyses. */
final class CheckOptions {

    @Option(names = "--catalog", paramLabel = "DIR", description = "Folder with catalog entries that add to ours or replace them.")
    private Path catalog;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "Day by which acceptances expire; default: SOURCE_DATE_EPOCH, else today.")
    private LocalDate asOf;

    Optional<Path> catalog() {
        return Optional.ofNullable(catalog);
    }

    LocalDate asOf() {
        if (asOf != null) {
            return asOf;
        }
        return Clock.epoch().map(Clock::day).orElseGet(LocalDate::now);
    }
}

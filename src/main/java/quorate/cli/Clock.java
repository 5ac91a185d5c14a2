package quorate.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** The time of the sources, for reproducible output: reproducible-builds.org/specs/source-date-epoch. */
final class Clock {

    private Clock() {}

    static Optional<Instant> epoch() {
        try {
            return Optional.ofNullable(System.getenv("SOURCE_DATE_EPOCH")).map(Long::parseLong).map(Instant::ofEpochSecond);
        } catch (NumberFormatException e) {
            throw new Exit.InputError("SOURCE_DATE_EPOCH is no number of seconds");
        }
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}

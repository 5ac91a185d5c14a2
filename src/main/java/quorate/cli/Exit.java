package quorate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import quorate.source.Problem;

/** The exit codes, and how a failed run is told. */
final class Exit {

    static final int OK = 0;
    static final int GATE_FAILED = 1;
    static final int ERROR = 2;

    private Exit() {}

    /** A run that cannot go on because of its input; everything wrong with it is said at once. */
    static final class InputError extends RuntimeException {
        private final transient List<Problem> problems;

        InputError(List<Problem> problems) {
            super(problems.size() + " problems");
            this.problems = List.copyOf(problems);
        }

        InputError(String message) {
            super(message);
            this.problems = List.of();
        }

        List<Problem> problems() {
            return problems;
        }
    }

    static int report(Exception error, PrintWriter err) {
        if (error instanceof InputError input) {
            input.problems.forEach(err::println);
            long errors = input.problems.stream().filter(Problem::isError).count();
            err.println(input.problems.isEmpty() ? "quorate: " + input.getMessage() : "quorate: " + count(errors));
        } else if (error instanceof IOException || error instanceof UncheckedIOException) {
            err.println("quorate: cannot read or write: " + error.getMessage());
        } else {
            err.println("quorate: an error of ours, please report it:");
            error.printStackTrace(err);
        }
        err.flush();
        return ERROR;
    }

    private static String count(long errors) {
        return errors == 1 ? "1 error; nothing was written" : errors + " errors; nothing was written";
    }
}

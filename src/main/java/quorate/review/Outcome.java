package quorate.review;

import java.util.List;
import quorate.model.Evidence;
import quorate.model.Missing;

/** A rule's answer for one subject. */
public sealed interface Outcome {

    /** The word of the answer, as in the published schema. */
    String word();

    List<Evidence> because();

    static Outcome holds(Evidence... because) {
        return new Holds(List.of(because));
    }

    static Outcome notApplicable() {
        return new DoesNotApply();
    }

    /** Hazard present, guard stated to be absent. */
    static Outcome violated(Severity severity, String message, List<Evidence> because) {
        return new Violated(severity, message, because);
    }

    /** Hazard stated, guard not stated; only for rules whose catalog entry says {@code presumed: true}. */
    static Outcome presumed(Severity severity, String message, List<Evidence> because, List<Missing> missing) {
        return new Presumed(severity, message, because, missing);
    }

    /** Facts are missing that decide. */
    static Outcome unknown(List<Missing> missing, Evidence... because) {
        return new Unknown(missing, List.of(because));
    }

    record Holds(List<Evidence> because) implements Outcome {
        public Holds {
            because = List.copyOf(because);
        }

        @Override
        public String word() {
            return "holds";
        }
    }

    /** The message says what follows for this subject, with numbers; one sentence. */
    record Violated(Severity severity, String message, List<Evidence> because) implements Outcome {
        public Violated {
            because = List.copyOf(because);
        }

        @Override
        public String word() {
            return "violated";
        }
    }

    /** A violation that rests on the guard not being stated; it does not fail a gate unless asked to. */
    record Presumed(Severity severity, String message, List<Evidence> because, List<Missing> missing)
            implements Outcome {
        public Presumed {
            because = List.copyOf(because);
            missing = List.copyOf(missing);
        }

        @Override
        public String word() {
            return "presumed";
        }
    }

    record Unknown(List<Missing> missing, List<Evidence> because) implements Outcome {
        public Unknown {
            missing = List.copyOf(missing);
            because = List.copyOf(because);
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("an unknown outcome names the facts that would decide");
            }
        }

        @Override
        public String word() {
            return "unknown";
        }
    }

    record DoesNotApply() implements Outcome {
        @Override
        public String word() {
            return "does not apply";
        }

        @Override
        public List<Evidence> because() {
            return List.of();
        }
    }
}

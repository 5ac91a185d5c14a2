package quorate.export;

import java.util.List;
import quorate.review.Finding;
import quorate.review.Outcome;

/** How many answers there are of each kind; what is accepted is counted apart, and questions as they are asked. */
record Counts(long violated, long presumed, long accepted, long questions, long holds) {

    static Counts of(List<Reviewed> projects) {
        List<Finding> all =
                projects.stream().flatMap(p -> p.review().findings().stream()).toList();
        long violated = open(all, Outcome.Violated.class);
        long presumed = open(all, Outcome.Presumed.class);
        long accepted = all.stream()
                .filter(f -> f.isWrong() && f.acceptance().isPresent())
                .count();
        long questions = projects.stream()
                .mapToLong(p -> p.review().questions().size())
                .sum();
        long holds = all.stream().filter(f -> f.outcome() instanceof Outcome.Holds).count();
        return new Counts(violated, presumed, accepted, questions, holds);
    }

    private static long open(List<Finding> findings, Class<? extends Outcome> outcome) {
        return findings.stream()
                .filter(f -> outcome.isInstance(f.outcome()) && !(f.isWrong() && f.acceptance().isPresent()))
                .count();
    }

    /** {@code 3 violated, 1 presumed, 2 accepted, 14 questions, 20 hold}. */
    String words() {
        return violated + " violated, " + presumed + " presumed, " + accepted + " accepted, "
                + questions + (questions == 1 ? " question, " : " questions, ")
                + holds + (holds == 1 ? " holds" : " hold");
    }
}

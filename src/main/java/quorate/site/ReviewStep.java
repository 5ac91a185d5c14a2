package quorate.site;

import java.util.Arrays;
import java.util.List;

/** The six steps of a review. */
enum ReviewStep {
    CAP(1, "CAP trade-offs", "What does each part give up when the network splits?"),
    CONSISTENCY(2, "Consistency patterns", "What must agree, and does something stand behind it that gives agreement?"),
    FAILURE(3, "Failure handling", "Does a failure stay where it began?"),
    DATA(4, "Data synchronization", "Are the copies alike, and what happens while they are not?"),
    TRANSACTIONS(5, "Transactions", "Is work that crosses services done once, wholly, or undone?"),
    OPERATIONS(6, "Operational readiness", "Can the people on call see it, stop it and mend it?");

    private final int number;
    private final String title;
    private final String question;

    ReviewStep(int number, String title, String question) {
        this.number = number;
        this.title = title;
        this.question = question;
    }

    int number() {
        return number;
    }

    String title() {
        return title;
    }

    String question() {
        return question;
    }

    /** Number and name: {@code 1 CAP trade-offs}. */
    String full() {
        return number + " " + title;
    }

    String slug() {
        return Slug.of(full());
    }

    static ReviewStep of(int number) {
        return values()[Math.min(Math.max(number, 1), 6) - 1];
    }

    static List<ReviewStep> all() {
        return Arrays.asList(values());
    }
}

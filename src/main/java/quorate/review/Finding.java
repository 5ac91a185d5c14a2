package quorate.review;

import java.util.Optional;
import quorate.catalog.RuleText;
import quorate.model.Entity;
import quorate.model.Subject;

/**
 * A rule's answer for one subject.
 *
 * @param acceptance the owner's acceptance that lies over a violation and has not expired
 */
public record Finding(RuleText rule, Subject subject, Outcome outcome, Optional<Entity> acceptance) {

    /** Stable over runs: {@code timeout-missing@cart -> catalog}. */
    public String id() {
        return rule.id() + "@" + subject.id();
    }

    /** The id as an anchor or file name. */
    public String slug() {
        return id().replace("->", "to").replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether something is wrong: violated or presumed. */
    public boolean isWrong() {
        return outcome instanceof Outcome.Violated || outcome instanceof Outcome.Presumed;
    }

    /** Whether it counts for a gate: violated, not accepted; presumed ones do when asked to. */
    public boolean counts(boolean presumedToo) {
        boolean wrong = outcome instanceof Outcome.Violated || (presumedToo && outcome instanceof Outcome.Presumed);
        return wrong && acceptance.isEmpty();
    }

    /** The severity of a violation; info for any other answer. */
    public Severity severity() {
        if (outcome instanceof Outcome.Violated violated) {
            return violated.severity();
        }
        return outcome instanceof Outcome.Presumed presumed ? presumed.severity() : Severity.INFO;
    }

    /** What is wrong; empty when nothing is. */
    public String message() {
        if (outcome instanceof Outcome.Violated violated) {
            return violated.message();
        }
        return outcome instanceof Outcome.Presumed presumed ? presumed.message() : "";
    }
}

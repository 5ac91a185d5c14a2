package quorate.review;

import java.util.List;
import quorate.catalog.RuleText;
import quorate.model.Missing;
import quorate.model.Subject;

/**
 * A question to the owner: one for each rule and the component it concerns, not one for each link; or one for each rule, where
 * few are concerned.
 *
 * @param about the component, or the subject itself where there is no component; the system where several are concerned
 * @param subjects whose findings wait for the answer
 * @param missing facts that would answer it, each once, sorted
 * @param worst severity that the answer could reveal, for ranking
 */
public record Question(
        RuleText rule, Subject about, List<Subject> subjects, List<Missing> missing, Severity worst) {

    public Question {
        subjects = List.copyOf(subjects);
        missing = List.copyOf(missing);
    }

    public String id() {
        return rule.id() + "?" + about.id();
    }
}

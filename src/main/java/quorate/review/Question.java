package quorate.review;

import java.util.List;
import java.util.stream.Collectors;
import quorate.catalog.RuleText;
import quorate.model.Missing;
import quorate.model.Subject;

/**
 * A question to the owner: one for each rule and the component it concerns, not one for each link; or one for each rule and owner,
 * where few are concerned. Rules that ask in the same breath share one.
 *
 * @param rules that wait for the answer; the first gives the question its name
 * @param about the component, or the subject itself where there is no component; the system where several are concerned
 * @param owner who is asked, where several owners are each asked about several components; empty otherwise
 * @param subjects whose findings wait for the answer
 * @param missing facts that would answer it, each once, sorted
 * @param worst severity that the answer could reveal, for ranking
 */
public record Question(
        List<RuleText> rules, Subject about, String owner, List<Subject> subjects, List<Missing> missing, Severity worst) {

    public Question {
        rules = List.copyOf(rules);
        subjects = List.copyOf(subjects);
        missing = List.copyOf(missing);
    }

    public String id() {
        return rules.get(0).id() + "?" + about.id() + (owner.isEmpty() ? "" : "/" + owner);
    }

    /** What is asked, one sentence for each rule. */
    public String text() {
        return rules.stream().map(RuleText::question).collect(Collectors.joining(" "));
    }

    public boolean isOfStep(int step) {
        return rules.stream().anyMatch(rule -> rule.step() == step);
    }
}

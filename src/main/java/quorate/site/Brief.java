package quorate.site;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quorate.model.Words;
import quorate.site.page.Listing;
import quorate.site.page.Mark;

/**
 * All that pages beyond a project say of it. A site holds the briefs of its projects at the same time, and of each project
 * itself no longer than its own pages are made; a brief can be written down and read back.
 *
 * @param line its verdict as a sentence
 * @param steps one for each of the six steps, in their order
 * @param wrong findings that nobody accepted
 * @param changed what the newest revision changed; empty when no history is known
 * @param changedWhen the day of it, or what it is instead
 * @param findings what is violated or presumed, accepted ones too, worst first
 * @param answers of rules that found nothing wrong
 * @param runbooks none of a project that is shown in brief
 * @param moments revisions that a feed tells of, newest first
 * @param pages its pages as the lists of the site show them
 * @param addresses of the places that other pages may link to, by kind and id
 */
public record Brief(
        String id,
        String title,
        String purpose,
        Detail detail,
        Mark verdict,
        String line,
        List<Step> steps,
        int questions,
        int scenarios,
        int wrong,
        String changed,
        String changedWhen,
        List<Wrong> findings,
        List<Answer> answers,
        List<Choice> choices,
        List<Use> technologies,
        List<Domain> domains,
        List<Runbook> runbooks,
        List<Moment> moments,
        List<Listing> pages,
        Map<String, String> addresses) {

    public Brief {
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
        answers = List.copyOf(answers);
        choices = List.copyOf(choices);
        technologies = List.copyOf(technologies);
        domains = List.copyOf(domains);
        runbooks = List.copyOf(runbooks);
        moments = List.copyOf(moments);
        pages = List.copyOf(pages);
        addresses = Collections.unmodifiableMap(new TreeMap<>(addresses));
    }

    /** Orders projects, the worst first. */
    int order() {
        return steps.stream().mapToInt(Step::order).min().orElse(Integer.MAX_VALUE);
    }

    /**
     * The verdict of one step.
     *
     * @param order worst first
     */
    public record Step(Mark mark, int order) {}

    /**
     * A finding.
     *
     * @param key its id among the addresses of the site
     * @param severity worst first
     */
    public record Wrong(String rule, String ruleTitle, String subject, String key, Mark mark, int severity, String message) {}

    /** That a rule holds for a subject, or waits for facts about it. */
    public record Answer(String rule, String subject, boolean holds) {}

    /**
     * What was chosen for a concern.
     *
     * @param key its id among the addresses of the site
     * @param selected id of the pattern; empty when none is
     * @param inUse id of the pattern; empty when it is not known
     */
    public record Choice(String concern, String subject, String key, String selected, String inUse) {}

    /** A component that runs a technology of the catalog; {@code key} is its id among the addresses of the site. */
    public record Use(String technology, String component, String key) {}

    /**
     * A data domain.
     *
     * @param key its id among the addresses of the site
     * @param required word of the consistency that it needs; empty when it is not stated
     * @param offered word of the consistency that it gets; empty when it is not known
     */
    public record Domain(String title, String key, String required, String offered, String cap) {}

    /** A runbook under what is seen of the failure; {@code key} is its id among the addresses of the site. */
    public record Runbook(Words.FailureKind kind, String text, String key) {}
}

package quorate.site.page;

import java.util.List;

/**
 * A question to the owner with the YAML that answers it.
 *
 * @param owner who is asked, empty where the subject says it
 * @param asks what is to be stated of what, in words
 * @param paths the fields, as a person would look for them
 */
public record QuestionView(
        String anchor,
        Mark worst,
        String question,
        PageLink about,
        String owner,
        List<PageLink> rules,
        List<PageLink> steps,
        String asks,
        List<String> paths,
        List<String> subjects,
        String yaml) {
    public QuestionView {
        rules = List.copyOf(rules);
        steps = List.copyOf(steps);
        paths = List.copyOf(paths);
        subjects = List.copyOf(subjects);
    }
}

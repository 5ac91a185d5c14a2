package quorate.site.page;

import java.util.List;

/**
 * A question to the owner with the YAML that answers it.
 *
 * @param asks what is to be stated of what, in words
 * @param paths the fields, as a person would look for them
 */
public record QuestionView(
        String anchor,
        Mark worst,
        String question,
        PageLink about,
        PageLink rule,
        PageLink step,
        String asks,
        List<String> paths,
        List<String> subjects,
        String yaml) {
    public QuestionView {
        paths = List.copyOf(paths);
        subjects = List.copyOf(subjects);
    }
}

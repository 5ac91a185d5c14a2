package quorate.site.page;

import java.util.List;

/** A question to the owner with the YAML that answers it. */
public record QuestionView(
        String anchor,
        Mark worst,
        String question,
        PageLink about,
        PageLink rule,
        PageLink step,
        List<String> paths,
        List<String> subjects,
        String yaml) {
    public QuestionView {
        paths = List.copyOf(paths);
        subjects = List.copyOf(subjects);
    }
}

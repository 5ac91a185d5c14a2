package quorate.site.page;

import java.util.List;

/**
 * What the owner is asked, most important first.
 *
 * @param first the facts that could change most, with what they could change; without rows when none is missing
 * @param ranking how they are ranked, in words
 * @param firstYaml the YAML that answers all of them
 */
public record QuestionsPage(
        Frame frame, String line, Table first, String ranking, String firstYaml, List<QuestionView> questions, Parts parts) implements Page {
    public QuestionsPage {
        questions = List.copyOf(questions);
    }

    @Override
    public String template() {
        return "questions";
    }
}

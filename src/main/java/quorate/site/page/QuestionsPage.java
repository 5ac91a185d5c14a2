package quorate.site.page;

import java.util.List;

/** What the owner is asked, most important first. */
public record QuestionsPage(Frame frame, String line, List<QuestionView> questions) implements Page {
    public QuestionsPage {
        questions = List.copyOf(questions);
    }

    @Override
    public String template() {
        return "questions";
    }
}

package quorate.site.page;

import java.util.List;

/** One step of a project's review. */
public record StepPage(
        Frame frame,
        String project,
        int number,
        String question,
        Mark verdict,
        String line,
        List<Item> items,
        List<FindingView> wrong,
        List<FindingView> accepted,
        List<FindingView> passed,
        List<QuestionView> questions,
        List<SelectionView> selections,
        List<Table> tables)
        implements Page {
    public StepPage {
        items = List.copyOf(items);
        wrong = List.copyOf(wrong);
        accepted = List.copyOf(accepted);
        passed = List.copyOf(passed);
        questions = List.copyOf(questions);
        selections = List.copyOf(selections);
        tables = List.copyOf(tables);
    }

    @Override
    public String template() {
        return "step";
    }
}

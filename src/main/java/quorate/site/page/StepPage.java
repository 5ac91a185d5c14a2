package quorate.site.page;

import java.util.List;

/**
 * One step of a project's review.
 *
 * @param held how many answers hold
 * @param choices patterns that were chosen; each leads to its facts, price and alternatives in the matrix
 */
public record StepPage(
        Frame frame,
        String project,
        int number,
        String question,
        Mark verdict,
        String line,
        List<Item> items,
        List<AlikeView> wrong,
        Parts wrongParts,
        List<AlikeView> accepted,
        String held,
        List<Checked> checked,
        Parts checkedParts,
        List<QuestionView> questions,
        Parts questionParts,
        Table choices,
        PageLink matrix,
        List<Table> tables)
        implements Page {
    public StepPage {
        items = List.copyOf(items);
        wrong = List.copyOf(wrong);
        accepted = List.copyOf(accepted);
        checked = List.copyOf(checked);
        questions = List.copyOf(questions);
        tables = List.copyOf(tables);
    }

    @Override
    public String template() {
        return "step";
    }
}

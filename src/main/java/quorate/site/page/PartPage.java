package quorate.site.page;

import java.util.List;

/**
 * One further part of what is too long for one page; it holds one kind of thing, and the others are empty.
 *
 * @param checked answers of rules that hold
 * @param parts where the other parts are, of anything but a table, which says so itself
 */
public record PartPage(
        Frame frame,
        Table table,
        List<AlikeView> findings,
        List<Checked> checked,
        List<QuestionView> questions,
        List<SelectionView> selections,
        List<FailureListPage.Failure> failures,
        Parts parts)
        implements Page {
    public PartPage {
        findings = List.copyOf(findings);
        checked = List.copyOf(checked);
        questions = List.copyOf(questions);
        selections = List.copyOf(selections);
        failures = List.copyOf(failures);
    }

    public static PartPage of(Frame frame, Table table) {
        return new PartPage(frame, table, List.of(), List.of(), List.of(), List.of(), List.of(), Parts.NONE);
    }

    public static PartPage ofFindings(Frame frame, List<AlikeView> findings, Parts parts) {
        return new PartPage(frame, Table.NONE, findings, List.of(), List.of(), List.of(), List.of(), parts);
    }

    public static PartPage ofChecked(Frame frame, List<Checked> checked, Parts parts) {
        return new PartPage(frame, Table.NONE, List.of(), checked, List.of(), List.of(), List.of(), parts);
    }

    public static PartPage ofQuestions(Frame frame, List<QuestionView> questions, Parts parts) {
        return new PartPage(frame, Table.NONE, List.of(), List.of(), questions, List.of(), List.of(), parts);
    }

    public static PartPage ofSelections(Frame frame, List<SelectionView> selections, Parts parts) {
        return new PartPage(frame, Table.NONE, List.of(), List.of(), List.of(), selections, List.of(), parts);
    }

    public static PartPage ofFailures(Frame frame, List<FailureListPage.Failure> failures, Parts parts) {
        return new PartPage(frame, Table.NONE, List.of(), List.of(), List.of(), List.of(), failures, parts);
    }

    @Override
    public String template() {
        return "part";
    }
}

package quorate.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import quorate.catalog.EntryKind;
import quorate.catalog.FormulaText;
import quorate.catalog.FormulaVector;
import quorate.formula.Computations;
import quorate.formula.Inputs;
import quorate.site.page.CalculatorPage;
import quorate.site.page.CalculatorView;
import quorate.site.page.Html;
import quorate.site.page.ListPage;
import quorate.site.page.Mark;
import quorate.site.page.PageLink;
import quorate.site.page.Table;

/** Builds the calculators: each on a page of its own, on the pages where its numbers matter, and their list. */
final class Calculators {

    private final Edition edition;

    Calculators(Edition edition) {
        this.edition = edition;
    }

    ListPage list() {
        Here here = edition.at("page", "calculators");
        String lead = "Numbers behind the patterns: put in your own, or read the worked examples. Nothing leaves the browser.";
        List<ListPage.Entry> entries = edition.input().catalog().formulas().values().stream()
                .map(f -> new ListPage.Entry("", here.link(f.name(), "calculator", f.id()), Mark.NONE, f.question()))
                .toList();
        return new ListPage(
                edition.frame(here, "list", "Calculators").about(lead).find("Page", List.of("formulas"), "").build(),
                lead, Html.NONE, List.of(new ListPage.Group("", PageLink.NONE, "", entries)));
    }

    List<CalculatorPage> pages() {
        return edition.input().catalog().formulas().values().stream().map(this::page).toList();
    }

    private CalculatorPage page(FormulaText formula) {
        Here here = edition.at("calculator", formula.id());
        FrameBuilder frame = edition.frame(here, "calculator", formula.name())
                .about(formula.question())
                .crumb(here.link("Calculators", "page", "calculators"))
                .writtenIn(edition.origin(formula.at()))
                .find("Calculator", List.of(formula.id()), String.join(" ", formula.statement()));
        return new CalculatorPage(frame.build(), List.of(view(here, formula)), formula.pages().stream().map(p -> target(here, p)).toList());
    }

    private PageLink target(Here here, String page) {
        int colon = page.indexOf(':');
        if (colon < 0) {
            return here.link("Consistency models", "page", page);
        }
        EntryKind kind = page.startsWith("rule:") ? EntryKind.RULE : EntryKind.PATTERN;
        return edition.named(here, kind, page.substring(colon + 1));
    }

    /** The calculators that belong on a page: {@code pattern:swim}, {@code consistency}. */
    List<CalculatorView> on(Here here, String page) {
        return edition.input().catalog().formulas().values().stream()
                .filter(f -> f.pages().contains(page))
                .map(f -> view(here, f))
                .toList();
    }

    private CalculatorView view(Here here, FormulaText formula) {
        return new CalculatorView(
                formula.id(),
                here.link(formula.name(), "calculator", formula.id()),
                formula.question(),
                formula.statement(),
                formula.inputs().stream().map(Calculators::input).toList(),
                formula.outputs().stream().map(o -> new CalculatorView.Output(o.name(), o.label(), o.unit(), o.digits())).toList(),
                formula.note(),
                worked(formula),
                edition.printed(formula.references()));
    }

    private static CalculatorView.Input input(FormulaText.Input input) {
        return new CalculatorView.Input(
                input.name(), input.label(), input.unit(), Digits.text(input.min(), 15), Digits.text(input.max(), 15), input.preset(),
                input.whole(), input.many(), input.optional());
    }

    private Table worked(FormulaText formula) {
        List<String> columns = new ArrayList<>(List.of("Given"));
        formula.outputs().forEach(o -> columns.add(o.label() + (o.unit().isEmpty() ? "" : ", " + o.unit()) + "#"));
        Rows rows = Rows.of("worked-" + formula.id(), "Worked examples: " + formula.name(), columns.toArray(String[]::new));
        for (FormulaVector vector : edition.input().catalog().vectors()) {
            if (vector.formula().equals(formula.id())) {
                rows.row("", cells(formula, vector));
            }
        }
        return rows.table();
    }

    private static Table.Cell[] cells(FormulaText formula, FormulaVector vector) {
        List<String> given = formula.inputs().stream()
                .filter(i -> vector.given().containsKey(i.name()))
                .map(i -> i.label().replaceFirst(",? with commas between$", "") + ": " + vector.given().get(i.name())
                        + (i.unit().isEmpty() ? "" : " " + i.unit()))
                .toList();
        List<Table.Cell> cells = new ArrayList<>(List.of(Table.Cell.of(String.join("; ", given))));
        Map<String, Double> results =
                Computations.of(formula.id()).map(c -> c.compute(new Inputs(vector.given()))).orElse(Map.of());
        for (FormulaText.Output output : formula.outputs()) {
            Double result = results.get(output.name());
            cells.add(Table.Cell.of(result == null ? "no value" : Digits.text(result, output.digits())));
        }
        return cells.toArray(Table.Cell[]::new);
    }
}

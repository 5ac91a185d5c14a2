package quorate.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import quorate.catalog.EntryKind;
import quorate.catalog.FormulaText;
import quorate.catalog.FormulaVector;
import quorate.catalog.Pattern;
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

    private static final int EXAMPLE_DIGITS = 4;

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
        return new CalculatorPage(frame.build(), List.of(view(here, formula)), targets(here, formula));
    }

    private List<PageLink> targets(Here here, FormulaText formula) {
        List<PageLink> targets = new ArrayList<>();
        edition.input().catalog().patterns().values().stream()
                .filter(p -> p.parameters().stream().anyMatch(parameter -> parameter.calculator().equals(formula.id())))
                .forEach(p -> targets.add(edition.named(here, EntryKind.PATTERN, p.id())));
        formula.pages().forEach(p -> targets.add(target(here, p)));
        return targets;
    }

    private PageLink target(Here here, String page) {
        int colon = page.indexOf(':');
        if (colon < 0) {
            return here.link("Consistency models", "page", page);
        }
        return edition.named(here, EntryKind.RULE, page.substring(colon + 1));
    }

    /** The calculators that the parameters of the pattern name, each once. */
    List<CalculatorView> of(Here here, Pattern pattern) {
        Map<String, FormulaText> formulas = edition.input().catalog().formulas();
        return pattern.parameters().stream()
                .map(Pattern.Parameter::calculator)
                .filter(formulas::containsKey)
                .distinct()
                .map(id -> view(here, formulas.get(id)))
                .toList();
    }

    /** {@code 3 voters}, {@code 1 voter}, {@code 1 s}. */
    private static String measured(String number, String unit) {
        boolean one = number.equals("1") && unit.length() > 3 && unit.endsWith("s");
        return (number + " " + (one ? unit.substring(0, unit.length() - 1) : unit)).strip();
    }

    /** What the parameter's formula gives for the values that its form holds at first: {@code 3 voters (Voters: 5)}. */
    String example(Pattern.Parameter parameter) {
        FormulaText formula = edition.input().catalog().formulas().get(parameter.calculator());
        if (formula == null) {
            return "";
        }
        Map<String, String> given = new TreeMap<>();
        formula.inputs().stream().filter(i -> !i.preset().isEmpty()).forEach(i -> given.put(i.name(), i.preset()));
        Map<String, Double> results = results(formula, given);
        return formula.outputs().stream()
                .filter(o -> o.name().equals(parameter.result()) && results.containsKey(o.name()))
                .map(o -> measured(Digits.text(results.get(o.name()), Math.min(o.digits(), EXAMPLE_DIGITS)), o.unit())
                        + " (" + given(formula, given) + ")")
                .findFirst()
                .orElse("");
    }

    /** The calculators that belong on a page besides: {@code rule:retry-unbounded}, {@code consistency}. */
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
        List<Table.Cell> cells = new ArrayList<>(List.of(Table.Cell.of(given(formula, vector.given()))));
        Map<String, Double> results = results(formula, vector.given());
        for (FormulaText.Output output : formula.outputs()) {
            Double result = results.get(output.name());
            cells.add(Table.Cell.of(result == null ? "no value" : Digits.text(result, output.digits())));
        }
        return cells.toArray(Table.Cell[]::new);
    }

    private static String given(FormulaText formula, Map<String, String> given) {
        return formula.inputs().stream()
                .filter(i -> given.containsKey(i.name()))
                .map(i -> i.label().replaceFirst(",? with commas between$", "") + ": " + given.get(i.name())
                        + (i.unit().isEmpty() ? "" : " " + i.unit()))
                .collect(Collectors.joining("; "));
    }

    private static Map<String, Double> results(FormulaText formula, Map<String, String> given) {
        return Computations.of(formula.id()).map(c -> c.compute(new Inputs(given))).orElse(Map.of());
    }
}

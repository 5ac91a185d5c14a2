package quorate.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quorate.derive.budget.Budget;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Missing;
import quorate.model.ValueType;
import quorate.site.page.BudgetsPage;
import quorate.site.page.Mark;
import quorate.site.page.NamedText;
import quorate.site.page.Table;

/** Builds the page of time budgets. */
final class BudgetPages {

    /** Rows of each table that the page of a large system begins with. */
    private static final int FEW = 5;

    private static final int OF_ALL = 30;

    private static final int OF_LOOPS = 3;

    private final ProjectScope scope;

    BudgetPages(ProjectScope scope) {
        this.scope = scope;
    }

    BudgetsPage page() {
        Here here = scope.at("budgets");
        List<BudgetsPage.Journey> journeys = budgets().stream().map(b -> journey(here, b)).toList();
        FrameBuilder frame = scope.frame(here, "budgets", "Time budgets").about(line())
                .find("Budgets", List.of(scope.title() + " budgets", "worst-case wait", "retry amplification"), "");
        journeys.forEach(j -> frame.heading(j.title(), j.anchor()));
        LoopTables loops = new LoopTables(scope);
        Table table = loops.table(here);
        frame.heading(!table.rows().isEmpty() || !loops.remarks().isEmpty(), "Load that keeps itself up", "loops");
        frame.heading("How it is computed", "how");
        return new BudgetsPage(frame.build(), line(), journeys, scope.isLarge() ? scope.portions().brief(here, table, OF_LOOPS) : table, loops.remarks());
    }

    private List<Budget> budgets() {
        return scope.review().input().derived().budgets().stream()
                .filter(b -> b.operation().journey().isPresent())
                .toList();
    }

    private String line() {
        if (budgets().isEmpty()) {
            return "No journey is stated, so no budget can be added up.";
        }
        long over = count(Budget.Verdict.EXCEEDS);
        long open = count(Budget.Verdict.OPEN);
        String certain = over == 0
                ? "No call is known to outlast what its caller has left"
                : Phrases.capital(Phrases.count((int) over, "call")) + " may run longer than the caller has left";
        return certain + (open == 0 ? "." : "; " + open + " more cannot be told from what is stated.");
    }

    private long count(Budget.Verdict verdict) {
        return budgets().stream()
                .flatMap(b -> b.steps().stream())
                .filter(s -> s.verdict().filter(verdict::equals).isPresent())
                .map(s -> s.call().link().id())
                .distinct()
                .count();
    }

    private BudgetsPage.Journey journey(Here here, Budget budget) {
        Entity journey = budget.operation().journey().get();
        String id = Slug.of(journey.id());
        List<NamedText> facts = new ArrayList<>();
        facts.add(new NamedText("Longest wait at the entry", budget.longest().words()));
        facts.add(new NamedText("Latency objective, 99th percentile", scope.text(journey, Keys.SLO_LATENCY)));
        facts.add(new NamedText("Calls that wait", "" + budget.fanOut()));
        Set<String> decided = new TreeSet<>();
        budget.deciding().stream().map(Missing::path).forEach(decided::add);
        budget.steps().forEach(s -> s.deciding().get().stream().map(Missing::path).forEach(decided::add));
        return new BudgetsPage.Journey(
                "journey-" + id, ProjectScope.name(journey), facts, remarks(budget), brief(here, calls(here, budget, id)),
                brief(here, load(here, budget, id)), scope.isLarge() ? List.of() : scope.evidence(here, budget.steps().stream().map(s -> s.call().why()).toList()),
                decided.stream().toList());
    }

    private Table brief(Here here, Table table) {
        return scope.isLarge() ? scope.portions().brief(here, table, Math.max(1, Math.min(FEW, OF_ALL / budgets().size()))) : table;
    }

    private List<String> remarks(Budget budget) {
        List<String> remarks = new ArrayList<>();
        budget.objective().filter(o -> o.toNanos() < budget.longest().most()).ifPresent(o -> remarks.add(
                "The longest wait is not compared with the objective of " + ValueType.Span.text(o)
                        + ": a worst case is not a percentile."));
        if (budget.fanOut() > 1) {
            remarks.add("At least one of " + budget.fanOut() + " calls is slower than its own 99th percentile in "
                    + percent(budget.tail()) + " of requests: 1 − (1 − 0.01)^" + budget.fanOut()
                    + ", if the calls are independent (Dean and Barroso 2013).");
        }
        budget.loops().forEach(link -> remarks.add(
                "The call " + ProjectScope.name(link) + " leads back to one of its callers; the waits leave it out."));
        boolean orphans = budget.steps().stream().anyMatch(s -> s.orphaned().most() > 0);
        if (orphans) {
            remarks.add("Work that outlasts its caller goes on for nobody, unless the deadline is passed on with the request;"
                    + " the model does not state that.");
        }
        return remarks;
    }

    static String percent(double share) {
        return BigDecimal.valueOf(share * 100).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + "%";
    }

    private Table calls(Here here, Budget budget, String id) {
        Rows rows = Rows.of("calls-" + id, "Waits of " + ProjectScope.name(budget.operation().journey().get()) + ", callers first",
                "Call", "Longest wait", "Caller has left", "Fits", "Path");
        for (Budget.Step step : steps(budget)) {
            String limit = step.limit()
                    .map(l -> "of " + l.patience().words() + " for " + scope.subject(here, l.link()).text())
                    .orElse("nobody above");
            rows.row(
                    "call-" + id + "-" + Slug.of(step.call().link().id()),
                    Table.Cell.of(scope.subject(here, step.call().link())),
                    Table.Cell.of(step.call().total().words()).noted(formula(step))
                            .why(scope.isLarge() ? scope.evidence(here, List.of(step.call().why())) : List.of()),
                    Table.Cell.of(step.limit().isPresent() ? step.left().words() : "not bounded").noted(limit),
                    step.verdict().map(v -> Table.Cell.of(mark(v), "" + v.ordinal())).orElse(Table.Cell.of("nothing to fit"))
                            .noted(step.orphaned().most() == 0 ? "" : "may run on for nobody: " + step.orphaned().words()),
                    Table.Cell.of(path(step)));
        }
        return rows.table();
    }

    /** Callers first; of a large system what does not fit first, since the page begins with few. */
    private List<Budget.Step> steps(Budget budget) {
        return !scope.isLarge()
                ? budget.steps()
                : budget.steps().stream()
                        .sorted(Comparator.comparing(s -> s.verdict().map(v -> -v.ordinal()).orElse(1)))
                        .toList();
    }

    /** The formula with its numbers, unless it is the number alone. */
    private static String formula(Budget.Step step) {
        String formula = step.call().formula();
        return formula.equals(step.call().total().words()) ? "" : formula;
    }

    /** By whom it is reached; a call of the entry itself needs no path. */
    private String path(Budget.Step step) {
        List<String> path = step.path().toList().stream().map(scope::title).toList();
        return path.size() < 3 ? "made by the entry" : String.join(" → ", path.subList(0, path.size() - 1));
    }

    private static Mark mark(Budget.Verdict verdict) {
        return switch (verdict) {
            case FITS -> new Mark("ok", "fits");
            case OPEN -> new Mark("unknown", "not known");
            case EXCEEDS -> new Mark("medium", "exceeds");
        };
    }

    private Table load(Here here, Budget budget, String id) {
        Rows rows = Rows.of("load-" + id,
                "What one request of " + ProjectScope.name(budget.operation().journey().get()) + " becomes while a callee fails",
                "Callee", "Callers#", "Calls when all is well#", "Calls while it fails");
        for (Budget.Amplified at : budget.dependencies()) {
            rows.row(
                    "load-" + id + "-" + Slug.of(at.component()),
                    Table.Cell.of(scope.component(here, at.component())),
                    Table.Cell.of("" + at.callers()),
                    Table.Cell.of(BigDecimal.valueOf(at.paths()).stripTrailingZeros().toPlainString()),
                    Table.Cell.of(at.calls().words()));
        }
        return rows.table();
    }
}

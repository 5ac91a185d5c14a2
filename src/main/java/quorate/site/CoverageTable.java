package quorate.site;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import quorate.derive.Scenario;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Words;
import quorate.site.page.Table;

/** What is ready for each failure for which anything is, and when it was last used. */
record CoverageTable(ProjectScope scope) {

    Table of(Here here) {
        Rows rows = Rows.of("coverage-table", "Runbooks, experiments and drills of " + scope.title() + " by scenario",
                "Scenario", "Runbook", "Experiment", "Drill", "Last exercised");
        for (Scenario scenario : scope.scenarios().stream().filter(s -> !s.covered().isEmpty()).toList()) {
            Optional<LocalDate> last = scenario.covered().stream()
                    .flatMap(item -> item.get(Keys.EXERCISED).value().stream())
                    .max(Comparator.naturalOrder());
            rows.row(
                    "",
                    Table.Cell.of(scope.link(here, scenario.failure().title(), "scenario", scenario.failure().id())),
                    covered(scenario, Words.ReadinessKind.RUNBOOK),
                    covered(scenario, Words.ReadinessKind.EXPERIMENT),
                    covered(scenario, Words.ReadinessKind.DRILL),
                    last.map(day -> Table.Cell.of(day.toString())).orElse(Table.Cell.of("never")));
        }
        return rows.table();
    }

    private static Table.Cell covered(Scenario scenario, Words.ReadinessKind kind) {
        List<Entity> items = scenario.covered().stream().filter(item -> item.get(Keys.READINESS_KIND).is(kind)).toList();
        return items.isEmpty()
                ? Table.Cell.of("none stated").sorted("1")
                : Table.Cell.of(Phrases.list(items.stream().map(Entity::title).toList())).sorted("0");
    }
}

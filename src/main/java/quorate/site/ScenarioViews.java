package quorate.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.derive.Scenario;
import quorate.derive.failure.DataEffect;
import quorate.derive.failure.DataImpact;
import quorate.derive.failure.JourneyImpact;
import quorate.derive.failure.Spread;
import quorate.derive.failure.Trace;
import quorate.derive.failure.StateRange;
import quorate.derive.recovery.RecoveryTime;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Missing;
import quorate.model.ValueType;
import quorate.model.Words;
import quorate.site.page.Mark;
import quorate.site.page.PageLink;
import quorate.site.page.ScenarioView;
import quorate.site.page.Table;

/** Scenarios as pages show them. */
final class ScenarioViews {

    private final ProjectScope scope;

    ScenarioViews(ProjectScope scope) {
        this.scope = scope;
    }

    ScenarioView view(Here here, Scenario scenario) {
        String id = scenario.failure().id();
        RecoveryTime recovery = scenario.recovery();
        return new ScenarioView(
                Slug.of(scenario.failure().slug()),
                scope.link(here, scenario.failure().title(), "scenario", id),
                scope.link(here, "Runbook", "runbook", id),
                scenario.failure().title(),
                Phrases.words(Words.written(scenario.failure().kind())),
                scenario.failure().silent() ? "silent: callers wait" : "refused: callers learn at once",
                worst(scenario),
                scenario.journeys().stream().map(j -> impact(here, j, scenario.trace(j))).toList(),
                scenario.data().stream().map(d -> data(here, d)).toList(),
                recovery.words(),
                recovery.how(),
                sort(recovery),
                recovery.parts().stream().map(p -> part(here, p)).toList(),
                List.of(scope.evidence(here, recovery.why())),
                scenario.present().stream().map(Phrases::sentence).toList(),
                scenario.proposed().stream().map(Phrases::sentence).toList(),
                scenario.covered().stream().map(ScenarioViews::covered).toList(),
                missing(scenario),
                recovery.dominating().map(RecoveryTime.Part::name).orElse(""));
    }

    /** The worst state of any journey, as an interval where facts are missing. */
    static Mark worst(Scenario scenario) {
        return Marks.state(new StateRange(scenario.certain(), scenario.worst()));
    }

    /** Seconds of the upper bound; what is unknown sorts last. */
    static long sort(RecoveryTime recovery) {
        return recovery.worst().or(recovery::best).map(Duration::toMillis).orElse(Long.MAX_VALUE / 2);
    }

    private ScenarioView.Impact impact(Here here, JourneyImpact impact, Trace trace) {
        return new ScenarioView.Impact(
                ProjectScope.name(impact.journey()),
                impact.side(),
                Marks.state(impact.during()),
                Marks.state(impact.settled()),
                trace.path().stream().map(id -> scope.component(here, id)).toList(),
                List.of(scope.evidence(here, trace.why())),
                paths(trace.deciding()),
                trace.holds().map(ValueType.Span::text).orElse(""));
    }

    /** The components that the failure reaches, nearest first, seen from each side. */
    Table spread(Here here, Scenario scenario) {
        List<Spread> spreads = scope.spread(scenario.failure());
        boolean sides = spreads.stream().anyMatch(spread -> !spread.side().isEmpty());
        List<String> columns = new ArrayList<>(List.of("Component", "Step#", "During", "After recovery"));
        boolean decided = spreads.stream().flatMap(spread -> spread.parts().stream()).anyMatch(part -> !part.deciding().isEmpty());
        if (decided) {
            columns.add("Decided by");
        }
        if (sides) {
            columns.add(1, "Seen from*");
        }
        Rows rows = Rows.of("spread-table", "Components that it reaches, in the order in which it does", columns.toArray(String[]::new));
        for (Spread spread : spreads) {
            for (Spread.Part part : spread.parts()) {
                List<Table.Cell> cells = new ArrayList<>(List.of(
                        Table.Cell.of(scope.component(here, part.component())),
                        Table.Cell.of("" + (part.step() + 1)),
                        state(part.during()),
                        state(part.settled())));
                if (decided) {
                    cells.add(Table.Cell.of(String.join(", ", paths(part.deciding()))));
                }
                if (sides) {
                    cells.add(1, Table.Cell.of(spread.side()));
                }
                rows.row("", cells.toArray(Table.Cell[]::new));
            }
        }
        return rows.table();
    }

    private static Table.Cell state(StateRange range) {
        return Table.Cell.of(Marks.state(range), "" + range.worst().ordinal() + range.best().ordinal());
    }

    private ScenarioView.DataRow data(Here here, DataImpact impact) {
        Set<DataEffect> more = new TreeSet<>(impact.possible());
        more.removeAll(impact.effects());
        return new ScenarioView.DataRow(
                impact.domain().title(),
                impact.side(),
                ScenarioWords.effects(impact),
                ScenarioWords.words(List.copyOf(more)),
                impact.loss(),
                List.of(scope.evidence(here, impact.why())));
    }

    private ScenarioView.Part part(Here here, RecoveryTime.Part part) {
        return new ScenarioView.Part(
                part.name(), span(part.best()), span(part.worst()), part.words(), List.of(scope.evidence(here, part.why())));
    }

    private static String span(Optional<Duration> time) {
        return time.map(ValueType.Span::text).orElse("not stated");
    }

    private static PageLink covered(Entity item) {
        String kind = item.get(Keys.READINESS_KIND).value().map(Words::written).orElse("item");
        String when = item.get(Keys.EXERCISED).value().map(day -> ", last used " + day).orElse(", never exercised");
        String address = item.get(Keys.ADDRESS).value().filter(a -> a.matches("https?://.*")).orElse("");
        return new PageLink(Phrases.capital(kind) + ": " + item.title() + when, address);
    }

    private static List<String> missing(Scenario scenario) {
        Set<Missing> all = new TreeSet<>(scenario.recovery().missing());
        scenario.journeys().forEach(j -> all.addAll(scenario.trace(j).deciding()));
        scenario.data().forEach(d -> all.addAll(d.deciding()));
        return paths(all);
    }

    static List<String> paths(Set<Missing> missing) {
        return missing.stream().map(Missing::path).distinct().sorted().toList();
    }
}

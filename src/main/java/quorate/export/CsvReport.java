package quorate.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quorate.derive.Scenario;
import quorate.derive.failure.JourneyImpact;
import quorate.model.Words;
import quorate.review.Finding;
import quorate.review.Selection;
import quorate.review.Trait;

/** Matrices as comma-separated values. */
public final class CsvReport {

    private CsvReport() {}

    /** A row for each finding, accepted and holding ones included, worst first. */
    public static String findings(Report report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "project", "rule", "subject kind", "subject", "outcome", "accepted", "severity", "step", "message", "file", "line",
                "column", "fingerprint", "there before"));
        for (Reviewed project : report.projects()) {
            for (Finding finding : project.review().findings()) {
                rows.add(List.of(
                        project.review().project(),
                        finding.rule().id(),
                        finding.subject().kind().word(),
                        finding.subject().id(),
                        finding.outcome().word(),
                        finding.isWrong() && finding.acceptance().isPresent() ? "accepted" : "",
                        finding.isWrong() ? finding.severity().word() : "",
                        String.valueOf(finding.rule().step()),
                        finding.message(),
                        project.path(finding.subject().at()),
                        String.valueOf(finding.subject().at().line()),
                        String.valueOf(finding.subject().at().column()),
                        Fingerprint.of(finding),
                        finding.isWrong() && report.wasThere(project, finding) ? "there before" : ""));
            }
        }
        return Csv.of(rows);
    }

    /** The pattern selection matrix: a row for each candidate of each decision, in their ranks. */
    public static String selections(Report report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "project", "concern", "subject kind", "subject", "rank", "pattern", "verdict", "in use", "for", "against",
                "lacking", "open", "trade-off"));
        for (Reviewed project : report.projects()) {
            for (Selection selection : project.review().selections()) {
                for (int i = 0; i < selection.ranked().size(); i++) {
                    rows.add(candidate(project, selection, i));
                }
            }
        }
        return Csv.of(rows);
    }

    private static List<String> candidate(Reviewed project, Selection selection, int index) {
        Selection.Ranked ranked = selection.ranked().get(index);
        boolean selected = selection.selected().filter(ranked::equals).isPresent();
        boolean inUse = selection.inUse().filter(p -> p.id().equals(ranked.pattern().id())).isPresent();
        return List.of(
                project.review().project(),
                selection.concern().id(),
                selection.subject().kind().word(),
                selection.subject().id(),
                String.valueOf(index + 1),
                ranked.pattern().id(),
                selected ? "selected" : ranked.turnedDown() ? "turned down" : "",
                inUse ? "in use" : "",
                traits(ranked.pro()),
                traits(ranked.contra()),
                traits(ranked.lacking()),
                traits(ranked.open()),
                ranked.candidate().tradeOff());
    }

    private static String traits(List<Trait> traits) {
        return String.join("; ", traits.stream().map(Trait::id).toList());
    }

    /**
     * What each failure does to each journey while nothing has recovered: a row for each scenario, those of one kind together,
     * worst first; a column for each journey.
     * Under a partition a journey has one state for each side; the cell names them all.
     */
    public static String scenarios(Reviewed project) {
        List<Scenario> scenarios = project.review().input().derived().scenarios().stream()
                .sorted(Comparator.comparing((Scenario s) -> s.failure().kind()))
                .toList();
        Map<String, String> journeys = new TreeMap<>();
        scenarios.forEach(s -> s.journeys().forEach(j -> journeys.put(j.journey().id(), j.journey().title())));
        List<String> header = new ArrayList<>(List.of("scenario", "kind", "title"));
        header.addAll(journeys.values());
        header.addAll(List.of("recovery", "how"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(header);
        for (Scenario scenario : scenarios) {
            Map<String, String> states = states(scenario);
            List<String> row = new ArrayList<>(List.of(
                    scenario.failure().id(), Words.written(scenario.failure().kind()), scenario.failure().title()));
            journeys.keySet().forEach(id -> row.add(states.getOrDefault(id, "up")));
            row.addAll(List.of(scenario.recovery().words(), scenario.recovery().how()));
            rows.add(row);
        }
        return Csv.of(rows);
    }

    private static Map<String, String> states(Scenario scenario) {
        Map<String, String> states = new LinkedHashMap<>();
        List<JourneyImpact> sorted = scenario.journeys().stream()
                .sorted(Comparator.comparing(JourneyImpact::side))
                .toList();
        for (JourneyImpact impact : sorted) {
            String side = impact.side().isEmpty() ? "" : " (" + impact.side() + ")";
            states.merge(impact.journey().id(), impact.during().words() + side, (one, more) -> one + "; " + more);
        }
        return states;
    }
}

package quorate.cli;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import quorate.export.AnalysisJson;
import quorate.export.CsvReport;
import quorate.export.GithubReport;
import quorate.export.GitlabReport;
import quorate.export.JUnitReport;
import quorate.export.MarkdownReport;
import quorate.export.Report;
import quorate.export.Reviewed;
import quorate.export.Sarif;
import quorate.export.TextReport;

/** The formats of {@code check}, by the names that people type. */
enum Format {
    TEXT,
    JSON,
    SARIF,
    JUNIT,
    GITHUB,
    GITLAB,
    MARKDOWN,
    CSV;

    String write(Report report, TextReport.Detail detail, boolean color) {
        return switch (this) {
            case TEXT -> TextReport.of(report, detail, color);
            case JSON -> json(report);
            case SARIF -> Sarif.of(report, Version.number(), "");
            case JUNIT -> JUnitReport.of(report);
            case GITHUB -> GithubReport.of(report);
            case GITLAB -> GitlabReport.of(report);
            case MARKDOWN -> MarkdownReport.of(report);
            case CSV -> CsvReport.findings(report);
        };
    }

    /** What it tells beside the findings. */
    Set<Besides> besides(TextReport.Detail detail) {
        return switch (this) {
            case TEXT -> detail == TextReport.Detail.FINDINGS ? Set.of() : Set.of(Besides.SCENARIOS);
            case JSON, MARKDOWN -> Set.of(Besides.SENSITIVITY, Besides.SCENARIOS);
            case SARIF, GITHUB, GITLAB -> Set.of(Besides.EXTENTS);
            case JUNIT, CSV -> Set.of();
        };
    }

    private static String json(Reviewed project) {
        return AnalysisJson.of(project.review(), project.sensitivity(), Version.number());
    }

    /** One project's analysis as an object; those of several as a list. */
    private static String json(Report report) {
        if (report.projects().size() == 1) {
            return json(report.projects().get(0));
        }
        return report.projects().stream()
                .map(p -> json(p).strip())
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

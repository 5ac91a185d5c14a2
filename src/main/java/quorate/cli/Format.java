package quorate.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import quorate.export.AnalysisJson;
import quorate.export.CsvReport;
import quorate.export.GithubReport;
import quorate.export.GitlabReport;
import quorate.export.JUnitReport;
import quorate.export.MarkdownReport;
import quorate.export.Report;
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

    String write(Report report, boolean color) {
        return switch (this) {
            case TEXT -> TextReport.of(report, color);
            case JSON -> json(report);
            case SARIF -> Sarif.of(report, Version.number(), "");
            case JUNIT -> JUnitReport.of(report);
            case GITHUB -> GithubReport.of(report);
            case GITLAB -> GitlabReport.of(report);
            case MARKDOWN -> MarkdownReport.of(report);
            case CSV -> CsvReport.findings(report);
        };
    }

    /** One project's analysis as an object; those of several as a list. */
    private static String json(Report report) {
        if (report.projects().size() == 1) {
            return AnalysisJson.of(report.projects().get(0).review(), Version.number());
        }
        return report.projects().stream()
                .map(p -> AnalysisJson.of(p.review(), Version.number()).strip())
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

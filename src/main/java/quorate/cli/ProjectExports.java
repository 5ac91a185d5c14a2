package quorate.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quorate.derive.reliability.Reliability;
import quorate.export.AnalysisJson;
import quorate.export.ChaosExperiment;
import quorate.export.CsvReport;
import quorate.export.DecisionRecord;
import quorate.export.FormalModules;
import quorate.export.Graphs;
import quorate.export.MarkdownReport;
import quorate.export.OpenPsa;
import quorate.export.Report;
import quorate.export.Reviewed;
import quorate.export.Sarif;
import quorate.model.Architecture;

/** The files that are published beside the pages of a project. */
final class ProjectExports {

    private ProjectExports() {}

    /** By their names below {@code exports/}. */
    static Map<String, byte[]> of(Reviewed reviewed, Map<String, ChaosExperiment.Draft> experiments) {
        Report report = Report.of(List.of(reviewed));
        Architecture architecture = reviewed.review().input().linked().architecture();
        Map<String, String> texts = new TreeMap<>();
        texts.put("analysis.json", AnalysisJson.of(reviewed.review(), reviewed.sensitivity(), Version.number()));
        texts.put("findings.sarif", Sarif.of(report, Version.number(), ""));
        texts.put("findings.csv", CsvReport.findings(report));
        texts.put("matrix.csv", CsvReport.selections(report));
        texts.put("failures.csv", CsvReport.scenarios(reviewed));
        texts.put("summary.md", MarkdownReport.of(report));
        texts.put("architecture.dot", Graphs.dot(architecture));
        texts.put("architecture.graphml", Graphs.graphMl(architecture));
        List<Reliability> reliability = reviewed.review().input().derived().reliability();
        Map<String, String> trees = OpenPsa.names(reliability);
        reliability.forEach(one -> texts.put(trees.get(one.journey().id()), OpenPsa.of(one)));
        texts.putAll(FormalModules.files(reviewed.review()));
        if (!experiments.isEmpty()) {
            texts.put("experiments.yaml", ChaosExperiment.list(experiments));
        }
        DecisionRecord.all(reviewed).forEach((name, text) -> texts.put("decisions/" + name, text));
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }
}

package quorate.catalog;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import quorate.schema.Binding;

/**
 * Everything the files of a catalog hold, as lists. It can be packed into one JSON text, which is read many times faster than
 * the YAML it came from: decoding YAML is what a cold start would spend most of its time on.
 */
record CatalogContent(
        List<Pattern> patterns,
        List<AntiPattern> antiPatterns,
        List<Technology> technologies,
        List<RuleText> rules,
        List<Concern> concerns,
        List<Incident> incidents,
        List<Comparison> comparisons,
        List<LearningPath> paths,
        List<Term> terms,
        List<ChecklistItem> checklist,
        List<ConsistencyModel> models,
        List<Anomaly> anomalies,
        List<Reference> sources,
        List<FormulaText> formulas,
        List<FormulaVector> vectors) {

    CatalogContent {
        patterns = Absent.list(patterns);
        antiPatterns = Absent.list(antiPatterns);
        technologies = Absent.list(technologies);
        rules = Absent.list(rules);
        concerns = Absent.list(concerns);
        incidents = Absent.list(incidents);
        comparisons = Absent.list(comparisons);
        paths = Absent.list(paths);
        terms = Absent.list(terms);
        checklist = Absent.list(checklist);
        models = Absent.list(models);
        anomalies = Absent.list(anomalies);
        sources = Absent.list(sources);
        formulas = Absent.list(formulas);
        vectors = Absent.list(vectors);
    }

    static CatalogContent of(
            List<Entry> entries,
            List<Term> terms,
            List<ChecklistItem> checklist,
            List<ConsistencyModel> models,
            List<Anomaly> anomalies,
            List<Reference> sources,
            List<FormulaText> formulas,
            List<FormulaVector> vectors) {
        return new CatalogContent(
                only(entries, Pattern.class),
                only(entries, AntiPattern.class),
                only(entries, Technology.class),
                only(entries, RuleText.class),
                only(entries, Concern.class),
                only(entries, Incident.class),
                only(entries, Comparison.class),
                only(entries, LearningPath.class),
                terms,
                checklist,
                models,
                anomalies,
                sources,
                formulas,
                vectors);
    }

    private static <T> List<T> only(List<Entry> entries, Class<T> type) {
        return entries.stream().filter(type::isInstance).map(type::cast).toList();
    }

    byte[] pack() {
        return Binding.pack(this);
    }

    /** Nothing when the text is not one that {@link #pack} wrote, of this version of the program. */
    static Optional<CatalogContent> unpack(byte[] packed) {
        try {
            return Optional.of(Binding.unpack(packed, CatalogContent.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

package quorate.catalog;

import java.util.List;

/**
 * One of the lists that a catalog is made of.
 *
 * @param name as in a packed catalog, which is why it holds no blank and no {@code =}
 * @param type of what is in the list
 */
record Section<T>(String name, Class<T> type) {

    static final Section<Pattern> PATTERNS = new Section<>("patterns", Pattern.class);
    static final Section<AntiPattern> ANTI_PATTERNS = new Section<>("anti-patterns", AntiPattern.class);
    static final Section<Technology> TECHNOLOGIES = new Section<>("technologies", Technology.class);
    static final Section<RuleText> RULES = new Section<>("rules", RuleText.class);
    static final Section<Concern> CONCERNS = new Section<>("concerns", Concern.class);
    static final Section<Incident> INCIDENTS = new Section<>("incidents", Incident.class);
    static final Section<Comparison> COMPARISONS = new Section<>("comparisons", Comparison.class);
    static final Section<LearningPath> PATHS = new Section<>("paths", LearningPath.class);
    static final Section<Term> TERMS = new Section<>("terms", Term.class);
    static final Section<ChecklistItem> CHECKLIST = new Section<>("checklist", ChecklistItem.class);
    static final Section<ConsistencyModel> MODELS = new Section<>("models", ConsistencyModel.class);
    static final Section<Anomaly> ANOMALIES = new Section<>("anomalies", Anomaly.class);
    static final Section<Reference> SOURCES = new Section<>("sources", Reference.class);
    static final Section<FormulaText> FORMULAS = new Section<>("formulas", FormulaText.class);
    static final Section<FormulaVector> VECTORS = new Section<>("vectors", FormulaVector.class);

    /** In the order in which they are packed; those of the entries that have a page come first. */
    static final List<Section<?>> ALL = List.of(
            PATTERNS, ANTI_PATTERNS, TECHNOLOGIES, RULES, CONCERNS, INCIDENTS, COMPARISONS, PATHS, TERMS, CHECKLIST, MODELS,
            ANOMALIES, SOURCES, FORMULAS, VECTORS);
}

package quorate.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The knowledge base. Each map is sorted by id. */
public final class Catalog {

    private final Map<String, Pattern> patterns = new TreeMap<>();
    private final Map<String, AntiPattern> antiPatterns = new TreeMap<>();
    private final Map<String, Technology> technologies = new TreeMap<>();
    private final Map<String, RuleText> rules = new TreeMap<>();
    private final Map<String, Concern> concerns = new TreeMap<>();
    private final Map<String, Incident> incidents = new TreeMap<>();
    private final Map<String, Comparison> comparisons = new TreeMap<>();
    private final Map<String, LearningPath> paths = new TreeMap<>();
    private final Map<String, Term> terms;
    private final List<ChecklistItem> checklist;
    private final ConsistencyOrder consistency;
    private final Map<String, FormulaText> formulas = new LinkedHashMap<>();
    private final List<FormulaVector> vectors;
    private final Map<String, Technology> byImage = new TreeMap<>();

    Catalog(CatalogContent content) {
        content.patterns().forEach(p -> patterns.put(p.id(), p));
        content.antiPatterns().forEach(a -> antiPatterns.put(a.id(), a));
        content.technologies().forEach(t -> technologies.put(t.id(), t));
        content.rules().forEach(r -> rules.put(r.id(), r));
        content.concerns().forEach(c -> concerns.put(c.id(), c));
        content.incidents().forEach(i -> incidents.put(i.id(), i));
        content.comparisons().forEach(c -> comparisons.put(c.id(), c));
        content.paths().forEach(p -> paths.put(p.id(), p));
        Map<String, Term> sorted = new TreeMap<>();
        content.terms().forEach(term -> sorted.put(term.id(), term));
        this.terms = Collections.unmodifiableMap(sorted);
        this.checklist = content.checklist();
        this.consistency = new ConsistencyOrder(content.models(), content.anomalies(), content.sources());
        content.formulas().forEach(f -> formulas.put(f.id(), f));
        this.vectors = content.vectors();
        technologies.values().forEach(t -> t.images().forEach(image -> byImage.put(plainImage(image), t)));
    }

    public Map<String, Pattern> patterns() {
        return Collections.unmodifiableMap(patterns);
    }

    public Map<String, AntiPattern> antiPatterns() {
        return Collections.unmodifiableMap(antiPatterns);
    }

    public Map<String, Technology> technologies() {
        return Collections.unmodifiableMap(technologies);
    }

    public Map<String, RuleText> rules() {
        return Collections.unmodifiableMap(rules);
    }

    public Map<String, Concern> concerns() {
        return Collections.unmodifiableMap(concerns);
    }

    public Map<String, Incident> incidents() {
        return Collections.unmodifiableMap(incidents);
    }

    public Map<String, Comparison> comparisons() {
        return Collections.unmodifiableMap(comparisons);
    }

    /** The learning paths. */
    public Map<String, LearningPath> paths() {
        return Collections.unmodifiableMap(paths);
    }

    public Map<String, Term> terms() {
        return terms;
    }

    /** The items of the review, in their order. */
    public List<ChecklistItem> checklist() {
        return checklist;
    }

    public ConsistencyOrder consistency() {
        return consistency;
    }

    /** The formulas in the order of their file. */
    public Map<String, FormulaText> formulas() {
        return Collections.unmodifiableMap(formulas);
    }

    /** Inputs and results that every computation of a formula must meet. */
    public List<FormulaVector> vectors() {
        return vectors;
    }

    /** All entries that have a page. */
    public List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        all.addAll(patterns.values());
        all.addAll(antiPatterns.values());
        all.addAll(technologies.values());
        all.addAll(rules.values());
        all.addAll(concerns.values());
        all.addAll(incidents.values());
        all.addAll(comparisons.values());
        all.addAll(paths.values());
        return all;
    }

    public Optional<? extends Entry> entry(EntryKind kind, String id) {
        Map<String, ? extends Entry> map =
                switch (kind) {
                    case PATTERN -> patterns;
                    case ANTI_PATTERN -> antiPatterns;
                    case TECHNOLOGY -> technologies;
                    case RULE -> rules;
                    case CONCERN -> concerns;
                    case INCIDENT -> incidents;
                    case COMPARISON -> comparisons;
                    case PATH -> paths;
                };
        return Optional.ofNullable(map.get(id));
    }

    /** The technology that people mean by this word: its id, name or an alias, without regard to case. */
    public Optional<Technology> technology(String word) {
        Technology exact = technologies.get(word);
        if (exact != null) {
            return Optional.of(exact);
        }
        String lower = word.toLowerCase(Locale.ROOT);
        return technologies.values().stream()
                .filter(t -> t.id().equals(lower)
                        || t.name().toLowerCase(Locale.ROOT).equals(lower)
                        || t.aliases().stream().anyMatch(alias -> alias.toLowerCase(Locale.ROOT).equals(lower)))
                .findFirst();
    }

    /** The technology of a container image, whatever its tag and digest; registries are tried with and without host. */
    public Optional<Technology> technologyOfImage(String image) {
        String plain = plainImage(image);
        Technology found = byImage.get(plain);
        int slash = plain.indexOf('/');
        if (found == null && slash > 0 && (plain.substring(0, slash).contains(".") || plain.startsWith("localhost"))) {
            found = byImage.get(plain.substring(slash + 1));
        }
        return Optional.ofNullable(found);
    }

    /** The technology that is reached under addresses with this scheme. */
    public Optional<Technology> technologyOfScheme(String scheme) {
        return technologies.values().stream()
                .filter(t -> t.schemes().contains(scheme))
                .findFirst();
    }

    private static String plainImage(String image) {
        String plain = image.toLowerCase(Locale.ROOT);
        plain = plain.contains("@") ? plain.substring(0, plain.indexOf('@')) : plain;
        int colon = plain.lastIndexOf(':');
        plain = colon > plain.lastIndexOf('/') ? plain.substring(0, colon) : plain;
        for (String host : List.of("docker.io/", "index.docker.io/", "registry-1.docker.io/", "library/")) {
            plain = plain.startsWith(host) ? plain.substring(host.length()) : plain;
        }
        return plain;
    }
}

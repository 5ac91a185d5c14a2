package quorate.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import quorate.model.Deferred;

/** The knowledge base. Each map is sorted by id; what a packed catalog holds is read when it is asked for. */
public final class Catalog {

    private final Deferred<Map<String, Pattern>> patterns;
    private final Deferred<Map<String, AntiPattern>> antiPatterns;
    private final Deferred<Map<String, Technology>> technologies;
    private final Deferred<Map<String, RuleText>> rules;
    private final Deferred<Map<String, Concern>> concerns;
    private final Deferred<Map<String, Incident>> incidents;
    private final Deferred<Map<String, Comparison>> comparisons;
    private final Deferred<Map<String, LearningPath>> paths;
    private final Deferred<Map<String, Term>> terms;
    private final Deferred<List<ChecklistItem>> checklist;
    private final Deferred<ConsistencyOrder> consistency;
    private final Deferred<Map<String, FormulaText>> formulas;
    private final Deferred<List<FormulaVector>> vectors;
    private final Deferred<Map<String, Technology>> byImage;

    Catalog(CatalogContent content) {
        patterns = entries(content, Section.PATTERNS);
        antiPatterns = entries(content, Section.ANTI_PATTERNS);
        technologies = entries(content, Section.TECHNOLOGIES);
        rules = entries(content, Section.RULES);
        concerns = entries(content, Section.CONCERNS);
        incidents = entries(content, Section.INCIDENTS);
        comparisons = entries(content, Section.COMPARISONS);
        paths = entries(content, Section.PATHS);
        terms = Deferred.of(() -> byId(content.list(Section.TERMS), Term::id, new TreeMap<>()));
        checklist = Deferred.of(() -> content.list(Section.CHECKLIST));
        consistency = Deferred.of(() -> new ConsistencyOrder(
                content.list(Section.MODELS), content.list(Section.ANOMALIES), content.list(Section.SOURCES)));
        formulas = Deferred.of(() -> byId(content.list(Section.FORMULAS), FormulaText::id, new LinkedHashMap<>()));
        vectors = Deferred.of(() -> content.list(Section.VECTORS));
        byImage = Deferred.of(() -> {
            Map<String, Technology> images = new TreeMap<>();
            technologies().values().forEach(t -> t.images().forEach(image -> images.put(plainImage(image), t)));
            return images;
        });
    }

    private static <T extends Entry> Deferred<Map<String, T>> entries(CatalogContent content, Section<T> section) {
        return Deferred.of(() -> byId(content.list(section), Entry::id, new TreeMap<>()));
    }

    private static <T> Map<String, T> byId(List<T> values, Function<? super T, String> id, Map<String, T> map) {
        values.forEach(value -> map.put(id.apply(value), value));
        return Collections.unmodifiableMap(map);
    }

    public Map<String, Pattern> patterns() {
        return patterns.get();
    }

    public Map<String, AntiPattern> antiPatterns() {
        return antiPatterns.get();
    }

    public Map<String, Technology> technologies() {
        return technologies.get();
    }

    public Map<String, RuleText> rules() {
        return rules.get();
    }

    public Map<String, Concern> concerns() {
        return concerns.get();
    }

    public Map<String, Incident> incidents() {
        return incidents.get();
    }

    public Map<String, Comparison> comparisons() {
        return comparisons.get();
    }

    /** The learning paths. */
    public Map<String, LearningPath> paths() {
        return paths.get();
    }

    public Map<String, Term> terms() {
        return terms.get();
    }

    /** The items of the review, in their order. */
    public List<ChecklistItem> checklist() {
        return checklist.get();
    }

    public ConsistencyOrder consistency() {
        return consistency.get();
    }

    /** The formulas in the order of their file. */
    public Map<String, FormulaText> formulas() {
        return formulas.get();
    }

    /** Inputs and results that every computation of a formula must meet. */
    public List<FormulaVector> vectors() {
        return vectors.get();
    }

    /** All entries that have a page. */
    public List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        all.addAll(patterns().values());
        all.addAll(antiPatterns().values());
        all.addAll(technologies().values());
        all.addAll(rules().values());
        all.addAll(concerns().values());
        all.addAll(incidents().values());
        all.addAll(comparisons().values());
        all.addAll(paths().values());
        return all;
    }

    public Optional<? extends Entry> entry(EntryKind kind, String id) {
        Map<String, ? extends Entry> map =
                switch (kind) {
                    case PATTERN -> patterns();
                    case ANTI_PATTERN -> antiPatterns();
                    case TECHNOLOGY -> technologies();
                    case RULE -> rules();
                    case CONCERN -> concerns();
                    case INCIDENT -> incidents();
                    case COMPARISON -> comparisons();
                    case PATH -> paths();
                };
        return Optional.ofNullable(map.get(id));
    }

    /** The technology that people mean by this word: its id, name or an alias, without regard to case. */
    public Optional<Technology> technology(String word) {
        Technology exact = technologies().get(word);
        if (exact != null) {
            return Optional.of(exact);
        }
        String lower = word.toLowerCase(Locale.ROOT);
        return technologies().values().stream()
                .filter(t -> t.id().equals(lower)
                        || t.name().toLowerCase(Locale.ROOT).equals(lower)
                        || t.aliases().stream().anyMatch(alias -> alias.toLowerCase(Locale.ROOT).equals(lower)))
                .findFirst();
    }

    /** The technology of a container image, whatever its tag and digest; registries are tried with and without host. */
    public Optional<Technology> technologyOfImage(String image) {
        String plain = plainImage(image);
        Technology found = byImage.get().get(plain);
        int slash = plain.indexOf('/');
        if (found == null && slash > 0 && (plain.substring(0, slash).contains(".") || plain.startsWith("localhost"))) {
            found = byImage.get().get(plain.substring(slash + 1));
        }
        return Optional.ofNullable(found);
    }

    /** The technology that is reached under addresses with this scheme. */
    public Optional<Technology> technologyOfScheme(String scheme) {
        return technologies().values().stream()
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

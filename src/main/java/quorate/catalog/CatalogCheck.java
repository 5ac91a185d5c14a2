package quorate.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import quorate.model.Key;
import quorate.model.Kind;
import quorate.model.Vocabulary;
import quorate.source.Location;
import quorate.source.Problems;
import quorate.source.Spelling;

/** Proves what the schemas cannot: that every reference resolves, that no name stands for two things. */
public final class CatalogCheck {

    private static final java.util.regex.Pattern LINK =
            java.util.regex.Pattern.compile("\\]\\((pattern|anti-pattern|technology|rule|incident|concern|comparison|path|term"
                    + "|model|anomaly):([a-z0-9-]+)\\)");

    private final Catalog catalog;
    private final Set<String> traits;
    private final Problems problems;
    private final Set<String> keys = new TreeSet<>();

    private CatalogCheck(Catalog catalog, Set<String> traits, Problems problems) {
        this.catalog = catalog;
        this.traits = traits;
        this.problems = problems;
        for (Kind kind : Kind.values()) {
            Vocabulary.keys(kind).stream().map(Key::id).forEach(keys::add);
        }
    }

    /**
     * Reports every broken reference.
     *
     * @param rules ids of the rules that exist as code; each needs its page, each page its rule
     * @param traits the traits that the engine evaluates
     */
    public static void check(Catalog catalog, Collection<String> rules, Set<String> traits, Problems problems) {
        CatalogCheck check = new CatalogCheck(catalog, traits, problems);
        catalog.patterns().values().forEach(check::pattern);
        catalog.antiPatterns().values().forEach(check::antiPattern);
        catalog.technologies().values().forEach(check::technology);
        catalog.rules().values().forEach(check::rule);
        catalog.concerns().values().forEach(check::concern);
        catalog.incidents().values().forEach(check::incident);
        catalog.comparisons().values().forEach(check::comparison);
        catalog.paths().values().forEach(check::path);
        catalog.entries().forEach(check::prose);
        check.terms();
        check.checklist();
        check.models();
        FormulaCheck.check(catalog, problems);
        check.names();
        check.rulePages(rules);
    }

    private void pattern(Pattern pattern) {
        Location at = pattern.at();
        resolve(EntryKind.CONCERN, List.of(pattern.concern()), at, "concern", false);
        resolve(EntryKind.PATTERN, pattern.requires(), at, "requires", true);
        resolve(EntryKind.PATTERN, pattern.excludes(), at, "excludes", true);
        resolve(EntryKind.PATTERN, pattern.composes(), at, "composes", true);
        resolve(
                EntryKind.PATTERN,
                pattern.alternatives().stream().map(Pattern.Alternative::pattern).toList(),
                at,
                "alternatives",
                true);
        resolve(EntryKind.INCIDENT, pattern.incidents(), at, "incidents", true);
        resolve(EntryKind.RULE, pattern.rules(), at, "rules", true);
        resolve(
                EntryKind.TECHNOLOGY,
                pattern.implementations().stream()
                        .map(Pattern.Implementation::technology)
                        .filter(id -> !id.isEmpty())
                        .toList(),
                at,
                "implementations",
                true);
        pattern.parameters().forEach(p -> cites(pattern, p.source()));
        pattern.fits().forEach(f -> trait(f.trait(), at));
        pattern.avoid().forEach(f -> trait(f.trait(), at));
    }

    private void antiPattern(AntiPattern anti) {
        resolve(EntryKind.RULE, anti.rules(), anti.at(), "rules", true);
        resolve(EntryKind.INCIDENT, anti.incidents(), anti.at(), "incidents", true);
        anti.wayOut().forEach(step -> resolve(EntryKind.PATTERN, step.patterns(), anti.at(), "way-out", true));
    }

    private void technology(Technology technology) {
        Location at = technology.at();
        resolve(EntryKind.PATTERN, technology.patterns(), at, "patterns", true);
        resolve(EntryKind.INCIDENT, technology.incidents(), at, "incidents", true);
        for (Technology.Default one : technology.defaults()) {
            if (!keys.contains(one.key())) {
                problems.error(at, "defaults: no key '" + one.key() + "'", Spelling.hint(one.key(), keys));
            }
            cites(technology, one.source());
        }
        technology.settings().forEach(s -> cites(technology, s.source()));
        technology.timing().forEach(t -> cites(technology, t.source()));
        technology.commands().forEach(c -> cites(technology, c.source()));
        for (String model : List.of(technology.consistency().model(), technology.consistency().strongestModel())) {
            if (!model.isEmpty() && !catalog.consistency().models().containsKey(model)) {
                problems.error(
                        at,
                        "consistency: no model '" + model + "'",
                        Spelling.hint(model, catalog.consistency().models().keySet()));
            }
        }
    }

    private void rule(RuleText rule) {
        resolve(EntryKind.PATTERN, rule.patterns(), rule.at(), "patterns", true);
        resolve(EntryKind.INCIDENT, rule.incidents(), rule.at(), "incidents", true);
        Set<String> items = catalog.checklist().stream().map(ChecklistItem::id).collect(Collectors.toSet());
        rule.checklist().stream()
                .filter(item -> !items.contains(item))
                .forEach(item -> problems.error(rule.at(), "checklist: no item '" + item + "'", ""));
        for (String read : rule.reads()) {
            String key = read.substring(read.indexOf('.') + 1);
            if (!keys.contains(key) && !keys.contains(read)) {
                problems.error(rule.at(), "reads: no key '" + key + "'", Spelling.hint(key, keys));
            }
        }
    }

    private void concern(Concern concern) {
        for (Concern.Candidate candidate : concern.candidates()) {
            resolve(EntryKind.PATTERN, List.of(candidate.pattern()), concern.at(), "candidates", false);
            candidate.fits().forEach(t -> trait(t, concern.at()));
            candidate.avoid().forEach(t -> trait(t, concern.at()));
            candidate.needs().forEach(t -> trait(t, concern.at()));
        }
    }

    private void incident(Incident incident) {
        resolve(EntryKind.RULE, incident.rules(), incident.at(), "rules", true);
        resolve(EntryKind.PATTERN, incident.patterns(), incident.at(), "patterns", true);
        resolve(EntryKind.TECHNOLOGY, incident.technologies(), incident.at(), "technologies", true);
    }

    private void comparison(Comparison comparison) {
        Location at = comparison.at();
        for (Comparison.Member member : comparison.members()) {
            resolve(EntryKind.of(member.kind()).orElseThrow(), List.of(member.id()), at, "members", false);
        }
        Set<String> members = comparison.members().stream().map(Comparison.Member::id).collect(Collectors.toSet());
        for (Comparison.Axis axis : comparison.axes()) {
            for (Comparison.Cell cell : axis.cells()) {
                if (!members.contains(cell.member())) {
                    problems.error(at, axis.name() + ": '" + cell.member() + "' is no member",
                            Spelling.hint(cell.member(), members));
                }
                cites(comparison, cell.source());
            }
        }
        long cells = (long) comparison.axes().size() * comparison.members().size();
        long unstated = comparison.unstated(catalog);
        if (unstated * 5 > cells) {
            problems.error(at, unstated + " of " + cells + " cells say nothing",
                    "State them here with a source, or in the entries.");
        }
    }

    private void path(LearningPath path) {
        path.steps().forEach(step -> link(step.kind(), step.target(), path.at()));
    }

    private void prose(Entry entry) {
        Matcher matcher = LINK.matcher(entry.body());
        while (matcher.find()) {
            link(matcher.group(1), matcher.group(2), entry.at());
        }
    }

    private void link(String kind, String id, Location at) {
        if (kind.equals("term")) {
            if (!catalog.terms().containsKey(id)) {
                problems.error(at, "the text links to the term '" + id + "', which the glossary lacks", "");
            }
            return;
        }
        if (kind.equals("model")) {
            models(List.of(id), at, "the text");
            return;
        }
        if (kind.equals("anomaly")) {
            if (!catalog.consistency().anomalies().containsKey(id)) {
                problems.error(at, "the text links to the anomaly '" + id + "', which the consistency models lack", "");
            }
            return;
        }
        EntryKind of = EntryKind.of(kind).orElseThrow();
        resolve(of, List.of(id), at, "the text", false);
    }

    private void terms() {
        for (Term term : catalog.terms().values()) {
            if (!term.see().isEmpty()) {
                String[] see = term.see().split(":");
                link(see[0], see[1], Location.of("catalog/glossary.yaml"));
            }
            for (String word : term.everyday()) {
                if (!word.equals(term.term()) && !term.aliases().contains(word)) {
                    problems.error(Location.of("catalog/glossary.yaml"),
                            term.id() + ": everyday: '" + word + "' is none of its names", "");
                }
            }
        }
    }

    private void checklist() {
        Location at = Location.of("catalog/checklist.yaml");
        for (ChecklistItem item : catalog.checklist()) {
            resolve(EntryKind.RULE, item.rules(), at, item.id(), true);
        }
    }

    private void models() {
        Location at = Location.of("catalog/consistency-models.yaml");
        for (ConsistencyModel model : catalog.consistency().models().values()) {
            for (String implied : model.implies()) {
                ConsistencyModel other = catalog.consistency().models().get(implied);
                if (other == null) {
                    problems.error(at, model.id() + " implies '" + implied + "', which is no model", "");
                } else if (catalog.consistency().implies(implied, model.id())) {
                    problems.error(at, model.id() + " and " + implied + " imply each other", "");
                } else if (model.implies().stream()
                        .anyMatch(between -> !between.equals(implied) && catalog.consistency().implies(between, implied))) {
                    problems.error(at, model.id() + " implies " + implied + " already through another model",
                            "Name direct ones only.");
                }
            }
            modelReferences(model, at);
        }
        for (Anomaly anomaly : catalog.consistency().anomalies().values()) {
            models(anomaly.forbiddenBy(), at, anomaly.id() + ": forbidden-by");
            sources(List.of(anomaly.source()), at, anomaly.id());
        }
    }

    private void modelReferences(ConsistencyModel model, Location at) {
        models(model.allows(), at, model.id() + ": allows");
        model.allows().stream()
                .filter(other -> catalog.consistency().implies(model.id(), other))
                .forEach(other -> problems.error(at, model.id() + " allows what " + other + " forbids, and implies it", ""));
        List<String> patterns = model.patterns().stream().map(ConsistencyModel.Way::pattern).toList();
        resolve(EntryKind.PATTERN, patterns, at, model.id() + ": patterns", true);
        sources(model.sources(), at, model.id());
        for (History.Operation operation : model.forbidden().operations()) {
            if (operation.until() <= operation.at()) {
                problems.error(at, model.id() + ": '" + operation.does() + "' ends before it begins", "Correct at and until.");
            }
        }
    }

    private void models(List<String> ids, Location at, String field) {
        ids.stream()
                .filter(id -> !catalog.consistency().models().containsKey(id))
                .forEach(id -> problems.error(at, field + ": no model '" + id + "'",
                        Spelling.hint(id, catalog.consistency().models().keySet())));
    }

    private void sources(List<String> ids, Location at, String owner) {
        ids.stream()
                .filter(id -> !id.isEmpty() && !catalog.consistency().sources().containsKey(id))
                .forEach(id -> problems.error(at, owner + " cites '" + id + "', which is not among the sources", ""));
    }

    /** Two entries of one kind that share a name or alias cannot be told apart by a reader or by the join. */
    private void names() {
        for (EntryKind kind : List.of(EntryKind.PATTERN, EntryKind.TECHNOLOGY)) {
            Map<String, String> owner = new HashMap<>();
            for (Entry entry : catalog.entries()) {
                if (entry.kind() == kind) {
                    List<String> aliases =
                            entry instanceof Pattern p ? p.aliases() : ((Technology) entry).aliases();
                    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
                    names.add(entry.name());
                    names.addAll(aliases);
                    for (String name : names) {
                        String before = owner.putIfAbsent(name.toLowerCase(Locale.ROOT), entry.id());
                        if (before != null && !before.equals(entry.id())) {
                            problems.error(entry.at(), "'" + name + "' is a name of " + before + " too", "Keep it for one.");
                        }
                    }
                }
            }
        }
    }

    private void rulePages(Collection<String> rules) {
        rules.stream()
                .filter(id -> !catalog.rules().containsKey(id))
                .forEach(id -> problems.error(
                        Location.of("catalog/rules/" + id + ".md"), "the rule '" + id + "' has no page", "Write it."));
        catalog.rules().values().stream()
                .filter(page -> !rules.contains(page.id()))
                .forEach(page -> problems.error(page.at(), "no class answers to the rule '" + page.id() + "'", ""));
    }

    private void trait(String id, Location at) {
        if (!id.isEmpty() && !traits.contains(id)) {
            problems.error(at, "no trait is called '" + id + "'", Spelling.hint(id, traits));
        }
    }

    private void cites(Entry entry, String source) {
        boolean known = entry.references().stream().anyMatch(r -> r.id().equals(source));
        if (!source.isEmpty() && !known) {
            problems.error(entry.at(), "cites '" + source + "', which is not among its references", "");
        }
    }

    private void resolve(EntryKind kind, List<String> ids, Location at, String field, boolean oncePerList) {
        Set<String> seen = new TreeSet<>();
        for (String id : ids) {
            if (catalog.entry(kind, id).isEmpty()) {
                List<String> known = catalog.entries().stream()
                        .filter(e -> e.kind() == kind)
                        .map(Entry::id)
                        .toList();
                String near = Spelling.nearest(id, known).map(n -> "Did you mean '" + n + "'?").orElse("");
                problems.error(at, field + ": the catalog has no " + kind.word() + " '" + id + "'", near);
            } else if (!seen.add(id) && oncePerList) {
                problems.error(at, field + ": '" + id + "' is named twice", "Remove one.");
            }
        }
    }
}

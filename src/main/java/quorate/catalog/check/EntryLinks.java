package quorate.catalog.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import quorate.catalog.AntiPattern;
import quorate.catalog.Catalog;
import quorate.catalog.Comparison;
import quorate.catalog.Concern;
import quorate.catalog.Entry;
import quorate.catalog.EntryKind;
import quorate.catalog.Incident;
import quorate.catalog.Pattern;
import quorate.catalog.RuleText;
import quorate.catalog.Technology;
import quorate.model.Key;
import quorate.model.Kind;
import quorate.model.Vocabulary;
import quorate.source.Spelling;

/** Every id in a field leads to an entry, a trait, a key or a consistency model, and a list names each once. */
final class EntryLinks {

    private final Catalog catalog;
    private final Set<String> traits;
    private final Report report;
    private final Set<String> keys = new TreeSet<>();

    EntryLinks(Catalog catalog, Set<String> traits, Report report) {
        this.catalog = catalog;
        this.traits = traits;
        this.report = report;
        for (Kind kind : Kind.values()) {
            Vocabulary.keys(kind).stream().map(Key::id).forEach(keys::add);
        }
    }

    void check() {
        catalog.patterns().values().forEach(this::pattern);
        catalog.antiPatterns().values().forEach(this::antiPattern);
        catalog.technologies().values().forEach(this::technology);
        catalog.rules().values().forEach(this::rule);
        catalog.concerns().values().forEach(this::concern);
        catalog.incidents().values().forEach(this::incident);
        catalog.comparisons().values().forEach(this::comparison);
    }

    private void pattern(Pattern pattern) {
        lead(pattern, EntryKind.CONCERN, pattern.concern(), "concern");
        leadOnce(pattern, EntryKind.PATTERN, pattern.requires(), "requires");
        leadOnce(pattern, EntryKind.PATTERN, pattern.excludes(), "excludes");
        leadOnce(pattern, EntryKind.PATTERN, pattern.composes(), "composes");
        leadOnce(pattern, EntryKind.PATTERN, pattern.alternatives().stream().map(Pattern.Alternative::pattern).toList(),
                "alternatives", "pattern");
        excludes(pattern);
        leadOnce(pattern, EntryKind.INCIDENT, pattern.incidents(), "incidents");
        leadOnce(pattern, EntryKind.RULE, pattern.rules(), "rules");
        leadOnce(pattern, EntryKind.TECHNOLOGY,
                pattern.implementations().stream().map(Pattern.Implementation::technology).toList(), "implementations", "technology");
        forces(pattern, pattern.fits(), "fits");
        forces(pattern, pattern.avoid(), "avoid");
    }

    /** Excluding is mutual, and what is excluded is neither needed nor combined with. */
    private void excludes(Pattern pattern) {
        for (int i = 0; i < pattern.excludes().size(); i++) {
            String other = pattern.excludes().get(i);
            if (pattern.requires().contains(other) || pattern.composes().contains(other)) {
                report.error(pattern, "excludes: '" + other + "' is needed or combined with as well", "Decide for one.",
                        "excludes", i);
            }
            Pattern excluded = catalog.patterns().get(other);
            if (excluded != null && !excluded.excludes().contains(pattern.id())) {
                report.error(pattern, "excludes: '" + other + "' does not exclude '" + pattern.id() + "'", "Name it there too.",
                        "excludes", i);
            }
        }
    }

    /** An incident and a pattern that would have softened it name each other. */
    private void softened(Incident incident) {
        for (int i = 0; i < incident.patterns().size(); i++) {
            Pattern pattern = catalog.patterns().get(incident.patterns().get(i));
            if (pattern != null && !pattern.incidents().contains(incident.id())) {
                report.error(incident, "patterns: '" + pattern.id() + "' does not name the incident '" + incident.id() + "'",
                        "Name it there under 'incidents'.", "patterns", i);
            }
        }
    }

    private void forces(Pattern pattern, List<Pattern.Force> forces, String field) {
        for (int i = 0; i < forces.size(); i++) {
            trait(pattern, forces.get(i).trait(), field, i, "trait");
        }
    }

    private void antiPattern(AntiPattern anti) {
        leadOnce(anti, EntryKind.RULE, anti.rules(), "rules");
        leadOnce(anti, EntryKind.INCIDENT, anti.incidents(), "incidents");
        for (int i = 0; i < anti.wayOut().size(); i++) {
            for (String pattern : anti.wayOut().get(i).patterns()) {
                lead(anti, EntryKind.PATTERN, pattern, "way-out", i, "patterns");
            }
        }
    }

    private void technology(Technology technology) {
        leadOnce(technology, EntryKind.PATTERN, technology.patterns(), "patterns");
        leadOnce(technology, EntryKind.INCIDENT, technology.incidents(), "incidents");
        for (int i = 0; i < technology.defaults().size(); i++) {
            key(technology, technology.defaults().get(i).key(), "defaults", i, "key");
        }
        model(technology, technology.consistency().model(), "consistency", "model");
        model(technology, technology.consistency().strongestModel(), "consistency", "strongest-model");
    }

    private void rule(RuleText rule) {
        leadOnce(rule, EntryKind.PATTERN, rule.patterns(), "patterns");
        leadOnce(rule, EntryKind.INCIDENT, rule.incidents(), "incidents");
        if (!rule.askedWith().isEmpty()) {
            lead(rule, EntryKind.RULE, rule.askedWith(), "asked-with");
        }
        for (int i = 0; i < rule.reads().size(); i++) {
            String read = rule.reads().get(i);
            String key = read.substring(read.indexOf('.') + 1);
            if (!keys.contains(read)) {
                key(rule, key, "reads", i);
            }
        }
    }

    private void concern(Concern concern) {
        for (int i = 0; i < concern.candidates().size(); i++) {
            Concern.Candidate candidate = concern.candidates().get(i);
            lead(concern, EntryKind.PATTERN, candidate.pattern(), "candidates", i, "pattern");
            for (String trait : candidate.fits()) {
                trait(concern, trait, "candidates", i, "fits");
            }
            for (String trait : candidate.avoid()) {
                trait(concern, trait, "candidates", i, "avoid");
            }
            for (String trait : candidate.needs()) {
                trait(concern, trait, "candidates", i, "needs");
            }
        }
    }

    private void incident(Incident incident) {
        leadOnce(incident, EntryKind.RULE, incident.rules(), "rules");
        leadOnce(incident, EntryKind.PATTERN, incident.patterns(), "patterns");
        softened(incident);
        leadOnce(incident, EntryKind.TECHNOLOGY, incident.technologies(), "technologies");
    }

    private void comparison(Comparison comparison) {
        for (int i = 0; i < comparison.members().size(); i++) {
            Comparison.Member member = comparison.members().get(i);
            lead(comparison, EntryKind.of(member.kind()).orElseThrow(), member.id(), "members", i, "id");
        }
        Set<String> members = comparison.members().stream().map(Comparison.Member::id).collect(Collectors.toSet());
        for (int a = 0; a < comparison.axes().size(); a++) {
            Comparison.Axis axis = comparison.axes().get(a);
            for (int c = 0; c < axis.cells().size(); c++) {
                String member = axis.cells().get(c).member();
                if (!members.contains(member)) {
                    report.error(comparison, axis.name() + ": '" + member + "' is no member", Spelling.hint(member, members),
                            "axes", a, "cells", c, "member");
                }
            }
        }
        long cells = (long) comparison.axes().size() * comparison.members().size();
        long unstated = comparison.unstated(catalog);
        if (unstated * 5 > cells) {
            report.error(comparison, unstated + " of " + cells + " cells say nothing",
                    "State them here with a source, or in the entries.", "axes");
        }
    }

    /** Each id of a list leads somewhere and stands there once; empty ones are skipped. */
    private void leadOnce(Entry from, EntryKind kind, List<String> ids, String field, String... below) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            Object[] path = below.length == 0 ? new Object[] {field, i} : new Object[] {field, i, below[0]};
            if (!ids.get(i).isEmpty() && lead(from, kind, ids.get(i), path) && !seen.add(ids.get(i))) {
                report.error(from, field + ": '" + ids.get(i) + "' is named twice", "Remove one.", path);
            }
        }
    }

    private boolean lead(Entry from, EntryKind kind, String id, Object... path) {
        if (catalog.entry(kind, id).isPresent() || report.places().hasFile(kind, id)) {
            return true;
        }
        List<String> known = catalog.entries().stream().filter(e -> e.kind() == kind).map(Entry::id).toList();
        String near = Spelling.nearest(id, known).map(n -> "Did you mean '" + n + "'?").orElse("");
        report.error(from, path[0] + ": the catalog has no " + kind.word() + " '" + id + "'", near, path);
        return false;
    }

    private void trait(Entry from, String id, Object... path) {
        if (!id.isEmpty() && !traits.contains(id)) {
            report.error(from, "no trait is called '" + id + "'", Spelling.hint(id, traits), path);
        }
    }

    private void key(Entry from, String key, Object... path) {
        if (!keys.contains(key)) {
            report.error(from, path[0] + ": no key '" + key + "'", Spelling.hint(key, keys), path);
        }
    }

    private void model(Entry from, String id, Object... path) {
        Set<String> models = catalog.consistency().models().keySet();
        if (!id.isEmpty() && !models.contains(id)) {
            report.error(from, path[0] + ": no model '" + id + "'", Spelling.hint(id, models), path);
        }
    }
}

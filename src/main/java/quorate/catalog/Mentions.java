package quorate.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an entry refers to, by its fields and by the links of its prose. */
public final class Mentions {

    /** A link in prose, as {@code ](kind:id)}. */
    public static final Pattern LINK = Pattern.compile(
            "\\]\\((pattern|anti-pattern|technology|rule|incident|concern|comparison|path|term|model|anomaly):([a-z0-9-]+)\\)");

    private Mentions() {}

    /** Each target once, as {@code kind:id}, without the entry itself. */
    public static Set<String> of(Entry entry) {
        Set<String> targets = new LinkedHashSet<>();
        Matcher links = LINK.matcher(entry.body());
        while (links.find()) {
            targets.add(links.group(1) + ":" + links.group(2));
        }
        if (entry instanceof quorate.catalog.Pattern pattern) {
            ofPattern(pattern, targets);
        } else if (entry instanceof AntiPattern anti) {
            add(targets, "pattern", anti.patterns());
            add(targets, "rule", anti.rules());
            add(targets, "incident", anti.incidents());
        } else if (entry instanceof Technology technology) {
            add(targets, "pattern", technology.patterns());
            add(targets, "incident", technology.incidents());
        } else if (entry instanceof RuleText rule) {
            add(targets, "pattern", rule.patterns());
            add(targets, "incident", rule.incidents());
        } else if (entry instanceof Concern concern) {
            add(targets, "pattern", concern.candidates().stream().map(Concern.Candidate::pattern).toList());
        } else if (entry instanceof Incident incident) {
            add(targets, "rule", incident.rules());
            add(targets, "pattern", incident.patterns());
            add(targets, "technology", incident.technologies());
        } else if (entry instanceof Comparison comparison) {
            comparison.members().forEach(member -> targets.add(member.kind() + ":" + member.id()));
        } else if (entry instanceof LearningPath path) {
            path.steps().forEach(step -> targets.add(step.read()));
        }
        targets.remove(entry.kind().word() + ":" + entry.id());
        return targets;
    }

    private static void ofPattern(quorate.catalog.Pattern pattern, Set<String> targets) {
        List<String> patterns = new ArrayList<>(pattern.requires());
        patterns.addAll(pattern.composes());
        patterns.addAll(pattern.excludes());
        pattern.alternatives().forEach(a -> patterns.add(a.pattern()));
        add(targets, "pattern", patterns);
        add(targets, "technology", pattern.implementations().stream()
                .map(quorate.catalog.Pattern.Implementation::technology)
                .filter(id -> !id.isEmpty())
                .toList());
        add(targets, "incident", pattern.incidents());
        add(targets, "rule", pattern.rules());
    }

    private static void add(Set<String> targets, String kind, List<String> ids) {
        ids.forEach(id -> targets.add(kind + ":" + id));
    }
}

package quorate.site;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quorate.derive.Scenario;
import quorate.derive.failure.DataEffect;
import quorate.derive.failure.DataImpact;
import quorate.derive.failure.JourneyImpact;
import quorate.derive.failure.State;

/** What a failure does, in sentences. */
final class ScenarioWords {

    private static final String NONE = "No journey is affected.";

    private ScenarioWords() {}

    /** Neither a journey nor data notice it. */
    static boolean isHarmless(Scenario scenario) {
        return scenario.worst() == State.UP && scenario.data().isEmpty();
    }

    /** Orders scenarios by how many journeys they take down for certain, then perhaps, then degrade. */
    static int reach(Scenario scenario) {
        return scenario.journeys().stream()
                .map(JourneyImpact::during)
                .mapToInt(s -> s.best() == State.DOWN ? 10_000 : s.worst() == State.DOWN ? 100 : s.worst() == State.UP ? 0 : 1)
                .sum();
    }

    /** What all failures come to, in a sentence. */
    static String line(List<Scenario> scenarios) {
        long down = scenarios.stream().filter(s -> s.certain() == State.DOWN).count();
        long open = scenarios.stream().filter(s -> s.certain() != s.worst()).count();
        String certain = down == 0 ? "No single failure is known to take a journey down" : Phrases.capital(Phrases.count(down, "failure"))
                + " of " + scenarios.size() + (down == 1 ? " takes" : " take") + " a journey down";
        return certain + (open == 0 ? "." : "; " + open + " more hang on facts that are not stated.");
    }

    /** The journeys that are not up. */
    static String impact(Scenario scenario) {
        List<String> hit = scenario.journeys().stream()
                .filter(j -> !word(j).equals("up"))
                .map(ScenarioWords::name)
                .distinct()
                .toList();
        return hit.isEmpty() ? NONE : some(hit);
    }

    /** {@code Check out is down; See my orders may be degraded.} What is certain to be worst comes first; the table has the bounds. */
    static String journeys(Scenario scenario) {
        Map<String, Set<String>> hit = new LinkedHashMap<>();
        for (String words : List.of("down", "may be down", "degraded", "may be degraded")) {
            scenario.journeys().stream()
                    .filter(j -> be(word(j)).equals(words))
                    .forEach(j -> hit.computeIfAbsent(words, w -> new LinkedHashSet<>()).add(name(j)));
        }
        return hit.isEmpty()
                ? NONE
                : Phrases.sentence(String.join("; ", hit.entrySet().stream().map(e -> some(List.copyOf(e.getValue())) + be(e.getValue().size(), e.getKey())).toList()));
    }

    private static String word(JourneyImpact impact) {
        return Marks.state(impact.during()).word();
    }

    private static String name(JourneyImpact impact) {
        return ProjectScope.name(impact.journey()) + (impact.side().isEmpty() ? "" : " (" + impact.side() + ")");
    }

    /** The worst of a range of states, {@code "may be"} before it when it could be better. */
    private static String be(String range) {
        int last = range.lastIndexOf(' ');
        return last < 0 ? range : "may be" + range.substring(last);
    }

    /** {@code " are down"}, {@code " may be degraded"}. */
    private static String be(int count, String words) {
        return words.startsWith("may") ? " " + words : (count == 1 ? " is " : " are ") + words;
    }

    private static String some(List<String> names) {
        return names.size() > 4 ? String.join(", ", names.subList(0, 4)) + " and " + (names.size() - 4) + " more" : Phrases.list(names);
    }

    /** What happens to data; empty when nothing does. */
    static String data(Scenario scenario) {
        List<String> parts = scenario.data().stream()
                .filter(d -> !d.effects().isEmpty() && !effects(d).equals(DataEffect.UNAFFECTED.words()))
                .map(d -> d.domain().title() + ": " + effects(d) + (d.loss().isEmpty() ? "" : " (" + d.loss() + ")"))
                .distinct()
                .toList();
        return parts.isEmpty() ? "" : Phrases.sentence(String.join("; ", parts));
    }

    /** What happens for certain to one data domain, and whether that ends by itself. */
    static String effects(DataImpact impact) {
        return words(impact.effects()) + (impact.recovers() && hit(impact) ? ", until it recovers by itself" : "");
    }

    private static boolean hit(DataImpact impact) {
        return impact.effects().stream().anyMatch(effect -> effect != DataEffect.UNAFFECTED);
    }

    static String words(List<DataEffect> effects) {
        return String.join(", ", effects.stream().map(DataEffect::words).toList());
    }
}

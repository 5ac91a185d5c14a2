package quorate.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Link;
import quorate.model.Subject;

/**
 * Findings that say the same of different subjects, to be read as one: of one rule, one answer, one severity and one acceptance,
 * with messages that differ by the names of their subjects and by nothing else. Only for people: gates, fingerprints and
 * acceptances know single findings.
 *
 * @param all in the order in which they were given, at least one
 */
public record Alike<T>(List<T> all) {

    /** Two or three are read sooner side by side than unfolded. */
    static final int FEWEST = 4;

    /** What all have in common; the message with its names taken out. */
    private record Common(
            String project, String rule, String answer, Severity severity, Optional<Entity> acceptance, String message) {}

    public Alike {
        all = List.copyOf(all);
    }

    public T first() {
        return all.get(0);
    }

    public boolean isOne() {
        return all.size() == 1;
    }

    public int size() {
        return all.size();
    }

    /** The findings of a review, each in the place of the first that it is alike to. */
    public static List<Alike<Finding>> of(List<Finding> findings, Review review) {
        return of(findings, finding -> finding, finding -> review);
    }

    /** The same for what stands for findings, of several reviews. */
    public static <T> List<Alike<T>> of(List<T> list, Function<T, Finding> finding, Function<T, Review> review) {
        Map<Common, List<T>> groups = new LinkedHashMap<>();
        List<Common> keys = new ArrayList<>();
        for (T one : list) {
            Common common = common(finding.apply(one), review.apply(one));
            keys.add(common);
            groups.computeIfAbsent(common, k -> new ArrayList<>()).add(one);
        }
        List<Alike<T>> alike = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            List<T> group = groups.get(keys.get(i));
            boolean folds = group.size() >= FEWEST && finding.apply(list.get(i)).isWrong();
            if (!folds) {
                alike.add(new Alike<>(List.of(list.get(i))));
            } else if (group.get(0) == list.get(i)) {
                alike.add(new Alike<>(group));
            }
        }
        return List.copyOf(alike);
    }

    private static Common common(Finding finding, Review review) {
        return new Common(
                review.project(),
                finding.rule().id(),
                finding.outcome().word(),
                finding.severity(),
                finding.acceptance(),
                nameless(finding.message(), finding.subject(), review.input().linked().architecture()));
    }

    private static String nameless(String message, Subject subject, Architecture architecture) {
        Map<String, String> names = new TreeMap<>(); // what stands for each of the names
        if (subject instanceof Link link) {
            ends(link.to(), architecture).forEach(name -> names.put(name, "\u0000to"));
            ends(link.from(), architecture).forEach(name -> names.put(name, "\u0000from"));
        }
        names.put(subject.id(), "\u0000");
        names.put(subject.title(), "\u0000");
        names.remove("");
        // At one place the longest name is meant: "cart -> pay", not "cart".
        String any = String.join("|", names.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .toList());
        return Pattern.compile("(?<![\\w-])(" + any + ")(?![\\w-])").matcher(message)
                .replaceAll(found -> Matcher.quoteReplacement(names.get(found.group(1))));
    }

    private static Stream<String> ends(String id, Architecture architecture) {
        return Stream.concat(Stream.of(id), architecture.component(id).stream().map(Entity::title));
    }
}

package quorate.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import quorate.catalog.Pattern;
import quorate.model.Evidence;
import quorate.model.Keys;
import quorate.review.Selection;
import quorate.review.Trait;

/**
 * A choice of a pattern as a Markdown Architectural Decision Record, in the form of MADR 4.0.0 (adr.github.io/madr): options
 * with what speaks for and against each, from the facts.
 */
public final class DecisionRecord {

    private static final java.util.regex.Pattern NO_WORD = java.util.regex.Pattern.compile("\\W");

    private final Reviewed project;
    private final Selection selection;
    private final Selection.Ranked chosen;
    private final Set<String> names;
    private final StringBuilder text = new StringBuilder();

    /** @param names first words of the names of the catalog's entries */
    private DecisionRecord(Reviewed project, Selection selection, Selection.Ranked chosen, Set<String> names) {
        this.project = project;
        this.selection = selection;
        this.chosen = chosen;
        this.names = names;
    }

    /** A record for each choice for which a pattern is selected, by file name. */
    public static Map<String, String> all(Reviewed project) {
        Set<String> names = project.review().input().linked().catalog().entries().stream()
                .map(entry -> first(entry.name()))
                .collect(Collectors.toSet());
        Map<String, String> records = new TreeMap<>();
        for (Selection selection : project.review().selections()) {
            selection.selected().ifPresent(chosen -> records.put(
                    selection.slug() + ".md", new DecisionRecord(project, selection, chosen, names).write()));
        }
        return records;
    }

    private String write() {
        String subject = Markdown.text(selection.subject().title());
        Optional<Pattern> inUse = selection.inUse();
        boolean same = inUse.filter(p -> p.id().equals(chosen.pattern().id())).isPresent();
        text.append("---\nstatus: ").append(same ? "accepted" : "proposed").append('\n');
        selection.subject().get(Keys.OWNER).value()
                .ifPresent(owner -> text.append("decision-makers: ").append(YamlText.scalar(Plain.line(owner))).append('\n'));
        text.append("---\n\n# ").append(Markdown.text(chosen.pattern().name())).append(" for ").append(subject).append(": ")
                .append(Markdown.text(selection.concern().name())).append("\n\n## Context and Problem Statement\n\n");
        text.append(Markdown.text(Plain.prose(selection.concern().question()))).append(" The question is asked for the ")
                .append(selection.subject().kind().word()).append(' ').append(subject).append(" of ")
                .append(Markdown.text(project.review().project())).append(".\n");
        drivers();
        text.append("\n## Considered Options\n\n");
        selection.ranked().forEach(option -> text.append("* ").append(Markdown.text(option.pattern().name())).append('\n'));
        outcome(inUse, same);
        text.append("\n## Pros and Cons of the Options\n");
        selection.ranked().forEach(this::option);
        more();
        return text.toString();
    }

    /** The stated facts that speak for or against any option. */
    private void drivers() {
        List<String> drivers = new ArrayList<>();
        for (Selection.Ranked option : selection.ranked()) {
            List<Trait> traits = new ArrayList<>(option.pro());
            traits.addAll(option.contra());
            traits.addAll(option.lacking());
            traits.forEach(trait -> trait.because().forEach(evidence -> driver(evidence, drivers)));
        }
        if (!drivers.isEmpty()) {
            text.append("\n## Decision Drivers\n\n");
            drivers.forEach(driver -> text.append("* ").append(driver).append('\n'));
        }
    }

    private void driver(Evidence evidence, List<String> drivers) {
        String place = evidence.origin().map(origin -> " (" + project.path(origin.at())
                + (origin.at().line() > 0 ? ":" + origin.at().line() : "") + ")").orElse("");
        String driver = Markdown.text(evidence.claim() + place);
        if (!drivers.contains(driver)) {
            drivers.add(driver);
        }
    }

    private void outcome(Optional<Pattern> inUse, boolean same) {
        text.append("\n## Decision Outcome\n\nChosen option: \"").append(Markdown.text(chosen.pattern().name())).append("\", because ");
        long against = selection.ranked().stream().filter(Selection.Ranked::turnedDown).count();
        text.append(chosen.pro().size()).append(chosen.pro().size() == 1 ? " stated fact speaks" : " stated facts speak")
                .append(" for it and none against it");
        text.append(against == 0 ? ".\n" : "; " + against + " of " + selection.ranked().size()
                + (against == 1 ? " options is" : " options are") + " turned down by stated facts.\n");
        text.append("\n### Consequences\n\n");
        chosen.pro().forEach(trait -> text.append("* Good, because ").append(words(trait, chosen)).append('\n'));
        tradeOff(chosen).ifPresent(price -> text.append("* Bad, because ").append(clause(price)).append('\n'));
        text.append("\n### Confirmation\n\n");
        if (same) {
            text.append("The architecture uses it today, by what is stated.\n");
        } else if (inUse.isPresent()) {
            text.append("The architecture uses ").append(Markdown.text(inUse.get().name())).append(" today, by what is stated.\n");
        } else {
            text.append("Nothing that is stated says what the architecture uses today.\n");
        }
    }

    private void option(Selection.Ranked option) {
        text.append("\n### ").append(Markdown.text(option.pattern().name())).append("\n\n");
        if (!option.pattern().id().equals(chosen.pattern().id())) {
            String why = !option.turnedDown() ? "Not chosen: fewer stated facts speak for it, or it comes later in the catalog's order."
                    : "Turned down by stated facts.";
            text.append(why).append("\n\n");
        }
        option.pro().forEach(trait -> text.append("* Good, because ").append(words(trait, option)).append('\n'));
        option.open().forEach(trait ->
                text.append("* Neutral, because it is not known: ").append(Markdown.text(trait.id().replace('-', ' '))).append('\n'));
        option.contra().forEach(trait -> text.append("* Bad, because ").append(words(trait, option)).append('\n'));
        option.lacking().forEach(trait ->
                text.append("* Bad, because it needs, and lacks: ").append(Markdown.text(trait.id().replace('-', ' '))).append('\n'));
        tradeOff(option).ifPresent(price -> text.append("* Bad, because ").append(clause(price)).append('\n'));
    }

    private void more() {
        text.append("\n## More Information\n\nMade from the review of the architecture; pattern ")
                .append(Markdown.code(chosen.pattern().id())).append(", concern ").append(Markdown.code(selection.concern().id())).append(".\n");
        List<String> turns = new ArrayList<>();
        project.sensitivity().turns(selection).forEach(turn -> turns.add(turn.words()));
        turns.addAll(selection.flip());
        if (!turns.isEmpty()) {
            text.append("\nWhat would change it:\n\n");
            turns.forEach(turn -> text.append("* ").append(Markdown.text(turn)).append('\n'));
        }
    }

    private static Optional<String> tradeOff(Selection.Ranked option) {
        return Optional.ofNullable(option.candidate().tradeOff()).filter(price -> !price.isBlank());
    }

    private String words(Trait trait, Selection.Ranked option) {
        return option.pattern().force(trait.id()).map(this::clause)
                .orElse("this holds: " + Markdown.text(trait.id().replace('-', ' ')));
    }

    private static String first(String text) {
        return NO_WORD.split(text, 2)[0];
    }

    /** A sentence as it goes on after a comma; names keep their capital. */
    private String clause(String sentence) {
        String line = Markdown.text(Plain.prose(sentence));
        String first = first(line);
        boolean capitals = line.length() > 1 && Character.isUpperCase(line.charAt(1)) && !line.startsWith("A ");
        return capitals || names.contains(first) || line.isEmpty() ? line : Character.toLowerCase(line.charAt(0)) + line.substring(1);
    }
}

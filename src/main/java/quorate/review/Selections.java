package quorate.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import quorate.catalog.Concern;
import quorate.catalog.Pattern;
import quorate.link.Linked;
import quorate.model.Architecture;
import quorate.model.Kind;
import quorate.model.Subject;

/**
 * Ranks the candidates of each concern for each subject. A candidate is turned down by a trait that speaks against it and
 * holds, or by one that it needs and that does not; the others are ranked by the number of traits that speak for them, ties
 * in the catalog's order.
 */
final class Selections {

    private final Linked linked;
    private final Architecture architecture;

    Selections(Linked linked) {
        this.linked = linked;
        this.architecture = linked.architecture();
    }

    List<Selection> all() {
        List<Selection> selections = new ArrayList<>();
        for (Concern concern : linked.catalog().concerns().values()) {
            for (Subject subject : subjects(concern)) {
                selections.add(select(concern, subject));
            }
        }
        selections.sort(Comparator.comparing((Selection s) -> s.concern().step())
                .thenComparing(s -> s.concern().id())
                .thenComparing(s -> s.subject().id()));
        return selections;
    }

    private List<? extends Subject> subjects(Concern concern) {
        return switch (concern.about()) {
            case "data-domain" -> architecture.all(Kind.DATA_DOMAIN);
            case "transaction" -> architecture.all(Kind.TRANSACTION);
            case "coordination" -> architecture.all(Kind.COORDINATION);
            case "store" -> architecture.all(Kind.STORE);
            case "component" -> architecture.components().stream()
                    .filter(component -> Traits.isWaitedFor(architecture, component))
                    .toList();
            default -> List.of(architecture.system());
        };
    }

    /** The choice for one subject. */
    Selection select(Concern concern, Subject subject) {
        Traits traits = new Traits(linked, subject);
        List<Selection.Ranked> ranked = new ArrayList<>();
        for (Concern.Candidate candidate : concern.candidates()) {
            Pattern pattern = linked.catalog().patterns().get(candidate.pattern());
            if (pattern != null) {
                ranked.add(rank(pattern, candidate, traits));
            }
        }
        ranked.sort(Comparator.comparing(Selection.Ranked::turnedDown)
                .thenComparing((Selection.Ranked r) -> -r.pro().size())
                .thenComparing(r -> r.contra().size() + r.lacking().size()));
        Optional<Pattern> inUse = InUse.of(concern, subject, architecture)
                .map(id -> linked.catalog().patterns().get(id));
        return new Selection(concern, subject, ranked, inUse, flips(ranked));
    }

    private static Selection.Ranked rank(Pattern pattern, Concern.Candidate candidate, Traits traits) {
        Map<String, Trait> open = new TreeMap<>();
        List<Trait> pro = new ArrayList<>();
        List<Trait> contra = new ArrayList<>();
        List<Trait> lacking = new ArrayList<>();
        for (String id : candidate.fits()) {
            sort(traits.evaluate(id), Trait.Answer.YES, pro, open);
        }
        for (String id : candidate.avoid()) {
            sort(traits.evaluate(id), Trait.Answer.YES, contra, open);
        }
        for (String id : candidate.needs()) {
            sort(traits.evaluate(id), Trait.Answer.NO, lacking, open);
        }
        return new Selection.Ranked(pattern, candidate, pro, contra, lacking, List.copyOf(open.values()));
    }

    private static void sort(Trait trait, Trait.Answer wanted, List<Trait> into, Map<String, Trait> open) {
        if (trait.answer() == wanted) {
            into.add(trait);
        } else if (trait.answer() == Trait.Answer.UNKNOWN) {
            open.put(trait.id(), trait);
        }
    }

    /** The traits whose change would put another candidate first. */
    private static List<String> flips(List<Selection.Ranked> ranked) {
        Optional<Selection.Ranked> first =
                ranked.stream().filter(r -> !r.turnedDown() && !r.pro().isEmpty()).findFirst();
        if (first.isEmpty()) {
            return List.of();
        }
        List<String> flips = new ArrayList<>();
        for (Selection.Ranked other : ranked) {
            if (other == first.get()) {
                continue;
            }
            int obstacles = other.contra().size() + other.lacking().size();
            if (obstacles == 1 && other.pro().size() >= first.get().pro().size()) {
                String trait = other.contra().isEmpty()
                        ? "if " + words(other.lacking().get(0)) + " held"
                        : "if " + words(other.contra().get(0)) + " did not hold";
                flips.add(trait + ", " + other.pattern().name() + " would come first");
            } else if (obstacles == 0) {
                int behind = first.get().pro().size() - other.pro().size();
                if (other.open().size() > behind && behind >= 0) {
                    flips.add(other.pattern().name() + " could come first: not known is "
                            + String.join(", ", other.open().stream().map(Selections::words).toList()));
                }
            }
        }
        return flips;
    }

    private static String words(Trait trait) {
        return "'" + trait.id().replace('-', ' ') + "'";
    }
}

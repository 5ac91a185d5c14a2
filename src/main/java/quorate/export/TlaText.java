package quorate.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;

/** Pieces of TLA+ text, in ASCII, since that is what every tool for it reads; and a list of what had to be assumed. */
final class TlaText {

    private final List<String> assumed = new ArrayList<>();

    /** What was assumed so far, in words. */
    List<String> assumed() {
        return List.copyOf(assumed);
    }

    /** Keeps that something was assumed, if it was assumed of anything. */
    void assume(List<Integer> of, String words) {
        if (!of.isEmpty()) {
            assumed.add(words);
        }
    }

    /** A name of a module or an operator: letters, digits, underscores, beginning with the given word. */
    static String name(String word, String id) {
        return word + "_" + ascii(id).replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
    }

    static String string(String text) {
        return "\"" + ascii(text).replace('\\', '/').replace('"', '\'') + "\"";
    }

    static String strings(Collection<String> texts) {
        return texts.stream().map(TlaText::string).collect(Collectors.joining(", ", "{", "}"));
    }

    static String numbers(Collection<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
    }

    /** The text on one line, behind a mark of comment. */
    static String comment(String text) {
        return "\\* " + ascii(text);
    }

    private static String ascii(String text) {
        return Plain.line(text).replaceAll("[^\\x20-\\x7E]", "?");
    }

    static String bool(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    /**
     * Definition of a truth that a fact decides; where it is not stated, the better answer is taken and said to be assumed.
     *
     * @param where the fact, as a person would look for it
     */
    String truth(String operator, Fact<?> fact, boolean holds, String where) {
        if (fact.isUnknown()) {
            assumed.add(where + " is not stated; " + operator + " is taken to be TRUE");
            return operator + " == TRUE   " + comment("assumed: " + where + " is not stated. Check with FALSE, too.");
        }
        return operator + " == " + bool(holds) + "   " + comment(where + ", " + fact.origin().at().brief());
    }

    /** The numbers of the steps of which a fact is true; of which it is not stated, it is taken to be so, and said. */
    String steps(String operator, List<Facts> steps, Key<Boolean> key, Entity of) {
        return steps(operator, steps, key, of, i -> true);
    }

    String steps(String operator, List<Facts> steps, Key<Boolean> key, Entity of, IntPredicate matters) {
        List<Integer> in = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        for (int i = 1; i <= steps.size(); i++) {
            Fact<Boolean> fact = steps.get(i - 1).get(key);
            boolean taken = fact.isUnknown() && matters.test(i);
            if (fact.is(true) || taken) {
                in.add(i);
            }
            if (taken) {
                open.add(i);
                assumed.add(of.title() + ", step " + i + ": '" + key.id() + "' is not stated; taken to be true");
            }
        }
        return operator + " == " + numbers(in) + (open.isEmpty() ? "" : "   "
                + comment("assumed of " + numbers(open) + ": '" + key.id() + "' is not stated. Check without, too."));
    }
}

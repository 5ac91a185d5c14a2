package quorate.derive.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quorate.derive.agreement.Figure.Tone;
import quorate.model.Evidence;
import quorate.model.Key;
import quorate.model.Missing;
import quorate.model.Subject;

/** Collects the figures of one subject, each with the facts that it starts from. */
final class Figures {

    private final List<Figure> all = new ArrayList<>();

    /** A figure whose inputs are these facts of the subject; what of them is not stated is asked for. */
    Figures add(String name, String value, Tone tone, String claim, Subject subject, Key<?>... inputs) {
        List<Evidence> because = new ArrayList<>();
        Set<Missing> missing = new TreeSet<>();
        for (Key<?> key : inputs) {
            because.add(Evidence.of(subject, key));
            if (subject.get(key).isUnknown()) {
                missing.add(new Missing(subject, key));
            }
        }
        return add(name, value, tone, Evidence.derived(claim, because), missing);
    }

    Figures add(String name, String value, Tone tone, Evidence why, Set<Missing> missing) {
        all.add(new Figure(name, value, tone, why, missing));
        return this;
    }

    List<Figure> all() {
        return all;
    }
}

package quorate.derive.agreement;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quorate.model.Subject;

/**
 * The figures of one subject.
 *
 * @param about what part of the subject it is about; empty for the whole
 * @param formula id of the formula of the catalog whose calculator computes them; empty for none
 * @param inputs what the calculator starts with, by name
 */
public record Reckoning(
        Section section, Subject subject, String about, List<Figure> figures, String formula, Map<String, String> inputs) {

    /** What is reckoned, in the order in which it is shown. */
    public enum Section {
        VOTERS("voters", "Groups that decide by majority"),
        LOSSES("losses", "Loss of a fault domain that holds voters"),
        QUORUMS("quorums", "Read and write quorums"),
        LEASES("leases", "Leases, locks and leaders"),
        DETECTORS("detectors", "Failure detectors"),
        CLOCKS("clocks", "Clocks and what orders by them");

        private final String id;
        private final String title;

        Section(String id, String title) {
            this.id = id;
            this.title = title;
        }

        public String id() {
            return id;
        }

        public String title() {
            return title;
        }
    }

    public Reckoning {
        figures = List.copyOf(figures);
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
    }
}

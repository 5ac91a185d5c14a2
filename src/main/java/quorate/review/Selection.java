package quorate.review;

import java.util.List;
import java.util.Optional;
import quorate.catalog.Concern;
import quorate.catalog.Pattern;
import quorate.model.Subject;

/**
 * The choice of a pattern for one concern and subject.
 *
 * @param ranked the candidates, best first; the first is the selected one unless nothing speaks for it
 * @param inUse the pattern that the architecture uses for this today, as far as it is known
 * @param flip what would change the choice, or empty
 */
public record Selection(
        Concern concern, Subject subject, List<Ranked> ranked, Optional<Pattern> inUse, List<String> flip) {

    public Selection {
        ranked = List.copyOf(ranked);
        flip = List.copyOf(flip);
    }

    /** Unique among the choices of a project: {@code replication/orders-db}. */
    public String key() {
        return concern.id() + "/" + subject.id();
    }

    /** The key as a file name. */
    public String slug() {
        return concern.id() + "." + subject.id().replaceAll("[^A-Za-z0-9._-]+", "-");
    }

    /** The selected candidate; nothing while no stated fact speaks for any. */
    public Optional<Ranked> selected() {
        return ranked.stream().filter(r -> !r.turnedDown() && !r.pro().isEmpty()).findFirst();
    }

    /**
     * A candidate with the reasons from the facts.
     *
     * @param pro traits that speak for it and hold
     * @param contra traits that speak against it and hold
     * @param lacking traits that it needs and that do not hold
     * @param open traits that are not known
     */
    public record Ranked(
            Pattern pattern,
            Concern.Candidate candidate,
            List<Trait> pro,
            List<Trait> contra,
            List<Trait> lacking,
            List<Trait> open) {

        public Ranked {
            pro = List.copyOf(pro);
            contra = List.copyOf(contra);
            lacking = List.copyOf(lacking);
            open = List.copyOf(open);
        }

        public boolean turnedDown() {
            return !contra.isEmpty() || !lacking.isEmpty();
        }
    }
}

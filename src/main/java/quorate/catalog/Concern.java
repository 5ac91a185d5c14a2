package quorate.catalog;

import java.util.List;
import quorate.source.Location;

/** A decision that an architecture takes, and the patterns that answer it. */
public record Concern(
        String id,
        Location at,
        String body,
        String name,
        int step,
        String about,
        String question,
        List<Candidate> candidates,
        List<Reference> references)
        implements Entry {

    public Concern {
        candidates = Absent.list(candidates);
        references = Absent.list(references);
    }

    @Override
    public EntryKind kind() {
        return EntryKind.CONCERN;
    }

    @Override
    public String summary() {
        return question;
    }

    /** A pattern and the traits that speak for and against it; without one it {@code needs} it is turned down. */
    public record Candidate(
            String pattern, List<String> fits, List<String> avoid, List<String> needs, String tradeOff) {
        public Candidate {
            fits = Absent.list(fits);
            avoid = Absent.list(avoid);
            needs = Absent.list(needs);
        }
    }
}

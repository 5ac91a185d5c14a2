package quorate.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import quorate.review.Finding;
import quorate.review.Severity;

/**
 * What fails a run.
 *
 * @param from findings of this severity or worse fail it; nothing when none shall
 * @param presumedToo whether presumed findings count
 * @param mostWarnings so many findings of medium severity are let pass; nothing when their number does not matter
 */
public record Gate(Optional<Severity> from, boolean presumedToo, OptionalInt mostWarnings) {

    /** At high, presumed findings not counted, any number of warnings. */
    public static final Gate DEFAULT = new Gate(Optional.of(Severity.HIGH), false, OptionalInt.empty());

    /** Whether there is anything that could fail. */
    boolean isSet() {
        return from.isPresent() || mostWarnings.isPresent();
    }

    /** In words: {@code high, presumed findings count, at most 5 warnings}. */
    String words() {
        List<String> words = new ArrayList<>();
        from.ifPresent(severity -> words.add(severity.word()));
        if (presumedToo) {
            words.add("presumed findings count");
        }
        mostWarnings.ifPresent(most -> words.add("at most " + most + (most == 1 ? " warning" : " warnings")));
        return String.join(", ", words);
    }

    /** Whether this finding alone fails the gate. */
    boolean fails(Finding finding) {
        return from.filter(finding.severity()::atLeast).isPresent() && finding.counts(presumedToo);
    }

    /** Whether this finding is one of the warnings, of which there may be too many. */
    boolean warns(Finding finding) {
        return finding.severity() == Severity.MEDIUM && finding.counts(presumedToo) && !fails(finding);
    }
}

package quorate.derive.consistency;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Missing;

/**
 * One way by which readers get a data domain: from the copy that decides, a replica, a cache, an index.
 *
 * @param name the way in words
 * @param store that answers
 * @param authority whether it leads to the store that decides
 * @param model id of the strongest consistency model that it is known to give
 * @param besides ids of further models that it gives, whatever the first one is
 * @param never ids of models that it certainly does not give, whatever is not stated
 * @param staleness how old an answer may be: the sum of the bounds along the way; nothing while a part is unknown or unbounded
 * @param lag why an answer may be old, in words; empty where it is not known to be
 * @param deciding facts without which it is open
 * @param verdicts what it gives held against each thing that readers need
 */
public record ReadPath(
        String name,
        Entity store,
        boolean authority,
        Optional<String> model,
        Set<String> besides,
        Set<String> never,
        Optional<Duration> staleness,
        String lag,
        Evidence why,
        Set<Missing> deciding,
        List<Verdict> verdicts) {

    public ReadPath {
        besides = Collections.unmodifiableSet(new TreeSet<>(besides));
        never = Collections.unmodifiableSet(new TreeSet<>(never));
        deciding = Collections.unmodifiableSet(new TreeSet<>(deciding));
        verdicts = List.copyOf(verdicts);
    }

    ReadPath with(List<Verdict> judged) {
        return new ReadPath(name, store, authority, model, besides, never, staleness, lag, why, deciding, judged);
    }
}

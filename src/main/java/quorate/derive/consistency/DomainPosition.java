package quorate.derive.consistency;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Deferred;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Missing;
import quorate.model.Words;

/**
 * Where a data domain stands.
 *
 * @param offered id of the consistency model that its readers get, as far as it is known
 * @param isolation id of the isolation level of transactions at the authority; it says nothing of copies
 * @param paths ways by which a reader gets it
 * @param possible ids of the weakest models that readers need and a copy that lags does not give by itself: their forbidden
 *     examples may be seen unless something that is not stated prevents it
 * @param exposed for each anomaly of the catalog, whether it may be seen; worked out when it is first asked for, since no rule
 *     asks and rules look at many variations of a system
 * @param required id of the model that is required, if stated
 * @param verdicts what readers get held against each thing that they need
 * @param underPartition what an operation that is cut off does, as far as it is known
 * @param cap {@code CP}, {@code AP}, {@code neither}, or {@code unknown}
 * @param missing facts without which the position is open
 */
public record DomainPosition(
        Entity domain,
        Optional<String> offered,
        Optional<String> isolation,
        List<ReadPath> paths,
        List<String> possible,
        Deferred<List<Exposure>> exposed,
        Fact<String> required,
        List<Verdict> verdicts,
        Optional<Words.OnPartition> underPartition,
        String cap,
        Evidence why,
        Set<Missing> missing) {

    public DomainPosition {
        paths = List.copyOf(paths);
        possible = List.copyOf(possible);
        verdicts = List.copyOf(verdicts);
        missing = Collections.unmodifiableSet(new TreeSet<>(missing));
    }

    /** For each anomaly of the catalog, whether it may be seen. */
    public List<Exposure> anomalies() {
        return exposed.get();
    }

    /** The worst over all that readers need; nothing where nothing is stated that they need. */
    public Optional<Verdict> verdict() {
        return verdicts.stream().max(Comparator.comparing(Verdict::answer));
    }
}

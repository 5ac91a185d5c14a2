package quorate.derive.consistency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.catalog.Anomaly;
import quorate.catalog.ConsistencyOrder;
import quorate.derive.consistency.Exposure.Answer;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Keys;
import quorate.model.Missing;
import quorate.model.Words.StoreType;

/**
 * Which anomalies a data domain lets through. One of single operations is ruled out by a way of reading that gives a model which
 * forbids it, and possible where everything that could give one is known and does not; the whole is as bad as its worst way. One
 * of transactions is a matter of the level at which the authority isolates them, and one of concurrent writes of what happens
 * to these.
 */
final class Exposures {

    private static final String FRACTURED_READ = "read-skew-anomaly";
    /** A client that sees ever longer first parts of one sequence of writes sees none of these. */
    private static final Set<String> IN_ONE_SEQUENCE =
            Set.of("effect-without-cause", "observers-disagree", "writes-to-one-item-reordered");

    private final ConsistencyOrder order;
    private final Entity domain;
    private final Optional<Entity> authority;
    private final Verdicts verdicts;
    private final List<ReadPath> paths;
    private final Interleaving interleaving;
    private final ConcurrentWrites writes;
    private final AnomalyExamples examples;
    private final List<Requirement> needs;

    Exposures(
            Architecture architecture, ConsistencyOrder order, Entity domain, Optional<Entity> authority, Offer offer,
            Verdicts verdicts, List<ReadPath> paths) {
        this.order = order;
        this.domain = domain;
        this.authority = authority;
        this.verdicts = verdicts;
        this.paths = List.copyOf(paths);
        this.writes = new ConcurrentWrites(domain, authority);
        this.interleaving = new Interleaving(order, domain, offer, verdicts, writes);
        this.examples = new AnomalyExamples(architecture, domain, authority);
        this.needs = Requirement.of(domain, order).stream().filter(need -> !need.model().isEmpty()).toList();
    }

    List<Exposure> all() {
        return order.anomalies().values().stream().flatMap(anomaly -> of(anomaly).stream()).toList();
    }

    /** Nothing where the anomaly takes transactions and the authority is of a kind that has none. */
    private Optional<Exposure> of(Anomaly anomaly) {
        List<Sight> sights = sights(anomaly);
        if (sights.isEmpty()) {
            return Optional.empty();
        }
        Answer worst = sights.stream().map(Sight::answer).max(Comparator.naturalOrder()).get();
        List<Sight> counting = sights.stream().filter(sight -> sight.answer() == worst).toList();
        List<String> ways = counting.stream().map(Sight::way).distinct().toList();
        Set<Missing> deciding = new TreeSet<>();
        counting.forEach(sight -> deciding.addAll(sight.deciding()));
        String claim = anomaly.name() + ": "
                + (worst == Answer.UNKNOWN ? "possible, unless what is not stated rules it out" : worst.word());
        List<String> unwanted = needs.stream()
                .filter(need -> order.forbids(need.model(), anomaly))
                .map(Requirement::words)
                .distinct()
                .toList();
        return Optional.of(new Exposure(
                anomaly.id(), worst, ways, unwanted, examples.of(anomaly, counting.get(0).way(), store(counting.get(0).way())),
                Evidence.derived(claim, counting.stream().map(Sight::why).toList()), deciding));
    }

    private Optional<Entity> store(String way) {
        return paths.stream().filter(path -> path.name().equals(way)).map(ReadPath::store).findFirst();
    }

    private List<Sight> sights(Anomaly anomaly) {
        if (authority.isEmpty()) {
            Evidence why = Evidence.of(domain, Keys.STORES);
            return List.of(new Sight(Answer.UNKNOWN, domain.title(), why, Set.of(new Missing(domain, Keys.STORES))));
        }
        Optional<Sight> special = writes.of(anomaly);
        if (special.isPresent()) {
            return List.of(special.get());
        }
        if (anomaly.scope().equals("object")) {
            return paths.stream().map(path -> ofOperations(anomaly, path)).toList();
        }
        List<Sight> sights = new ArrayList<>();
        paths.stream()
                .filter(ReadPath::authority)
                .findFirst()
                .flatMap(path -> interleaving.of(anomaly, path))
                .ifPresent(sights::add);
        if (anomaly.id().equals(FRACTURED_READ)) {
            paths.stream().filter(Exposures::filledOneByOne).map(Exposures::fractured).forEach(sights::add);
        }
        return sights;
    }

    private Sight ofOperations(Anomaly anomaly, ReadPath path) {
        List<Verdict> each = new ArrayList<>();
        anomaly.forbiddenBy().stream()
                .filter(model -> !order.models().get(model).scope().equals("transaction"))
                .forEach(model -> each.add(verdicts.verdict(forbidding(anomaly, model), path)));
        if (IN_ONE_SEQUENCE.contains(anomaly.id())) {
            each.add(oneSequence(anomaly, path));
        }
        Verdict.Answer best = each.stream().map(Verdict::answer).min(Comparator.naturalOrder()).orElse(Verdict.Answer.UNKNOWN);
        List<Verdict> counting = each.stream().filter(one -> one.answer() == best).toList();
        Set<Missing> deciding = new TreeSet<>();
        counting.forEach(one -> deciding.addAll(one.deciding()));
        Answer answer = switch (best) {
            case HOLDS -> Answer.RULED_OUT;
            case UNKNOWN -> Answer.UNKNOWN;
            case VIOLATED -> Answer.POSSIBLE;
        };
        List<Evidence> because = (answer == Answer.RULED_OUT ? counting.subList(0, 1) : counting).stream()
                .map(one -> shortened(one.why(), path))
                .toList();
        Evidence why = because.size() == 1 ? because.get(0) : Evidence.derived("by way of " + path.name(), because);
        return new Sight(answer, path.name(), why, deciding);
    }

    /** The way with its own facts; how the authority came to give what it gives stands once at the way itself. */
    private static Evidence shortened(Evidence why, ReadPath path) {
        Evidence way = Evidence.derived(
                path.why().claim(), path.why().because().stream().filter(one -> one.because().isEmpty()).toList());
        return Evidence.derived(why.claim(), why.because().stream().map(one -> one.equals(path.why()) ? way : one).toList());
    }

    private Verdict oneSequence(Anomaly anomaly, ReadPath path) {
        Requirement together = new Requirement("consistent-prefix", false, Optional.empty(), Keys.CONSISTENCY, Evidence.derived(
                anomaly.name() + " is ruled out by Consistent prefix and Monotonic reads together"));
        Verdict prefix = verdicts.verdict(together, path);
        Verdict forward = verdicts.verdict(
                new Requirement("monotonic-reads", false, Optional.empty(), Keys.CONSISTENCY, together.why()), path);
        return prefix.answer().compareTo(forward.answer()) >= 0 ? prefix : forward;
    }

    private Requirement forbidding(Anomaly anomaly, String model) {
        Evidence why = Evidence.derived(anomaly.name() + " is ruled out by " + order.models().get(model).name());
        return new Requirement(model, false, Optional.empty(), Keys.CONSISTENCY, why);
    }

    private static boolean filledOneByOne(ReadPath path) {
        return !path.authority()
                && (path.store().get(Keys.STORE_TYPE).is(StoreType.CACHE) || path.store().get(Keys.FRONTS).isKnown());
    }

    /** Entries are filled and expire one by one, so that two of them may be from before and from after one transaction. */
    private static Sight fractured(ReadPath path) {
        Evidence why = Evidence.derived(
                "entries of " + path.store().title() + " are filled and expire one by one",
                Evidence.of(path.store(), Keys.FRONTS), Evidence.of(path.store(), Keys.CACHE_TTL));
        return new Sight(Answer.POSSIBLE, path.name(), why, Set.of());
    }
}

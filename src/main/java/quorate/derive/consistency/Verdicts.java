package quorate.derive.consistency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.catalog.ConsistencyOrder;
import quorate.derive.consistency.Verdict.Answer;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Missing;
import quorate.model.ValueType;
import quorate.model.Words.CausalOrderBy;
import quorate.model.Words.ConflictPolicy;
import quorate.model.Words.ReadYourWritesBy;
import quorate.model.Words.Topology;

/**
 * Holds what each way of reading gives against what readers need. A need is met where some model that is given implies it. It
 * is violated where nothing implies it although everything that could is known, and unknown in between.
 */
final class Verdicts {

    private final ConsistencyOrder order;
    private final Entity domain;
    private final Optional<Entity> authority;
    private final Offer offer;
    private final List<Requirement> requirements;

    Verdicts(ConsistencyOrder order, Entity domain, Optional<Entity> authority, Offer offer) {
        this.order = order;
        this.domain = domain;
        this.authority = authority;
        this.offer = offer;
        this.requirements = Requirement.of(domain, order);
    }

    ReadPath judge(ReadPath path) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Requirement need : requirements) {
            // Copies that are fed from the authority run no transactions of their own.
            if (path.authority() || !need.isolation()) {
                verdicts.add(verdict(need, path));
            } else if (order.implies(need.model(), "linearizable")) {
                Requirement ofCopies = new Requirement("linearizable", false, Optional.empty(), need.key(), need.why());
                Verdict one = verdict(ofCopies, path);
                verdicts.add(new Verdict(need, one.answer(), one.guarded(), one.why(), one.deciding()));
            }
        }
        return path.with(verdicts);
    }

    /** For the domain as a whole: the worst over all ways, since a reader may come by any. */
    List<Verdict> together(List<ReadPath> paths) {
        List<Verdict> together = new ArrayList<>();
        for (Requirement need : requirements) {
            List<Verdict> each = paths.stream()
                    .flatMap(path -> path.verdicts().stream())
                    .filter(verdict -> verdict.requirement().equals(need))
                    .sorted(Comparator.comparing(Verdict::answer).reversed())
                    .toList();
            Answer worst = each.isEmpty() ? Answer.UNKNOWN : each.get(0).answer();
            Set<Missing> deciding = new TreeSet<>();
            each.forEach(verdict -> deciding.addAll(verdict.deciding()));
            if (paths.isEmpty()) {
                deciding.add(new Missing(domain, Keys.STORES));
            }
            boolean guarded = each.stream().anyMatch(Verdict::guarded);
            String claim = need.words() + ": " + worst.word() + (each.size() > 1 ? ", the worst of " + each.size() + " ways to read" : "");
            together.add(new Verdict(
                    need, worst, guarded, Evidence.derived(claim, each.stream().map(Verdict::why).toList()),
                    worst == Answer.UNKNOWN ? deciding : Set.of()));
        }
        return together;
    }

    /** Whether a way gives what is asked of it, whatever readers need. */
    Verdict verdict(Requirement need, ReadPath path) {
        if (need.atMost().isPresent()) {
            return age(need, path);
        }
        if (need.model().isEmpty()) {
            return of(need, path, Answer.UNKNOWN, false, "what is written names no consistency model", List.of(),
                    Set.of(new Missing(domain, Keys.CONSISTENCY)));
        }
        Set<String> given = new HashSet<>(path.besides());
        path.model().ifPresent(given::add);
        if (path.authority()) {
            offer.isolation().ifPresent(given::add);
        }
        List<Evidence> guards = new ArrayList<>();
        guards(need, given, guards, path);
        Optional<String> enough = given.stream().sorted().filter(model -> order.implies(model, need.model())).findFirst();
        if (enough.isPresent()) {
            String claim = by(path) + "readers get " + enough.get()
                    + (enough.get().equals(need.model()) ? "" : ", which implies " + need.model());
            return of(need, path, Answer.HOLDS, false, claim, guards, Set.of());
        }
        if (need.isolation() && composed(given, need)) {
            return of(need, path, Answer.HOLDS, false, by(path) + "readers get linearizable and serializable, which together are strict", guards, Set.of());
        }
        return lacking(need, path, guards);
    }

    /** Strict serializability is both at once, for a store that decides alone. */
    private boolean composed(Set<String> given, Requirement need) {
        return given.stream().anyMatch(m -> order.implies(m, "linearizable"))
                && given.stream().anyMatch(m -> order.implies(m, "serializable"))
                && order.implies("strict-serializable", need.model());
    }

    private Verdict lacking(Requirement need, ReadPath path, List<Evidence> guards) {
        Optional<String> excluded = path.never().stream().filter(model -> order.implies(need.model(), model)).findFirst();
        if (excluded.isPresent()) {
            String claim = by(path) + "readers never get " + excluded.get()
                    + (excluded.get().equals(need.model()) ? "" : ", which " + need.model() + " implies");
            return of(need, path, Answer.VIOLATED, false, claim, guards, Set.of());
        }
        if (need.isolation() && !offer.isolationStated()) {
            Set<Missing> ask = new TreeSet<>();
            authority.ifPresent(store -> ask.add(new Missing(store, Keys.TRANSACTION_ISOLATION)));
            String claim = offer.isolation().map(level -> "by default transactions run at " + level)
                    .orElse("the isolation level of transactions is not known") + "; " + need.model() + " is needed";
            return of(need, path, Answer.UNKNOWN, false, claim, guards, ask);
        }
        if (path.model().isEmpty() && path.lag().isEmpty()) {
            return of(need, path, Answer.UNKNOWN, false, by(path) + "it is not known what readers get", guards, ofModel(path));
        }
        if (need.model().equals("bounded-staleness") && path.staleness().isEmpty() && !path.deciding().isEmpty()) {
            return of(need, path, Answer.UNKNOWN, false, by(path) + "it is not known how old an answer may be", guards, path.deciding());
        }
        Set<Missing> ask = unstatedGuards(need, path);
        String gives = by(path) + path.model().map(model -> "readers get " + model + ", which does not imply " + need.model())
                .orElse("what readers get may be old");
        if (!ask.isEmpty()) {
            return of(need, path, Answer.UNKNOWN, true, gives + "; whether something else does is not stated", guards, ask);
        }
        boolean choosable = path.authority() && offer.byDefault() && order.implies(offer.strongest(), need.model());
        if (choosable) {
            return of(need, path, Answer.UNKNOWN, false, gives + ", by default; it can be set up to give " + offer.strongest(), guards, path.deciding());
        }
        return of(need, path, Answer.VIOLATED, true, gives, guards, Set.of());
    }

    /** What the domain states that gives a session more than the copies do by themselves. */
    private void guards(Requirement need, Set<String> given, List<Evidence> because, ReadPath path) {
        Fact<ReadYourWritesBy> session = domain.get(Keys.READ_YOUR_WRITES_BY);
        boolean overlap = session.is(ReadYourWritesBy.QUORUM_OVERLAP) && !path.lag().isEmpty();
        if (session.isKnown() && !session.is(ReadYourWritesBy.NONE) && !overlap) {
            given.add("read-your-writes");
            if (session.is(ReadYourWritesBy.PINNING) || session.is(ReadYourWritesBy.SESSION_TOKEN)) {
                given.add("monotonic-reads");
            }
        }
        if (domain.get(Keys.CAUSAL_ORDER_BY).is(by -> by != CausalOrderBy.NONE)) {
            given.add("causal");
        }
        if (converges()) {
            given.add("strong-eventual");
        }
        if (oneLog(path)) {
            given.add("consistent-prefix");
        }
        if (need.model().equals("strong-eventual")) {
            because.addAll(convergence());
        }
        if (order.implies(need.model(), "read-your-writes") && !session.isUnknown()) {
            because.add(Evidence.of(domain, Keys.READ_YOUR_WRITES_BY));
        }
        if (order.implies(need.model(), "causal") && !domain.get(Keys.CAUSAL_ORDER_BY).isUnknown()) {
            because.add(Evidence.of(domain, Keys.CAUSAL_ORDER_BY));
        }
    }

    /**
     * Whether copies that hold the same writes agree: writes have one order, or what happens to concurrent ones is a function of
     * them (Shapiro et al. 2011).
     */
    private boolean converges() {
        boolean ordered = authority.map(store -> store.get(Keys.TOPOLOGY))
                .filter(topology -> topology.is(t -> t == Topology.SINGLE_LEADER || t == Topology.CONSENSUS || t == Topology.NONE))
                .isPresent();
        return ordered || domain.get(Keys.CONFLICTS).is(policy -> policy != ConflictPolicy.NONE && policy != ConflictPolicy.MANUAL);
    }

    /** Whether what answers has applied a first part of one log of writes: it follows a leader's, or all writes go through one. */
    private boolean oneLog(ReadPath path) {
        boolean follows = path.authority() && authority.map(store -> store.get(Keys.TOPOLOGY))
                .filter(topology -> topology.is(t -> t == Topology.SINGLE_LEADER || t == Topology.CONSENSUS))
                .isPresent();
        return follows || domain.get(Keys.CAUSAL_ORDER_BY).is(CausalOrderBy.SINGLE_LOG);
    }

    private List<Evidence> convergence() {
        List<Evidence> because = new ArrayList<>();
        authority.filter(store -> !store.get(Keys.TOPOLOGY).isUnknown()).ifPresent(store -> because.add(Evidence.of(store, Keys.TOPOLOGY)));
        if (!domain.get(Keys.CONFLICTS).isUnknown()) {
            because.add(Evidence.of(domain, Keys.CONFLICTS));
        }
        return because;
    }

    /** The facts that could still say that the need is met. */
    private Set<Missing> unstatedGuards(Requirement need, ReadPath path) {
        Set<Missing> open = new TreeSet<>();
        boolean converging = need.model().equals("strong-eventual");
        boolean prefix = need.model().equals("consistent-prefix");
        boolean session = List.of("read-your-writes", "monotonic-reads").contains(need.model());
        if (converging) {
            open.add(new Missing(domain, Keys.CONFLICTS));
        } else if (session) {
            open.add(new Missing(domain, Keys.READ_YOUR_WRITES_BY));
        } else if (prefix || order.implies("causal", need.model())) {
            open.add(new Missing(domain, Keys.CAUSAL_ORDER_BY));
        }
        if (converging || prefix && path.authority()) {
            authority.ifPresent(store -> open.add(new Missing(store, Keys.TOPOLOGY)));
        }
        open.removeIf(missing -> !missing.subject().get(missing.key()).isUnknown());
        return open;
    }

    private Verdict age(Requirement need, ReadPath path) {
        String wanted = ValueType.Span.text(need.atMost().get());
        if (path.staleness().isPresent()) {
            boolean fits = path.staleness().get().compareTo(need.atMost().get()) <= 0;
            String claim = by(path) + "answers are at most " + ValueType.Span.text(path.staleness().get()) + " old, "
                    + (fits ? "within " : "above ") + wanted;
            return of(need, path, fits ? Answer.HOLDS : Answer.VIOLATED, false, claim, List.of(), Set.of());
        }
        boolean unbounded = !path.lag().isEmpty() && path.deciding().isEmpty();
        return unbounded
                ? of(need, path, Answer.VIOLATED, false, by(path) + "nothing bounds how old an answer may be", List.of(), Set.of())
                : of(need, path, Answer.UNKNOWN, false, by(path) + "it is not known how old an answer may be", List.of(), path.deciding());
    }

    /** A bound on the lag says how old an answer may be, and not which model it follows. */
    private static Set<Missing> ofModel(ReadPath path) {
        Set<Missing> deciding = new TreeSet<>(path.deciding());
        deciding.removeIf(missing -> missing.key().equals(Keys.LAG_BOUND));
        return deciding;
    }

    private static String by(ReadPath path) {
        return "by way of " + path.name() + (path.name().contains(",") ? ", " : " ");
    }

    private static Verdict of(
            Requirement need, ReadPath path, Answer answer, boolean guarded, String claim, List<Evidence> guards, Set<Missing> deciding) {
        List<Evidence> because = new ArrayList<>(List.of(need.why(), path.why()));
        because.addAll(guards);
        return new Verdict(need, answer, guarded, Evidence.derived(claim, because), deciding);
    }
}

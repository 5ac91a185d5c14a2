package quorate.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import quorate.link.Linked;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Subject;
import quorate.model.Words;

/**
 * The named properties that decisions are taken by, evaluated on the facts of one subject. A trait whose facts are missing is
 * unknown; it never speaks for or against a pattern.
 */
final class Traits {

    /** Consistency that needs one order of operations on an object. */
    private static final Set<String> ONE_ORDER = Set.of("linearizable", "strict-serializable", "sequential", "serializable");

    /** Every trait that a catalog entry may name. */
    static final Set<String> NAMES = Set.of(
            "needs-linearizable", "tolerates-eventual", "needs-no-loss", "needs-write-availability-under-partition",
            "several-writers", "mergeable-values", "non-commutative-updates", "needs-audit", "needs-replay",
            "needs-causal-order", "single-region", "several-regions", "three-fault-domains", "low-latency-writes", "money",
            "crosses-services", "many-steps", "few-steps", "has-compensations", "irreversible-step", "short-lived",
            "homogeneous-stores", "events-already-published", "large-membership", "small-membership",
            "variable-latency-network", "high-fan-in", "optional-dependency", "synchronous-dependency",
            "shared-dependency");

    private static final int MANY_STEPS = 5;
    private static final int LARGE = 50;
    private static final int SHARED = 2;
    private static final int HIGH_FAN_IN = 5;

    private final Linked linked;
    private final Architecture architecture;
    private final Subject subject;
    private final Map<String, Trait> known = new TreeMap<>();

    Traits(Linked linked, Subject subject) {
        this.linked = linked;
        this.architecture = linked.architecture();
        this.subject = subject;
    }

    Trait evaluate(String id) {
        return known.computeIfAbsent(id, this::compute);
    }

    private Trait compute(String id) {
        return switch (id) {
            case "needs-linearizable" -> fact(id, subject, Keys.CONSISTENCY, model -> ONE_ORDER.contains(modelId(model)));
            case "tolerates-eventual" -> fact(id, subject, Keys.CONSISTENCY, model -> !ONE_ORDER.contains(modelId(model)));
            case "needs-no-loss" -> fact(id, subject, Keys.NO_LOSS, value -> value);
            case "needs-write-availability-under-partition" ->
                fact(id, subject, Keys.ON_PARTITION, value -> value == Words.OnPartition.ACCEPT_AND_MERGE);
            case "several-writers" -> fact(id, subject, Keys.SEVERAL_WRITERS, value -> value);
            case "mergeable-values" -> fact(id, subject, Keys.MERGE, value -> !value.isEmpty());
            case "non-commutative-updates" -> fact(id, subject, Keys.INVARIANTS, value -> !value.isEmpty());
            case "needs-audit" -> fact(id, subject, Keys.AUDIT, value -> value);
            case "needs-replay" -> fact(id, subject, Keys.REPLAY, value -> value);
            case "needs-causal-order" -> fact(id, subject, Keys.CAUSAL_ORDER, value -> value);
            case "money" -> fact(id, subject, Keys.MONEY, value -> value);
            case "low-latency-writes" ->
                fact(id, subject, Keys.NORMAL_CHOICE, value -> value != Words.OnPartition.REFUSE);
            case "single-region" -> domains(id, Words.DomainKind.REGION, count -> count <= 1);
            case "several-regions" -> domains(id, Words.DomainKind.REGION, count -> count > 1);
            case "three-fault-domains" -> domains(id, Words.DomainKind.ZONE, count -> count >= 3);
            case "crosses-services" -> steps(id, steps -> services(steps) > 1);
            case "many-steps" -> steps(id, steps -> steps.size() >= MANY_STEPS);
            case "few-steps" -> steps(id, steps -> steps.size() < MANY_STEPS);
            case "has-compensations" ->
                steps(id, steps -> steps.stream().anyMatch(step -> step.get(Keys.COMPENSATION).isKnown()));
            case "irreversible-step" -> steps(id, steps -> steps.stream().anyMatch(Traits::isIrreversible));
            case "short-lived" ->
                fact(id, subject, Keys.TRANSACTION_TIME, value -> value.compareTo(java.time.Duration.ofSeconds(2)) <= 0);
            case "homogeneous-stores" -> sameTechnology(id);
            case "events-already-published" -> published(id);
            case "large-membership" -> membership(id, count -> count >= LARGE);
            case "small-membership" -> membership(id, count -> count < LARGE);
            case "variable-latency-network" -> domains(id, Words.DomainKind.REGION, count -> count > 1);
            case "high-fan-in" -> callers(id, count -> count >= HIGH_FAN_IN);
            case "shared-dependency" -> callers(id, count -> count >= SHARED);
            case "synchronous-dependency" -> callers(id, count -> count >= 1);
            case "optional-dependency" -> optional(id);
            default -> throw new IllegalArgumentException("no trait is called " + id);
        };
    }

    private String modelId(String model) {
        return linked.catalog().consistency().find(model).map(m -> m.id()).orElse(model);
    }

    private <T> Trait fact(String id, Subject of, Key<T> key, Predicate<T> test) {
        Fact<T> fact = of.get(key);
        if (fact.isUnknown()) {
            return new Trait(id, Trait.Answer.UNKNOWN, List.of(), List.of(new Missing(of, key)));
        }
        return new Trait(id, answer(fact.is(test)), List.of(Evidence.of(of, key)), List.of());
    }

    private static Trait.Answer answer(boolean yes) {
        return yes ? Trait.Answer.YES : Trait.Answer.NO;
    }

    /** Over how many regions or zones the subject's stores are placed, else the system as a whole. */
    private Trait domains(String id, Words.DomainKind kind, Predicate<Integer> test) {
        List<Entity> all = architecture.all(Kind.FAULT_DOMAIN).stream()
                .filter(domain -> domain.get(Keys.DOMAIN_KIND).is(kind))
                .toList();
        if (architecture.all(Kind.FAULT_DOMAIN).isEmpty()) {
            return new Trait(id, Trait.Answer.UNKNOWN, List.of(), List.of(new Missing(subject, Keys.PLACEMENT)));
        }
        List<Evidence> because = new ArrayList<>();
        all.forEach(domain -> because.add(Evidence.of(domain, Keys.DOMAIN_KIND)));
        String claim = all.size() + " " + Words.written(kind) + (all.size() == 1 ? "" : "s");
        return new Trait(id, answer(test.test(all.size())), List.of(Evidence.derived(claim, because)), List.of());
    }

    private Trait steps(String id, Predicate<List<Facts>> test) {
        return fact(id, subject, Keys.STEPS, test);
    }

    private static int services(List<Facts> steps) {
        Set<String> services = new TreeSet<>();
        steps.forEach(step -> step.get(Keys.STEP_SERVICE).value().ifPresent(services::add));
        return services.size();
    }

    private static boolean isIrreversible(Facts step) {
        return step.get(Keys.EFFECT).is(Words.Effect.IRREVERSIBLE) || step.get(Keys.PIVOT).is(true);
    }

    private Trait sameTechnology(String id) {
        Set<String> technologies = new TreeSet<>();
        List<Evidence> because = new ArrayList<>();
        for (Facts step : subject.get(Keys.STEPS).or(List.of())) {
            step.get(Keys.STEP_SERVICE).value().ifPresent(service -> architecture.linksFrom(service).stream()
                    .map(link -> architecture.component(link.to()))
                    .flatMap(Optional::stream)
                    .filter(to -> to.kind() == Kind.STORE)
                    .forEach(store -> {
                        technologies.add(linked.technology(store).map(t -> t.id()).orElse(store.id()));
                        because.add(Evidence.of(store, Keys.TECHNOLOGY));
                    }));
        }
        if (technologies.isEmpty()) {
            return new Trait(id, Trait.Answer.UNKNOWN, List.of(), List.of(new Missing(subject, Keys.STEPS)));
        }
        return new Trait(id, answer(technologies.size() == 1), because, List.of());
    }

    /** Whether the participants publish to a channel already. */
    private Trait published(String id) {
        for (Facts step : subject.get(Keys.STEPS).or(List.of())) {
            for (Link link : architecture.linksFrom(step.get(Keys.STEP_SERVICE).or(""))) {
                boolean channel = architecture.find(Kind.CHANNEL, link.to()).isPresent();
                if (channel) {
                    return new Trait(id, Trait.Answer.YES, List.of(Evidence.of(link, Keys.TO)), List.of());
                }
            }
        }
        return new Trait(id, Trait.Answer.NO, List.of(), List.of());
    }

    private Trait membership(String id, Predicate<Integer> test) {
        int instances = 0;
        List<Evidence> because = new ArrayList<>();
        for (Entity service : architecture.all(Kind.SERVICE)) {
            Fact<Integer> replicas = service.get(Keys.REPLICAS);
            if (replicas.isKnown()) {
                instances += replicas.or(0);
                because.add(Evidence.of(service, Keys.REPLICAS));
            }
        }
        if (because.isEmpty()) {
            return new Trait(id, Trait.Answer.UNKNOWN, List.of(), List.of(new Missing(subject, Keys.REPLICAS)));
        }
        Evidence sum = Evidence.derived(instances + " instances of services are stated", because);
        return new Trait(id, answer(test.test(instances)), List.of(sum), List.of());
    }

    private Trait callers(String id, Predicate<Integer> test) {
        Set<String> callers = new TreeSet<>();
        List<Evidence> because = new ArrayList<>();
        for (Link link : called(architecture, subject)) {
            callers.add(link.from());
            because.add(Evidence.of(link, Keys.TO));
        }
        Evidence count = Evidence.derived(callers.size() + " callers wait for it", because);
        return new Trait(id, answer(test.test(callers.size())), List.of(count), List.of());
    }

    private Trait optional(String id) {
        List<Link> links = called(architecture, subject);
        List<Missing> missing = new ArrayList<>();
        List<Evidence> because = new ArrayList<>();
        for (Link link : links) {
            if (link.get(Keys.NEED).is(Words.Need.SOFT)) {
                because.add(Evidence.of(link, Keys.NEED));
            } else if (link.get(Keys.NEED).isUnknown()) {
                missing.add(new Missing(link, Keys.NEED));
            }
        }
        if (!because.isEmpty()) {
            return new Trait(id, Trait.Answer.YES, because, List.of());
        }
        return new Trait(id, missing.isEmpty() ? Trait.Answer.NO : Trait.Answer.UNKNOWN, List.of(), missing);
    }

    private static List<Link> called(Architecture architecture, Subject component) {
        return architecture.linksTo(component.id()).stream()
                .filter(link -> !link.get(Keys.MODE).is(Words.LinkMode.ASYNC))
                .filter(link -> !link.get(Keys.NEED).is(Words.Need.STARTUP))
                .toList();
    }

    /** Whether somebody waits for it: services and externals that are called, not stores. */
    static boolean isWaitedFor(Architecture architecture, Entity component) {
        boolean callable = component.kind() == Kind.SERVICE || component.kind() == Kind.EXTERNAL;
        boolean aside = component.get(Keys.SERVICE_TYPE).is(Words.ServiceType.TELEMETRY);
        return callable && !aside && !called(architecture, component).isEmpty();
    }
}

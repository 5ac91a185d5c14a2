package quorate.derive.reliability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Origin;
import quorate.model.Subject;
import quorate.model.Words;

/**
 * Single changes that could make a journey stand better, at what is in its smallest cut sets: one more instance in another
 * fault domain, an automatic failover, a bound on the wait, a fallback for what lies outside, an outbox.
 */
final class Changes {

    /** No more changes than this are tried for one journey, each of which costs an evaluation. */
    private static final int MOST = 10;

    private final Architecture architecture;

    Changes(Architecture architecture) {
        this.architecture = architecture;
    }

    /** A change in words, and what it puts in the place of what is there. */
    record Candidate(String words, List<Subject> instead) {}

    /** What could be tried, in a fixed order. */
    List<Candidate> of(Evaluation now) {
        List<Candidate> candidates = new ArrayList<>();
        for (Subject subject : weakest(now)) {
            if (subject instanceof Link link) {
                onLink(link).ifPresent(candidates::add);
            } else if (subject.kind() != Kind.EXTERNAL && subject.kind() != Kind.FAULT_DOMAIN) {
                another((Entity) subject).ifPresent(candidates::add);
                failover((Entity) subject).ifPresent(candidates::add);
            }
        }
        return candidates.stream().limit(MOST).toList();
    }

    /** The subjects of the cut sets of orders 1 and 2, the smaller first, and what runs in a fault domain among them. */
    private Collection<Subject> weakest(Evaluation now) {
        Map<String, Subject> subjects = new LinkedHashMap<>();
        Set<String> domains = new TreeSet<>();
        for (CutSet set : now.worst()) {
            if (set.order() <= 2) {
                set.events().forEach(event -> subjects.putIfAbsent(key(event.subject()), event.subject()));
                set.events().stream()
                        .filter(event -> event.loss() == BasicEvent.Loss.FAULT_DOMAIN)
                        .forEach(event -> domains.add(event.subject().id()));
            }
        }
        for (BasicEvent event : now.events()) {
            if (event.loss() == BasicEvent.Loss.INSTANCE
                    && event.subject().get(Keys.PLACEMENT).or(List.of()).stream().anyMatch(domains::contains)) {
                subjects.putIfAbsent(key(event.subject()), event.subject());
            }
        }
        return subjects.values();
    }

    private static String key(Subject subject) {
        return subject.kind() + "/" + subject.id();
    }

    private Optional<Candidate> onLink(Link link) {
        boolean outside = architecture.component(link.to()).filter(e -> e.kind() == Kind.EXTERNAL).isPresent();
        String ends = title(link.from()) + " to " + title(link.to());
        if (link.get(Keys.MODE).is(Words.LinkMode.ASYNC)) {
            return Optional.of(new Candidate(
                    "an outbox on the link from " + ends, List.of(link.with(with(link, Keys.OUTBOX, true)))));
        }
        boolean bounded = link.get(Keys.TIMEOUT_TOTAL).isKnown() || link.get(Keys.TIMEOUT_TRY).isKnown();
        if (bounded && !outside) {
            return Optional.empty();
        }
        // What the owner calls hard inside the system stays so; of an external it is known that it fails by itself.
        Link instead = outside ? link.with(with(link, Keys.FALLBACK, "an answer without it")) : link;
        if (!bounded) {
            instead = instead.with(with(instead, Keys.TIMEOUT_TOTAL, Duration.ofSeconds(1)));
        }
        String words = !outside ? "a total timeout" : bounded ? "a fallback" : "a total timeout and a fallback";
        return Optional.of(new Candidate(words + " on the link from " + ends, List.of(instead)));
    }

    private Optional<Candidate> failover(Entity store) {
        boolean replicated = store.get(Keys.TOPOLOGY).is(Words.Topology.SINGLE_LEADER)
                && store.get(Keys.REPLICAS).is(replicas -> replicas > 1);
        if (!replicated || store.get(Keys.FAILOVER_MODE).is(Words.FailoverMode.AUTOMATIC)) {
            return Optional.empty();
        }
        Facts facts = with(store, Keys.FAILOVER_MODE, Words.FailoverMode.AUTOMATIC);
        return Optional.of(new Candidate("automatic failover of " + store.title(), List.of(store.with(facts))));
    }

    /** One more instance; of a voting group two, since one more voter tolerates no more. */
    private Optional<Candidate> another(Entity component) {
        boolean votes = component.get(Keys.TOPOLOGY).is(Words.Topology.CONSENSUS) && component.get(Keys.VOTERS).isKnown();
        Key<Integer> key = votes ? Keys.VOTERS : Keys.REPLICAS;
        Optional<Integer> count = component.get(key).value();
        if (count.isEmpty() || count.get() < 1 || count.get() >= 1000) {
            return Optional.empty();
        }
        int more = votes ? 2 : 1;
        Entity instead = component.with(with(component, key, count.get() + more));
        List<String> added = new ArrayList<>();
        for (int i = 0; i < more; i++) {
            Key<List<String>> where = instead.facts().has(Keys.VOTER_PLACEMENT) ? Keys.VOTER_PLACEMENT : Keys.PLACEMENT;
            List<String> placed = instead.get(where).or(List.of());
            if (placed.size() == count.get() + i) {
                String domain = emptiest(placed);
                added.add(domain);
                List<String> longer = new ArrayList<>(placed);
                longer.add(domain);
                instead = instead.with(with(instead, where, List.copyOf(longer)));
            }
        }
        boolean alone = component.kind() != Kind.SERVICE && count.get() == 1;
        if (alone) {
            instead = instead.with(with(instead, Keys.TOPOLOGY, Words.Topology.SINGLE_LEADER));
            instead = instead.with(with(instead, Keys.FAILOVER_MODE, Words.FailoverMode.AUTOMATIC));
        }
        String what = votes ? "two more voters of " : count.get() == 1 ? "a second instance of " : "one more instance of ";
        String where = added.isEmpty() ? "" : " in " + String.join(" and ", added.stream().map(this::domain).toList());
        return Optional.of(new Candidate(
                what + component.title() + where + (alone ? ", with automatic failover" : ""), List.of(instead)));
    }

    /** The domain of these, or of their siblings, in which fewest of them lie. */
    private String emptiest(List<String> placed) {
        TreeMap<String, Integer> count = new TreeMap<>();
        Optional<Entity> first = architecture.find(Kind.FAULT_DOMAIN, placed.get(0));
        for (Entity domain : architecture.all(Kind.FAULT_DOMAIN)) {
            boolean sibling = first.filter(f -> f.get(Keys.PARENT).value().equals(domain.get(Keys.PARENT).value())
                            && f.get(Keys.DOMAIN_KIND).value().equals(domain.get(Keys.DOMAIN_KIND).value()))
                    .isPresent();
            if (sibling) {
                count.put(domain.id(), 0);
            }
        }
        placed.forEach(domain -> count.merge(domain, 1, Integer::sum));
        return count.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private String domain(String id) {
        return architecture.find(Kind.FAULT_DOMAIN, id).map(Entity::title).orElse(id);
    }

    private String title(String component) {
        return architecture.component(component).map(Entity::title).orElse(component);
    }

    private static <T> Facts with(Subject subject, Key<T> key, T value) {
        return subject.facts().with(key, Fact.of(value, Origin.unknown(subject.at())));
    }
}

package quorate.derive.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Subject;
import quorate.model.Words;
import quorate.model.Words.FailureKind;

/**
 * Enumerates what can fail, from the model. What cannot happen to a system is not enumerated: clock skew where nothing orders
 * by a wall clock, poison messages where nothing is delivered again.
 *
 * <p>Ids are stable; they are the kind, a slash, and the id of what fails:
 * <ul>
 *   <li>{@code crash/<component>}: all instances, callers refused; of an external: it does not answer
 *   <li>{@code replica-loss/<component>}: one of several instances; {@code leader-loss/<component>}: the one that leads
 *   <li>{@code restore/<store>}: the volume of a single copy
 *   <li>{@code slow/<component>}: answers come later than callers wait; {@code overload/<component or channel>}: a surge
 *   <li>{@code cold-cache/<cache>}: what it held is gone
 *   <li>{@code clock-skew/<component>}, {@code clock-skew/coordination/<coordination>}
 *   <li>{@code message-loss/<channel>}, {@code message-duplication/<channel>}, {@code poison-message/<channel>}
 *   <li>{@code zone-loss/<domain>} (any kind but regions), {@code region-loss/<domain>}
 *   <li>{@code partition/<domain>}: it against the rest; {@code partition/<region> and <region>}: the two, while both reach
 *       others; {@code partition/<link's ends>}: {@code partition/shop -> db}
 *   <li>{@code partition/<link's ends>, answers lost}: one-way loss, where it differs
 * </ul>
 */
public final class Failures {

    private final Architecture architecture;
    private final Placement placement;
    private final Set<String> entries = new TreeSet<>();

    private Failures(Architecture architecture) {
        this.architecture = architecture;
        this.placement = new Placement(architecture);
        architecture.all(Kind.JOURNEY).forEach(journey -> journey.get(Keys.ENTRY).value().ifPresent(entries::add));
    }

    /** Failures of components, of coordination, of fault domains, and of links, in a fixed order. */
    public static List<Failure> of(Architecture architecture) {
        Failures failures = new Failures(architecture);
        List<Failure> all = new ArrayList<>();
        for (Entity component : architecture.components()) {
            failures.ofComponent(component, all);
        }
        for (Entity coordination : architecture.all(Kind.COORDINATION)) {
            if (ClockSkew.concerns(coordination)) {
                all.add(failure("clock-skew/coordination/" + coordination.id(), FailureKind.CLOCK_SKEW,
                        coordination.title() + ": clocks differ", coordination, false));
            }
        }
        for (Entity domain : architecture.all(Kind.FAULT_DOMAIN)) {
            failures.ofDomain(domain, all);
        }
        failures.ofPairs(all);
        Set<String> pairs = new TreeSet<>();
        architecture.links().stream()
                .filter(Failures::waits)
                .filter(link -> pairs.add(link.title()))
                .forEach(link -> failures.ofLink(link, all));
        Set<String> answers = new TreeSet<>();
        architecture.links().stream()
                .filter(Failures::waits)
                .filter(link -> Repetition.of(link).possible())
                .filter(link -> answers.add(link.title()))
                .forEach(link -> ofAnswers(link, all));
        return all;
    }

    private static Failure failure(String id, FailureKind kind, String title, Subject subject, boolean silent) {
        return new Failure(id, kind, title, subject, silent, List.of());
    }

    private void ofComponent(Entity component, List<Failure> all) {
        Fact<Words.ServiceType> type = component.get(Keys.SERVICE_TYPE);
        if (type.is(Words.ServiceType.TELEMETRY) || type.is(Words.ServiceType.LOAD_GENERATOR)) {
            return;
        }
        String id = component.id();
        String name = component.title();
        boolean external = component.kind() == Kind.EXTERNAL;
        boolean several = !external && Members.of(component).most() > 1;
        String crash = external ? name + " does not answer" : name + (several ? " is down, all instances of it" : " crashes");
        all.add(failure("crash/" + id, FailureKind.CRASH, crash, component, external));
        if (several) {
            all.add(failure("replica-loss/" + id, FailureKind.REPLICA_LOSS, name + " loses one instance", component, true));
        }
        if (Members.of(component).hasLeader()) {
            all.add(failure("leader-loss/" + id, FailureKind.LEADER_LOSS, name + " loses its leader", component, true));
        }
        if (component.kind() == Kind.STORE && !Caches.isCache(component) && component.get(Keys.REPLICAS).is(1)) {
            all.add(failure("restore/" + id, FailureKind.RESTORE, name + " loses its volume", component, false));
        }
        if (component.kind() == Kind.CHANNEL) {
            ofChannel(component, all);
        } else {
            ofLoad(component, all);
        }
        if (ClockSkew.concerns(component)) {
            all.add(failure("clock-skew/" + id, FailureKind.CLOCK_SKEW, "Clocks of " + name + " differ", component, false));
        }
    }

    private void ofLoad(Entity component, List<Failure> all) {
        String id = component.id();
        boolean called = architecture.linksTo(id).stream().anyMatch(Failures::waits);
        boolean entered = component.kind() == Kind.SERVICE && entries.contains(id);
        if (called) {
            all.add(failure("slow/" + id, FailureKind.SLOW, component.title() + " answers slowly", component, true));
        }
        if ((called || entered) && (component.kind() != Kind.EXTERNAL || component.get(Keys.RATE_LIMIT).isKnown())) {
            all.add(failure("overload/" + id, FailureKind.OVERLOAD, component.title() + " gets more load than it carries", component, true));
        }
        if (Caches.isCache(component)) {
            all.add(failure("cold-cache/" + id, FailureKind.COLD_CACHE, component.title() + " is empty", component, true));
        }
    }

    private void ofChannel(Entity channel, List<Failure> all) {
        String id = channel.id();
        String name = channel.title();
        Messages messages = new Messages(architecture, channel);
        boolean again = !channel.get(Keys.DELIVERY).is(Words.Delivery.AT_MOST_ONCE);
        if (messages.hasPublishers()) {
            all.add(failure("overload/" + id, FailureKind.OVERLOAD, name + " fills up", channel, true));
            all.add(failure("message-loss/" + id, FailureKind.MESSAGE_LOSS, "A message of " + name + " is lost", channel, false));
        }
        if (messages.hasConsumers() && again) {
            all.add(failure("message-duplication/" + id, FailureKind.MESSAGE_DUPLICATION,
                    "A message of " + name + " comes twice", channel, false));
            all.add(failure("poison-message/" + id, FailureKind.POISON_MESSAGE,
                    "A message of " + name + " always fails", channel, false));
        }
    }

    private void ofDomain(Entity domain, List<Failure> all) {
        boolean region = domain.get(Keys.DOMAIN_KIND).is(Words.DomainKind.REGION);
        Set<String> inside = new TreeSet<>(placement.within(domain.id()));
        Set<String> outside = new TreeSet<>();
        architecture.all(Kind.FAULT_DOMAIN).stream()
                .map(Entity::id)
                .filter(id -> !inside.contains(id) && !contains(id, domain.id()))
                .forEach(outside::add);
        all.add(new Failure(
                (region ? "region-loss/" : "zone-loss/") + domain.id(),
                region ? FailureKind.REGION_LOSS : FailureKind.ZONE_LOSS,
                domain.title() + " is lost",
                domain,
                true,
                List.of()));
        if (!outside.isEmpty()) {
            all.add(new Failure(
                    "partition/" + domain.id(),
                    FailureKind.PARTITION,
                    domain.title() + " is cut off from the rest",
                    domain,
                    true,
                    List.of(inside, outside)));
        }
    }

    /** Two regions that cannot reach each other, where that is not the same as one of them against the rest. */
    private void ofPairs(List<Failure> all) {
        List<Entity> regions = architecture.all(Kind.FAULT_DOMAIN).stream()
                .filter(domain -> domain.get(Keys.DOMAIN_KIND).is(Words.DomainKind.REGION))
                .toList();
        for (int i = 0; i < regions.size(); i++) {
            for (int j = i + 1; j < regions.size(); j++) {
                Set<String> one = new TreeSet<>(placement.within(regions.get(i).id()));
                Set<String> other = new TreeSet<>(placement.within(regions.get(j).id()));
                Set<String> between = placement.without(one);
                between.retainAll(placement.without(other));
                boolean nested = one.stream().anyMatch(other::contains);
                if (!between.isEmpty() && !nested) {
                    all.add(pair(regions.get(i), regions.get(j), one, other));
                }
            }
        }
    }

    private static Failure pair(Entity one, Entity other, Set<String> inOne, Set<String> inOther) {
        return new Failure(
                "partition/" + one.id() + " and " + other.id(),
                FailureKind.PARTITION,
                one.title() + " and " + other.title() + " cannot reach each other",
                one,
                true,
                List.of(inOne, inOther),
                List.of(one.id(), other.id()),
                false);
    }

    private boolean contains(String outer, String inner) {
        return placement.within(outer).contains(inner);
    }

    private static boolean waits(Link link) {
        return !link.get(Keys.MODE).is(Words.LinkMode.ASYNC) && !link.get(Keys.NEED).is(Words.Need.STARTUP);
    }

    /** The two ends cannot reach each other, over whichever of the links between them. */
    private void ofLink(Link link, List<Failure> all) {
        all.add(new Failure(
                "partition/" + link.title(),
                FailureKind.PARTITION,
                link.from() + " cannot reach " + link.to(),
                link,
                true,
                List.of()));
    }

    /** Requests arrive and change something, their answers do not: whoever asks again asks for it twice. */
    private static void ofAnswers(Link link, List<Failure> all) {
        all.add(new Failure(
                "partition/" + link.title() + ", answers lost",
                FailureKind.PARTITION,
                "answers of " + link.to() + " do not reach " + link.from(),
                link,
                true,
                List.of(),
                List.of(),
                true));
    }
}

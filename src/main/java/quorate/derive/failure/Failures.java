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
import quorate.model.Words;
import quorate.model.Words.FailureKind;

/** Enumerates what can fail, from the model. */
public final class Failures {

    private final Architecture architecture;
    private final Placement placement;

    private Failures(Architecture architecture) {
        this.architecture = architecture;
        this.placement = new Placement(architecture);
    }

    /** Crashes, losses of leaders and fault domains, and partitions, in a fixed order. */
    public static List<Failure> of(Architecture architecture) {
        Failures failures = new Failures(architecture);
        List<Failure> all = new ArrayList<>();
        for (Entity component : architecture.components()) {
            failures.ofComponent(component, all);
        }
        for (Entity domain : architecture.all(Kind.FAULT_DOMAIN)) {
            failures.ofDomain(domain, all);
        }
        Set<String> pairs = new TreeSet<>();
        architecture.links().stream()
                .filter(Failures::waits)
                .filter(link -> pairs.add(link.title()))
                .forEach(link -> failures.ofLink(link, all));
        return all;
    }

    private void ofComponent(Entity component, List<Failure> all) {
        Fact<Words.ServiceType> type = component.get(Keys.SERVICE_TYPE);
        if (type.is(Words.ServiceType.TELEMETRY) || type.is(Words.ServiceType.LOAD_GENERATOR)) {
            return;
        }
        String title = component.kind() == Kind.EXTERNAL
                ? component.title() + " does not answer"
                : component.title() + (Members.of(component).most() > 1 ? " is down, all instances of it" : " crashes");
        all.add(new Failure(
                "crash/" + component.id(), FailureKind.CRASH, title, component, component.kind() == Kind.EXTERNAL, List.of()));
        if (Members.of(component).hasLeader()) {
            all.add(new Failure(
                    "leader-loss/" + component.id(),
                    FailureKind.LEADER_LOSS,
                    component.title() + " loses its leader",
                    component,
                    true,
                    List.of()));
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
}

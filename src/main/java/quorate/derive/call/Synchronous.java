package quorate.derive.call;

import java.util.Optional;
import java.util.Set;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words.LinkMode;
import quorate.model.Words.Purpose;
import quorate.model.Words.ServiceType;

/** Which links are calls whose caller waits for the answer. */
public final class Synchronous {

    private static final Set<Purpose> WAITED_FOR = Set.of(Purpose.CALL, Purpose.READ, Purpose.WRITE);

    private final Architecture architecture;

    public Synchronous(Architecture architecture) {
        this.architecture = architecture;
    }

    /**
     * Whether the caller waits for the answer; a link of unknown mode counts when its purpose is a call, read or write. A channel
     * that hands on its messages to a service waits for nobody.
     */
    public boolean waits(Link link) {
        Fact<LinkMode> mode = link.get(Keys.MODE);
        Optional<Entity> from = architecture.component(link.from());
        Optional<Entity> to = architecture.component(link.to());
        boolean delivers = from.filter(end -> end.kind() == Kind.CHANNEL).isPresent()
                && to.filter(end -> end.kind() == Kind.SERVICE).isPresent();
        boolean product = !delivers && from.filter(Synchronous::isProduct).isPresent() && to.filter(Synchronous::isProduct).isPresent();
        if (!product || link.get(Keys.GOSSIP).is(true)) {
            return false;
        }
        if (mode.isKnown()) {
            return mode.is(LinkMode.SYNC);
        }
        boolean channel = from.get().kind() == Kind.CHANNEL || to.get().kind() == Kind.CHANNEL;
        return !channel && link.get(Keys.LINK_PURPOSE).is(WAITED_FOR::contains);
    }

    /** Whether it is part of what the system does for its users, and not telemetry or a load generator. */
    public static boolean isProduct(Entity component) {
        return !component.get(Keys.SERVICE_TYPE)
                .is(type -> type == ServiceType.TELEMETRY || type == ServiceType.LOAD_GENERATOR);
    }
}

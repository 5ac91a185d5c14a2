package quorate.review.failure;

import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Provenance;

/** Which components run as a deployment file says. */
final class Containers {

    private Containers() {}

    /**
     * Whether it is started as a container, and architecture.yaml does not say how many run: otherwise the file that shows the
     * container may be one for development, and what it leaves out says nothing of production.
     */
    static boolean describe(Entity component) {
        Provenance counted = component.get(Keys.REPLICAS).origin().provenance();
        return counted == Provenance.IMPORTED || (component.get(Keys.IMAGE).isKnown() && counted != Provenance.DECLARED);
    }
}

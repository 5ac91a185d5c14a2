package quorate.review;

import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Provenance;

/** Which components run as a deployment file says. */
public final class Containers {

    private Containers() {}

    /**
     * Whether it is started as a container, and architecture.yaml does not say how many run: otherwise the file that shows the
     * container may be one for development, and what it leaves out says nothing of production.
     */
    public static boolean describe(Entity component) {
        Provenance counted = component.get(Keys.REPLICAS).origin().provenance();
        return counted == Provenance.IMPORTED || (component.get(Keys.IMAGE).isKnown() && counted != Provenance.DECLARED);
    }

    /** Whether it is written how it is started again, or that nothing starts it: by a file of what runs, not by a drawing. */
    public static boolean run(Entity component) {
        return component.get(Keys.RESTARTS).origin().provenance() == Provenance.IMPORTED;
    }
}

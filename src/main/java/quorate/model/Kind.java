package quorate.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of subject that an architecture is made of, each with its section in {@code architecture.yaml}. */
public enum Kind {
    SYSTEM("system", "", "The project itself."),
    FAULT_DOMAIN("fault domain", "fault-domains", "What fails together: a region, zone, rack, provider ..."),
    SERVICE("service", "services", "Something that runs code."),
    STORE("store", "stores", "Something that keeps state."),
    CHANNEL("channel", "channels", "A topic, queue or stream."),
    EXTERNAL("external", "externals", "Something that others run."),
    LINK("link", "links", "One directed dependency between two components."),
    DATA_DOMAIN("data domain", "data", "A set of data with one consistency need."),
    JOURNEY("journey", "journeys", "An operation that a user sees."),
    TRANSACTION("transaction", "transactions", "Work that must be all-or-nothing across services."),
    COORDINATION("coordination", "coordination", "Leader election, lock, configuration, sequence, membership, discovery."),
    AUTOMATION("automation", "automation", "What acts by itself: failover manager, autoscaler, replacer, collector."),
    CHANGE("change channel", "changes", "How code, configuration, data, operating system reach production."),
    OPERATIONS("operations part", "operations", "Monitoring, status page, access, deployment, administration."),
    READINESS("readiness item", "readiness", "A runbook, chaos experiment, drill or alert, and what it covers."),
    ACCEPTANCE("acceptance", "accepted", "A finding that the owner accepts, with a reason and a date.");

    private final String word;
    private final String section;
    private final String help;

    Kind(String word, String section, String help) {
        this.word = word;
        this.section = section;
        this.help = help;
    }

    /** The word used on pages and in messages. */
    public String word() {
        return word;
    }

    /** The key of its section in {@code architecture.yaml}; empty for the system, whose keys stand at the top. */
    public String section() {
        return section;
    }

    public String help() {
        return help;
    }

    /** Whether links may start or end here. */
    public boolean isComponent() {
        return this == SERVICE || this == STORE || this == CHANNEL || this == EXTERNAL;
    }

    /** The four kinds that links connect. */
    public static List<Kind> components() {
        return List.of(SERVICE, STORE, CHANNEL, EXTERNAL);
    }

    public static Optional<Kind> ofSection(String section) {
        return Arrays.stream(values())
                .filter(kind -> !kind.section.isEmpty() && kind.section.equals(section))
                .findFirst();
    }
}

package quorate.derive.failure;

import java.util.List;
import java.util.Set;
import quorate.model.Subject;
import quorate.model.Words;

/**
 * One thing that fails.
 *
 * @param id stable: {@code leader-loss/orders-db}
 * @param subject what fails: a component, a fault domain, a link
 * @param silent whether callers wait instead of learning at once
 * @param islands for a partition, the groups of fault domains that cannot reach each other; else empty
 * @param sides names of the islands where both still reach what is in neither; else empty
 * @param oneWay of a link: whether requests arrive and only their answers are lost
 */
public record Failure(
        String id,
        Words.FailureKind kind,
        String title,
        Subject subject,
        boolean silent,
        List<Set<String>> islands,
        List<String> sides,
        boolean oneWay) {

    public Failure {
        islands = List.copyOf(islands);
        sides = List.copyOf(sides);
    }

    /** A failure that leaves nothing between its islands. */
    public Failure(
            String id, Words.FailureKind kind, String title, Subject subject, boolean silent, List<Set<String>> islands) {
        this(id, kind, title, subject, silent, islands, List.of(), false);
    }

    /** The id as an anchor. */
    public String slug() {
        return id.replace("->", "to").replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(java.util.Locale.ROOT);
    }
}

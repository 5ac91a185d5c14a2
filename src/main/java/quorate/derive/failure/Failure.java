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
 */
public record Failure(
        String id, Words.FailureKind kind, String title, Subject subject, boolean silent, List<Set<String>> islands) {

    public Failure {
        islands = List.copyOf(islands);
    }

    /** The id as a file name that no other failure of the project has: {@code partition.cart.to.catalog}. */
    public String fileName() {
        return id.replace(" -> ", ".to.").replaceAll("[^A-Za-z0-9._-]+", ".");
    }

    /** The id as an anchor. */
    public String slug() {
        return id.replace("->", "to").replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(java.util.Locale.ROOT);
    }
}

package quorate.review.failure;

import java.util.List;
import java.util.stream.Collectors;
import quorate.model.Entity;

/** Names of components in a sentence. */
final class Names {

    /** So many are named; more are counted. */
    private static final int MOST = 6;

    private Names() {}

    /** {@code a, b and 3 more}. */
    static String of(List<Entity> components) {
        int named = components.size() <= MOST ? components.size() : MOST - 1;
        List<String> names = components.stream().limit(named).map(Entity::title).toList();
        int more = components.size() - named;
        if (more > 0) {
            return String.join(", ", names) + " and " + more + " more";
        }
        String last = names.get(names.size() - 1);
        String others = names.stream().limit(names.size() - 1L).collect(Collectors.joining(", "));
        return others.isEmpty() ? last : others + " and " + last;
    }
}

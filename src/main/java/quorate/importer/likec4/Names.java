package quorate.importer.likec4;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds what a reference names, as the language has it: from the scope outwards, what stands directly in a scope or is the only
 * one of that name somewhere below it; parts of a longer name may be left out where one is left.
 */
final class Names {

    /** Full names by their last part, sorted: those below a scope stand together. */
    private final Map<String, TreeSet<String>> byName = new HashMap<>();

    Names(Collection<String> fullNames) {
        fullNames.forEach(full -> byName
                .computeIfAbsent(full.substring(full.lastIndexOf('.') + 1), k -> new TreeSet<>())
                .add(full));
    }

    /** The full name, or nothing when it names none or more than one. */
    Optional<String> find(String reference, String scope) {
        String[] parts = reference.split("\\.", 60);
        if (parts[0].equals("this") || parts[0].equals("it")) {
            return below(scope, parts, 1);
        }
        for (String in = scope;; in = in.contains(".") ? in.substring(0, in.lastIndexOf('.')) : "") {
            Optional<String> found = within(in, parts[0]);
            if (found.isPresent()) {
                return below(found.get(), parts, 1);
            }
            if (in.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    private Optional<String> below(String start, String[] parts, int from) {
        Optional<String> at = Optional.of(start).filter(s -> !s.isEmpty());
        for (int i = from; i < parts.length && at.isPresent(); i++) {
            at = within(at.get(), parts[i]);
        }
        return at;
    }

    private Optional<String> within(String scope, String name) {
        TreeSet<String> all = byName.get(name);
        if (all == null) {
            return Optional.empty();
        }
        String direct = scope.isEmpty() ? name : scope + "." + name;
        if (all.contains(direct)) {
            return Optional.of(direct);
        }
        // A slash follows a dot in the order of characters.
        Iterator<String> below = (scope.isEmpty() ? all : all.subSet(scope + ".", scope + "/")).iterator();
        Optional<String> first = below.hasNext() ? Optional.of(below.next()) : Optional.empty();
        return below.hasNext() ? Optional.empty() : first;
    }
}

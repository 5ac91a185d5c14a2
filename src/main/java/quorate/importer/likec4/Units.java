package quorate.importer.likec4;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quorate.importer.Recognizer;

/**
 * Which elements are components, which are parts of one, and which only surround others. The language leaves it open how finely
 * a model is drawn, so that is seen by what stands inside: around what runs or keeps data by itself, or is deployed by itself,
 * there is a border; parts and components of C4 belong to what they stand in.
 */
final class Units {

    /** What became of an element. */
    enum Place {
        PERSON,
        UNIT,
        PART,
        BORDER,
        /** Around units, and a store or channel itself to which relationships lead. */
        BOTH
    }

    private final Map<String, Role> roles = new HashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, List<Workspace.Element>> children = new HashMap<>();
    private final Set<String> around = new HashSet<>();

    /**
     * @param deployed full names of which there are instances
     */
    Units(Workspace workspace, Set<String> deployed, Recognizer recognizer) {
        List<Workspace.Element> outerFirst = new ArrayList<>(workspace.elements.values());
        outerFirst.sort(Comparator.comparingInt(Workspace.Element::depth));
        for (Workspace.Element element : outerFirst) {
            roles.put(element.fullName(), Role.of(element.what(), recognizer));
            children.computeIfAbsent(element.parent(), k -> new ArrayList<>()).add(element);
        }
        for (int i = outerFirst.size() - 1; i >= 0; i--) {
            Workspace.Element element = outerFirst.get(i);
            Role role = role(element.fullName());
            boolean alone = deployed.contains(element.fullName()) && role != Role.PERSON && role != Role.PART;
            boolean stands = role.isDefinite() || alone;
            if (stands || around.contains(element.fullName())) {
                around.add(element.parent());
            }
        }
        for (Workspace.Element element : outerFirst) {
            places.put(element.fullName(), place(element));
        }
    }

    private Place place(Workspace.Element element) {
        String name = element.fullName();
        Role role = role(name);
        Place outside = places.getOrDefault(element.parent(), Place.BORDER);
        if (role == Role.PERSON) {
            return Place.PERSON;
        }
        if (outside == Place.UNIT || outside == Place.PART) {
            return Place.PART;
        }
        List<Workspace.Element> inside = children.getOrDefault(name, List.of()).stream()
                .filter(child -> role(child.fullName()) != Role.PERSON).toList();
        return inside.isEmpty() || !isBorder(role, name, inside) ? Place.UNIT : Place.BORDER;
    }

    /**
     * Takes note of a relationship: a broker or store that a service uses as a whole is a component itself. What has queues
     * inside and nothing else is a broker.
     */
    void used(String from, String to) {
        boolean broker = children(to).stream().allMatch(child -> role(child.fullName()) == Role.CHANNEL);
        if (broker && place(to) == Place.BORDER) {
            roles.put(to, Role.CHANNEL);
        }
        boolean keeps = role(to) == Role.STORE || role(to) == Role.CHANNEL;
        if (keeps && place(to) == Place.BORDER && (place(from) == Place.UNIT || place(from) == Place.PART)) {
            places.put(to, Place.BOTH);
        }
    }

    private boolean isBorder(Role role, String name, List<Workspace.Element> inside) {
        boolean onlyParts = inside.stream().allMatch(child -> role(child.fullName()) == Role.PART);
        boolean parts = inside.stream().allMatch(child -> Set.of(Role.PART, Role.COMPONENT).contains(role(child.fullName())));
        return around.contains(name) || role == Role.BORDER && !onlyParts || role == Role.OTHER && !parts;
    }

    Role role(String fullName) {
        return roles.getOrDefault(fullName, Role.OTHER);
    }

    Place place(String fullName) {
        return places.getOrDefault(fullName, Place.BORDER);
    }

    List<Workspace.Element> children(String fullName) {
        return children.getOrDefault(fullName, List.of());
    }
}

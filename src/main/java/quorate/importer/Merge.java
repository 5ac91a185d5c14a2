package quorate.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorate.model.Conflict;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Origin;
import quorate.model.Provenance;
import quorate.model.Subject;

/**
 * Puts the results of several sources together. Intent is what architecture.yaml declares; of what runs, two sources that
 * differ are a conflict, and the worse value counts where one is worse. A component that two sources spell
 * {@code a_b} and {@code a-b} is one component.
 */
final class Merge {

    private final Map<String, Entity> entities = new LinkedHashMap<>();
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Map<String, String> firstBetween = new HashMap<>();
    private final Map<String, String> componentIds = new LinkedHashMap<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    /** Adds a source; the first source added is the one that declares. */
    void add(List<Entity> moreEntities, List<Link> moreLinks) {
        moreEntities.forEach(this::add);
        moreLinks.forEach(this::add);
    }

    List<Entity> entities() {
        return List.copyOf(entities.values());
    }

    List<Link> links() {
        return List.copyOf(links.values());
    }

    List<Conflict> conflicts() {
        return List.copyOf(conflicts);
    }

    private void add(Entity entity) {
        if (!entity.kind().isComponent()) {
            Entity before = entities.get(entity.kind() + " " + entity.id());
            entities.put(
                    entity.kind() + " " + entity.id(),
                    before == null ? entity : before.with(merge(before, entity.facts())));
            return;
        }
        String id = componentIds.computeIfAbsent(Ids.plain(entity.id()), k -> entity.id());
        Entity before = entities.get(id);
        if (before == null) {
            entities.put(id, new Entity(entity.kind(), id, entity.facts(), entity.at()));
        } else {
            entities.put(id, before.with(merge(before, entity.facts())));
        }
    }

    private void add(Link link) {
        String from = known(link.from());
        String to = known(link.to());
        boolean named = !link.id().equals(link.title());
        Facts facts = link.facts().builder()
                .setIfUnknown(Keys.FROM, Fact.of(from, Origin.imported(link.at(), "")))
                .setIfUnknown(Keys.TO, Fact.of(to, Origin.imported(link.at(), "")))
                .build();
        Link moved = new Link(named ? link.id() : Link.idOf(from, to), from, to, facts, link.at());
        Optional<Link> same = named
                ? Optional.ofNullable(links.get(moved.id()))
                : Optional.ofNullable(firstBetween.get(moved.title())).map(links::get);
        Link before = same.orElse(null);
        if (before == null) {
            links.put(moved.id(), moved);
            firstBetween.putIfAbsent(moved.title(), moved.id());
        } else {
            Facts more = moved.facts().without(Keys.FROM).without(Keys.TO);
            links.put(before.id(), before.with(merge(before, more)));
        }
    }

    private String known(String component) {
        return componentIds.getOrDefault(Ids.plain(component), component);
    }

    private Facts merge(Subject before, Facts more) {
        Facts.Builder merged = before.facts().builder();
        for (Key<?> key : more.keys()) {
            mergeOne(before, key, more, merged);
        }
        return merged.build();
    }

    private <T> void mergeOne(Subject before, Key<T> key, Facts more, Facts.Builder merged) {
        Fact<T> first = before.facts().get(key);
        Fact<T> second = more.get(key);
        if (first.isUnknown()) {
            merged.set(key, second);
            return;
        }
        if (first.statedNone() && weak(first) && second.isKnown()) {
            merged.set(key, second);
            return;
        }
        boolean differs = !first.value().equals(second.value()) || first.statedNone() != second.statedNone();
        if (!differs || key.sense() == Key.Sense.INTENT || weak(second)) {
            return;
        }
        Fact<T> kept = worse(key, first, second);
        Fact<T> other = kept == first ? second : first;
        merged.set(key, kept);
        conflicts.add(new Conflict(
                before.kind(), before.id(), key, shown(key, kept), kept.origin(), shown(key, other), other.origin()));
    }

    /** What was only detected, or follows from a format's own default, does not contradict what is written. */
    private static boolean weak(Fact<?> fact) {
        return fact.origin().provenance() == Provenance.DETECTED || !fact.origin().how().isEmpty();
    }

    private static <T> Fact<T> worse(Key<T> key, Fact<T> first, Fact<T> second) {
        if (!first.isKnown() || !second.isKnown()) {
            return first.isKnown() ? second : first; // stated to be absent is the worse
        }
        int order = key.type().compare(first.value().get(), second.value().get());
        return switch (key.sense()) {
            case RUNS_LOWER_IS_WORSE -> order <= 0 ? first : second;
            case RUNS_HIGHER_IS_WORSE -> order >= 0 ? first : second;
            default -> first;
        };
    }

    private static <T> String shown(Key<T> key, Fact<T> fact) {
        return fact.value().map(key.type()::show).orElse("none");
    }
}

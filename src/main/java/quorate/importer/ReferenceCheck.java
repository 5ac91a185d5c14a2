package quorate.importer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Subject;
import quorate.model.ValueType;
import quorate.source.Location;
import quorate.source.Problems;
import quorate.source.Spelling;

/** Reports every reference to a subject that is not there, and fault domains that contain themselves. */
final class ReferenceCheck {

    private final List<Entity> entities;
    private final List<Link> links;
    private final Problems problems;
    private final Map<Kind, Set<String>> ids = new EnumMap<>(Kind.class);

    ReferenceCheck(List<Entity> entities, List<Link> links, Problems problems) {
        this.entities = entities;
        this.links = links;
        this.problems = problems;
        for (Kind kind : Kind.values()) {
            ids.put(kind, new LinkedHashSet<>());
        }
        entities.forEach(entity -> ids.get(entity.kind()).add(entity.id()));
        links.forEach(link -> {
            ids.get(Kind.LINK).add(link.id());
            ids.get(Kind.LINK).add(link.title());
        });
    }

    void checkAll() {
        checkTree();
        entities.forEach(this::check);
        links.forEach(this::check);
    }

    private void check(Subject subject) {
        check(subject.facts());
    }

    private void check(Facts facts) {
        for (Key<?> key : facts.keys()) {
            check(key, key.type(), facts.get(key));
        }
    }

    @SuppressWarnings("unchecked")
    private void check(Key<?> key, ValueType<?> type, Fact<?> fact) {
        if (fact.value().isEmpty()) {
            return;
        }
        Object value = fact.value().get();
        if (type instanceof ValueType.Reference reference) {
            one(key, reference, (String) value, fact.origin().at());
        } else if (type instanceof ValueType.Several<?> several
                && several.of() instanceof ValueType.Reference reference) {
            ((List<String>) value).forEach(id -> one(key, reference, id, fact.origin().at()));
        } else if (type instanceof ValueType.Records) {
            ((List<Facts>) value).forEach(this::check);
        }
    }

    private void one(Key<?> key, ValueType.Reference reference, String id, Location at) {
        if (reference.kinds().stream().anyMatch(kind -> ids.get(kind).contains(id))) {
            return;
        }
        problems.error(at, key.id() + ": no " + words(reference.kinds()) + " '" + id + "'", hint(reference, id));
    }

    private String hint(ValueType.Reference reference, String id) {
        Optional<Entity> other = entities.stream()
                .filter(entity -> entity.id().equals(id))
                .filter(entity -> entity.kind() != Kind.ACCEPTANCE)
                .findFirst();
        if (other.isPresent()) {
            return "'" + id + "' is a " + other.get().kind().word() + " (" + other.get().at() + ").";
        }
        List<String> known = new ArrayList<>();
        reference.kinds().forEach(kind -> known.addAll(ids.get(kind)));
        return known.isEmpty()
                ? "There is none yet; define it under '" + reference.kinds().get(0).section() + "'."
                : Spelling.hint(id, known);
    }

    private static String words(List<Kind> kinds) {
        boolean all = kinds.containsAll(Kind.components());
        List<String> words = new ArrayList<>(all ? List.of("component") : List.of());
        kinds.stream().filter(kind -> !all || !kind.isComponent()).map(Kind::word).forEach(words::add);
        return String.join(" or ", words);
    }

    /** A fault domain that contains itself has no end for whoever walks upwards. */
    private void checkTree() {
        Map<String, Entity> domains = new LinkedHashMap<>();
        entities.stream()
                .filter(entity -> entity.kind() == Kind.FAULT_DOMAIN)
                .forEach(entity -> domains.put(entity.id(), entity));
        Set<String> ended = new HashSet<>();
        for (Entity start : domains.values()) {
            Set<String> way = new LinkedHashSet<>();
            Entity here = start;
            while (here != null && !ended.contains(here.id()) && way.add(here.id())) {
                here = here.get(Keys.PARENT).value().map(domains::get).orElse(null);
            }
            if (here != null && way.contains(here.id())) {
                problems.error(
                        here.get(Keys.PARENT).origin().at(),
                        "fault domain '" + here.id() + "' contains itself",
                        "The way up goes " + String.join(" -> ", way) + " -> " + here.id() + ".");
            }
            ended.addAll(way);
        }
    }
}

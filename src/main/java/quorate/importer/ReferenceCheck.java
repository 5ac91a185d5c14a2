package quorate.importer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Subject;
import quorate.model.ValueType;
import quorate.source.Location;
import quorate.source.Problems;
import quorate.source.Spelling;

/** Reports every reference to a subject that is not there, and every id that two components share. */
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
        List<String> known = new ArrayList<>();
        reference.kinds().forEach(kind -> known.addAll(ids.get(kind)));
        if (known.contains(id)) {
            return;
        }
        String kinds = String.join(
                " or ", reference.kinds().stream().map(Kind::word).toList());
        String defined = known.isEmpty()
                ? "There is none yet; define it under '" + reference.kinds().get(0).section() + "'."
                : Spelling.hint(id, known);
        problems.error(at, key.id() + ": no " + kinds + " '" + id + "'", defined);
    }
}

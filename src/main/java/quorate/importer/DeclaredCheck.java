package quorate.importer;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import quorate.model.Entity;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.ValueType;
import quorate.model.Vocabulary;
import quorate.source.Node;
import quorate.source.Problems;

/** What architecture files say that their schema cannot refuse: two things of one id, days that no calendar has. */
final class DeclaredCheck {

    private final Problems problems;
    private final Map<String, Entity> components = new LinkedHashMap<>();
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Map<ValueType<?>, Pattern> forms = new HashMap<>();

    DeclaredCheck(Problems problems) {
        this.problems = problems;
    }

    void check(ArchitectureFile file, Node document) {
        file.entities().stream().filter(entity -> entity.kind().isComponent()).forEach(this::component);
        file.links().forEach(this::link);
        values(document, bounded(Vocabulary.keys(Kind.SYSTEM)));
        for (Kind kind : Kind.values()) {
            document.field(kind.section()).ifPresent(section -> section(section, bounded(Vocabulary.keys(kind))));
        }
    }

    private void component(Entity entity) {
        Entity before = components.putIfAbsent(Ids.plain(entity.id()), entity);
        if (before == null) {
            return;
        }
        if (!before.id().equals(entity.id())) {
            problems.error(
                    entity.at(),
                    "'" + entity.id() + "' and '" + before.id() + "' (" + before.at() + ") are the same id",
                    "Ids that differ only in case, '-' and '_' name one component; choose another word.");
        } else if (before.kind() != entity.kind()) {
            problems.error(
                    entity.at(),
                    "'" + entity.id() + "' is a " + entity.kind().word() + " here and a " + before.kind().word() + " at "
                            + before.at(),
                    "Services, stores, channels and externals share their ids, since links name them; rename one.");
        }
    }

    private void link(Link link) {
        boolean ofPeers = link.get(Keys.GOSSIP).isKnown() || !link.get(Keys.BULKHEAD).isUnknown();
        if (link.from().equals(link.to()) && !ofPeers) {
            problems.warning(
                    link.at(),
                    "a link from '" + link.from() + "' to itself",
                    "A link joins two components. One of copies among each other says 'gossip' or 'bulkhead'; else state it at the component.");
        }
        Link before = links.putIfAbsent(link.id(), link);
        if (before == null) {
            return;
        }
        if (!before.title().equals(link.title())) {
            problems.error(
                    link.at(),
                    "link '" + link.id() + "' joins " + link.title() + " here and " + before.title() + " at " + before.at(),
                    "Give one of them another 'id'.");
        } else if (before.at().file().equals(link.at().file())) {
            problems.error(
                    link.at(),
                    "a second link '" + link.id() + "'",
                    "The first is at " + before.at() + "; put their fields together, or give one an 'id' of its own.");
        }
    }

    private void section(Node section, List<Key<?>> keys) {
        section.items().forEach(item -> values(item, keys));
        if (section instanceof Node.Fields fields) {
            fields.values().values().forEach(item -> values(item, keys));
        }
    }

    private void values(Node subject, List<Key<?>> keys) {
        for (Key<?> key : keys) {
            subject.path(key.path().toArray(String[]::new)).ifPresent(value -> value(key, key.type(), value));
        }
    }

    private void value(Key<?> key, ValueType<?> type, Node value) {
        if (type instanceof ValueType.Records records) {
            values(value, records.keys());
            value.items().forEach(item -> values(item, records.keys()));
        } else if (type instanceof ValueType.Several<?> several) {
            value.items().forEach(item -> value(key, several.of(), item));
        } else if (isBounded(type) && formed(type, value) && type.read(value).isEmpty()) {
            boolean day = type instanceof ValueType.Day;
            problems.error(
                    value.at(),
                    "'" + key.id() + "' is " + (day ? "no day of the calendar" : "longer than 200 years"),
                    key.help() + " Example: " + last(key) + ": " + key.example());
        }
    }

    private static String last(Key<?> key) {
        return key.path().get(key.path().size() - 1);
    }

    /** Those whose values can be written well and still mean nothing: few, so that the rest of a large file is not walked. */
    private static List<Key<?>> bounded(List<Key<?>> keys) {
        return keys.stream().filter(key -> mayBeBounded(key.type())).toList();
    }

    private static boolean mayBeBounded(ValueType<?> type) {
        if (type instanceof ValueType.Records records) {
            return records.keys().stream().anyMatch(key -> mayBeBounded(key.type()));
        }
        return type instanceof ValueType.Several<?> several ? mayBeBounded(several.of()) : isBounded(type);
    }

    private static boolean isBounded(ValueType<?> type) {
        return type instanceof ValueType.Day || type instanceof ValueType.Span;
    }

    /** Whether the schema accepts how it is written. */
    private boolean formed(ValueType<?> type, Node value) {
        Pattern form = forms.computeIfAbsent(type, t -> Pattern.compile(String.valueOf(t.schema().get("pattern"))));
        return value.text().filter(text -> form.matcher(text).matches()).isPresent();
    }
}

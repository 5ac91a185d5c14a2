package quorate.export;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quorate.model.Architecture;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Origin;
import quorate.model.Provenance;
import quorate.model.Subject;
import quorate.model.ValueType;
import quorate.model.Vocabulary;

/**
 * An architecture as the text of {@code architecture.yaml}: what is stated, in the order of the vocabulary. The catalog's
 * defaults are left out, so that the file says only what somebody stated. A value that was read from another file is
 * followed by its place there.
 */
public final class ArchitectureYaml {

    static final String FIRST_LINE = "# yaml-language-server: $schema=architecture.schema.json\n";

    /** What is worth stating first of a service, a store and a link: most rules and scenarios wait for these. */
    private static final Map<Kind, List<Key<?>>> WORTH = Map.of(
            Kind.SERVICE, List.of(Keys.OWNER, Keys.CRITICALITY, Keys.REPLICAS, Keys.MIN_REPLICAS),
            Kind.STORE, List.of(
                    Keys.TECHNOLOGY, Keys.REPLICAS, Keys.TOPOLOGY, Keys.REPLICATION_MODE, Keys.FAILOVER_MODE, Keys.BACKUP_INTERVAL,
                    Keys.RESTORE_TESTED),
            Kind.LINK, List.of(Keys.MODE, Keys.NEED, Keys.TIMEOUT_TOTAL, Keys.RETRY, Keys.FALLBACK));

    private final Architecture architecture;
    private final Map<Subject, Set<Key<?>>> open;
    private final StringBuilder text = new StringBuilder(FIRST_LINE);

    private ArchitectureYaml(Architecture architecture, Map<Subject, Set<Key<?>>> open) {
        this.architecture = architecture;
        this.open = open;
    }

    /** The text, ended by a line feed. */
    public static String of(Architecture architecture) {
        return new ArchitectureYaml(architecture, Map.of()).write();
    }

    /** The text, with the statements worth adding to each service, store and link as commented-out lines. */
    public static String commented(Architecture architecture) {
        Map<Subject, Set<Key<?>>> open = new LinkedHashMap<>();
        WORTH.forEach((kind, keys) -> architecture.subjects(kind).forEach(subject -> open.put(subject, new LinkedHashSet<>(keys))));
        return new ArchitectureYaml(architecture, open).write();
    }

    /** The text, with the answers that a review waits for as commented-out lines. */
    public static String commented(Architecture architecture, Collection<Missing> missing) {
        Map<Subject, Set<Key<?>>> open = new LinkedHashMap<>();
        for (Missing one : missing) {
            // A review's subjects carry the catalog's defaults as well, so they are found again by kind and id.
            architecture.subjects(one.subject().kind()).stream()
                    .filter(subject -> subject.id().equals(one.subject().id()))
                    .forEach(subject -> open.computeIfAbsent(subject, s -> new LinkedHashSet<>()).add(one.key()));
        }
        return new ArchitectureYaml(architecture, open).write();
    }

    private String write() {
        tree(architecture.system()).write("", text);
        for (Kind kind : Kind.values()) {
            if (kind != Kind.SYSTEM && !architecture.subjects(kind).isEmpty()) {
                text.append('\n').append(kind.section()).append(":\n");
                List<? extends Subject> subjects = kind == Kind.LINK ? LinkOrder.of(architecture) : architecture.all(kind);
                subjects.forEach(this::subject);
            }
        }
        return text.toString();
    }

    private void subject(Subject subject) {
        if (Vocabulary.isList(subject.kind())) {
            tree(subject).writeItem("  ", text);
        } else {
            text.append("  ").append(YamlText.scalar(subject.id())).append(":\n");
            tree(subject).write("    ", text);
        }
    }

    private YamlTree tree(Subject subject) {
        YamlTree tree = subject instanceof Link link ? ends(link) : new YamlTree();
        List<Key<?>> done = subject instanceof Link ? List.of(Keys.ID, Keys.FROM, Keys.TO) : List.of();
        Set<Key<?>> worth = open.getOrDefault(subject, Set.of());
        for (Key<?> key : Vocabulary.keys(subject.kind())) {
            if (done.contains(key)) {
                continue;
            }
            if (isStated(subject.get(key))) {
                state(key, subject.facts(), tree);
            } else if (worth.contains(key)) {
                tree.propose(key.path(), key.example(), key.help());
            }
        }
        tree.shorten(Vocabulary.keys(subject.kind()));
        return tree;
    }

    /** A link is named by its ends, also where an importer states them nowhere else. */
    private static YamlTree ends(Link link) {
        YamlTree tree = new YamlTree();
        tree.state(List.of("from"), YamlText.scalar(link.from()), "");
        tree.state(List.of("to"), YamlText.scalar(link.to()), "");
        if (LinkOrder.isNamed(link)) {
            tree.state(List.of("id"), YamlText.scalar(link.id()), "");
        }
        return tree;
    }

    private static boolean isStated(Fact<?> fact) {
        return !fact.isUnknown() && fact.origin().provenance() != Provenance.DEFAULT;
    }

    private static <T> void state(Key<T> key, Facts facts, YamlTree tree) {
        Fact<T> fact = facts.get(key);
        String comment = comment(fact.origin());
        if (key.type() instanceof ValueType.Records records && fact.isKnown()) {
            tree.state(key.path(), records((Fact<?>) fact).stream().map(r -> record(records, r)).toList(), comment);
        } else {
            tree.state(key.path(), fact.value().map(v -> YamlText.value(key.type(), v)).orElse("none"), comment);
        }
    }

    private static YamlTree record(ValueType.Records type, Facts facts) {
        YamlTree tree = new YamlTree();
        type.keys().stream().filter(facts::has).forEach(key -> state(key, facts, tree));
        return tree;
    }

    @SuppressWarnings("unchecked")
    private static List<Facts> records(Fact<?> fact) {
        return ((Fact<List<Facts>>) fact).or(List.of());
    }

    private static String comment(Origin origin) {
        return origin.provenance() == Provenance.DECLARED ? "" : Plain.line(origin.at().brief());
    }
}

package quorate.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import quorate.source.Location;
import quorate.source.Node;

/** Reads the facts of a subject from a mapping, by the keys of its vocabulary. */
public final class FactsReader {

    /** Words that state that there is none. */
    private static final Set<String> NONE = Set.of("none", "false", "off", "no");

    private FactsReader() {}

    /**
     * Reads the keys that the mapping states.
     *
     * @param origin makes the origin of a fact from the place of its value
     */
    public static Facts read(Node node, List<Key<?>> keys, Function<Location, Origin> origin) {
        Facts.Builder facts = Facts.at(node.at());
        for (Key<?> key : keys) {
            if (mayState(node, key)) {
                readOne(node, key, origin, facts);
            }
        }
        return facts.build();
    }

    /** A mapping states few of the many keys; the others need no closer look. */
    private static boolean mayState(Node node, Key<?> key) {
        return !(node instanceof Node.Fields fields) || fields.values().containsKey(key.path().get(0));
    }

    private static <T> void readOne(Node node, Key<T> key, Function<Location, Origin> origin, Facts.Builder facts) {
        Optional<Node> value = Optional.of(node);
        for (String part : key.path()) {
            if (value.filter(FactsReader::saysNone).isPresent()) {
                break; // "timeout: none" states each key below it
            }
            value = value.flatMap(v -> v.field(part));
        }
        value.ifPresent(stated -> facts.set(key, fact(stated, key, origin.apply(stated.at()))));
    }

    private static <T> Fact<T> fact(Node stated, Key<T> key, Origin origin) {
        if (stated instanceof Node.Scalar scalar) {
            if (scalar.type() == Node.Type.NULL || scalar.value().equals("unknown")) {
                return Fact.unknown(origin.at());
            }
            boolean flag = key.type() instanceof ValueType.Flag;
            boolean ownWord = key.type() instanceof ValueType.Choice<?> choice
                    && choice.of(scalar.value()).isPresent();
            if (!flag && !ownWord && saysNone(scalar)) {
                return ownNone(key.type(), origin.at()).map(none -> Fact.of(none, origin)).orElseGet(() -> Fact.none(origin));
            }
        }
        return key.type().read(stated).map(value -> Fact.of(value, origin)).orElseGet(() -> Fact.unknown(origin.at()));
    }

    /** The value by which a closed set of words says that there is none, however that is written. */
    private static <T> Optional<T> ownNone(ValueType<T> type, Location at) {
        boolean closed = type instanceof ValueType.Choice<?>;
        return closed ? type.read(new Node.Scalar("none", Node.Type.STRING, at)) : Optional.empty();
    }

    private static boolean saysNone(Node node) {
        return node instanceof Node.Scalar scalar && NONE.contains(scalar.value());
    }
}

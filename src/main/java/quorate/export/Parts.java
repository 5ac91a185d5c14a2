package quorate.export;

import static quorate.export.JsonText.JSON;
import static quorate.export.JsonText.array;
import static quorate.export.JsonText.object;
import static quorate.export.JsonText.put;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Origin;
import quorate.model.Subject;
import quorate.model.ValueType;
import quorate.source.Location;

/** The parts that recur all over the analysis: places, facts, subjects, evidence. */
final class Parts {

    private Parts() {}

    static ObjectNode at(Location at) {
        ObjectNode place = object().put("file", at.file());
        if (at.line() > 0) {
            place.put("line", at.line()).put("column", at.column());
        }
        return place;
    }

    static ObjectNode origin(Origin origin) {
        return origin(object(), origin);
    }

    private static ObjectNode origin(ObjectNode into, Origin origin) {
        into.put("provenance", origin.provenance().word());
        into.set("at", at(origin.at()));
        put(into, "how", origin.how());
        return into;
    }

    /** A subject where it is only referred to. */
    static ObjectNode reference(Subject subject) {
        return object().put("kind", subject.kind().word()).put("id", subject.id()).put("title", subject.title());
    }

    /** A subject with all that is known of it. */
    static ObjectNode subject(Subject subject) {
        ObjectNode node = reference(subject);
        if (subject instanceof Link link) {
            node.put("from", link.from()).put("to", link.to());
        }
        node.set("at", at(subject.at()));
        node.set("facts", facts(subject.facts()));
        return node;
    }

    private static ArrayNode facts(Facts facts) {
        return array(facts.keys(), key -> fact(key, facts));
    }

    private static <T> ObjectNode fact(Key<T> key, Facts facts) {
        Fact<T> fact = facts.get(key);
        ObjectNode node = object().put("key", key.id());
        node.put("value", fact.value().map(key.type()::show).orElse("none"));
        if (fact.statedNone()) {
            node.put("none", true);
        }
        if (key.type() instanceof ValueType.Records && fact.isKnown()) {
            node.set("records", array(records(fact), Parts::facts));
        }
        return origin(node, fact.origin());
    }

    @SuppressWarnings("unchecked")
    private static List<Facts> records(Fact<?> fact) {
        return ((Fact<List<Facts>>) fact).or(List.of());
    }

    static ArrayNode evidence(Collection<Evidence> because) {
        return array(because, Parts::evidence);
    }

    static ObjectNode evidence(Evidence evidence) {
        ObjectNode node = object().put("claim", evidence.claim());
        put(node, "origin", evidence.origin(), Parts::origin);
        if (!evidence.because().isEmpty()) {
            node.set("because", evidence(evidence.because()));
        }
        return node;
    }

    static ArrayNode missing(List<Missing> missing) {
        return array(missing, Parts::one);
    }

    /** Only the paths, since the same facts decide in many scenarios; the questions say more of each. */
    static ArrayNode paths(Collection<Missing> missing) {
        return array(new TreeSet<>(missing), one -> JSON.textNode(one.path()));
    }

    private static JsonNode one(Missing missing) {
        ObjectNode node = object().put("path", missing.path()).put("key", missing.key().id());
        node.set("subject", reference(missing.subject()));
        node.put("help", missing.key().help());
        node.put("yaml", missing.yaml());
        return node;
    }

    static JsonNode text(String text) {
        return JSON.textNode(text);
    }
}

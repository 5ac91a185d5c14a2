package quorate.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quorate.model.Architecture;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Provenance;
import quorate.model.Subject;

/** Reads a written architecture as a user's file, schema included, and compares what it states. */
final class RoundTrip {

    private RoundTrip() {}

    static void assertSameFacts(Architecture expected, String yaml) {
        Architecture read = Fixture.architecture(expected.id(), yaml);
        assertEquals(facts(expected), facts(read), yaml);
    }

    private static Map<String, Object> facts(Architecture architecture) {
        Map<String, Object> all = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            for (Subject subject : architecture.subjects(kind)) {
                all.put(kind + " " + subject.id(), facts(subject.facts(), kind == Kind.LINK));
            }
        }
        return all;
    }

    private static Map<String, Object> facts(Facts facts, boolean link) {
        Map<String, Object> values = new TreeMap<>();
        for (Key<?> key : facts.keys()) {
            Fact<?> fact = facts.get(key);
            boolean end = link && List.of(Keys.ID, Keys.FROM, Keys.TO).contains(key);
            if (fact.origin().provenance() != Provenance.DEFAULT && !end) {
                values.put(key.id(), fact.value().map(v -> value(v)).orElse("(none)"));
            }
        }
        return values;
    }

    private static Object value(Object value) {
        if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Facts) {
            List<Object> records = new ArrayList<>();
            list.forEach(record -> records.add(facts((Facts) record, false)));
            return records;
        }
        return value;
    }
}

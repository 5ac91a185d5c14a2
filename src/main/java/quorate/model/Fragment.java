package quorate.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A piece of JSON Schema with its fields in the order given; {@code Map.of} has another order in every process. */
final class Fragment {

    private Fragment() {}

    static Map<String, Object> of(String name, Object value, Object... more) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(name, value);
        for (int i = 0; i < more.length; i += 2) {
            fields.put((String) more[i], more[i + 1]);
        }
        return Collections.unmodifiableMap(fields);
    }
}

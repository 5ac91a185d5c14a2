package quorate.catalog;

import java.util.List;

/**
 * Something that users can observe and that a strong enough model rules out.
 *
 * @param scope whether it takes a transaction to see it, or single operations
 * @param example what happens, with the names of a system to be filled in: {@code {data}}, {@code {store}}, {@code {way}},
 *     {@code {writer}}, {@code {reader}}, {@code {rule}}
 * @param forbiddenBy ids of the weakest models that rule it out; every model that implies one of them does too
 * @param source id of a source of the same file
 */
public record Anomaly(
        String id,
        String name,
        List<String> aliases,
        String scope,
        String definition,
        String example,
        List<String> forbiddenBy,
        String source) {
    public Anomaly {
        aliases = Absent.list(aliases);
        forbiddenBy = Absent.list(forbiddenBy);
        source = Absent.text(source);
    }
}

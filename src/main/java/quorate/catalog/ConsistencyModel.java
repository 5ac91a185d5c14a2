package quorate.catalog;

import java.util.List;

/** A consistency model and the weaker ones that it implies directly. */
public record ConsistencyModel(
        String id,
        String name,
        List<String> aliases,
        String scope,
        String availability,
        List<String> implies,
        String definition,
        String forbids,
        String example,
        String source) {
    public ConsistencyModel {
        aliases = Absent.list(aliases);
        implies = Absent.list(implies);
        forbids = Absent.text(forbids);
        example = Absent.text(example);
        source = Absent.text(source);
    }
}

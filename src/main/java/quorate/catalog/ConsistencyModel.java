package quorate.catalog;

import java.util.List;

/**
 * A consistency model and the weaker ones that it implies directly.
 *
 * @param scope what it speaks about: object, session or transaction
 * @param availability total, sticky or unavailable under partition
 * @param forbidden a history that cannot happen under it
 * @param allows ids of models whose forbidden history may happen under this one
 * @param patterns patterns by which it is got
 * @param note on its place in the order, where no source states it
 * @param sources ids of sources of the same file
 */
public record ConsistencyModel(
        String id,
        String name,
        List<String> aliases,
        String scope,
        String availability,
        List<String> implies,
        String definition,
        String forbids,
        History forbidden,
        List<String> allows,
        List<Way> patterns,
        String note,
        List<String> sources) {
    public ConsistencyModel {
        aliases = Absent.list(aliases);
        implies = Absent.list(implies);
        forbids = Absent.text(forbids);
        forbidden = forbidden == null ? new History("", List.of()) : forbidden;
        allows = Absent.list(allows);
        patterns = Absent.list(patterns);
        note = Absent.text(note);
        sources = Absent.list(sources);
    }

    /** A pattern by which the model is got, and how. */
    public record Way(String pattern, String how) {}
}

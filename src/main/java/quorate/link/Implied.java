package quorate.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Origin;
import quorate.model.Words.Purpose;
import quorate.model.Words.ReadFrom;

/**
 * What a fact says in other words, where the vocabulary has two for it. The other fact stands where the first was written, so
 * that every answer is the same whichever of the two an owner chose.
 */
final class Implied {

    private final Architecture architecture;

    private Implied(Architecture architecture) {
        this.architecture = architecture;
    }

    static Architecture in(Architecture architecture) {
        Implied implied = new Implied(architecture);
        return architecture.map(implied::of, Implied::of);
    }

    private Entity of(Entity entity) {
        return switch (entity.kind()) {
            case DATA_DOMAIN -> of(entity, Keys.NO_LOSS, true, noLoss(entity));
            case STORE -> of(of(entity, Keys.MISS_CAPACITY, 0.0, nothingCarried(entity)),
                    Keys.READS_FROM, ReadFrom.LEADER, onlyLeader(entity));
            default -> entity;
        };
    }

    private static <T> Entity of(Entity entity, Key<T> key, T value, Optional<Origin> because) {
        return because.map(origin -> entity.with(entity.facts().with(key, Fact.of(value, origin)))).orElse(entity);
    }

    /**
     * A recovery point of zero, of the data or of the store that is their authority: no acknowledged write may be lost. Of two
     * statements the stricter holds, so that one that is missing accuses nobody.
     */
    private Optional<Origin> noLoss(Entity domain) {
        Optional<Entity> authority = domain.get(Keys.STORES).or(List.of()).stream()
                .findFirst()
                .flatMap(store -> architecture.find(Kind.STORE, store));
        return Stream.concat(Stream.of(domain), authority.stream())
                .map(subject -> subject.get(Keys.RPO))
                .filter(point -> point.is(Duration::isZero))
                .filter(point -> !domain.get(Keys.NO_LOSS).is(true))
                .map(point -> saying(point, Keys.RPO))
                .findFirst();
    }

    /** An origin that carries no misses carries none of the load. */
    private static Optional<Origin> nothingCarried(Entity cache) {
        Fact<Double> capacity = cache.get(Keys.MISS_CAPACITY);
        boolean denied = capacity.statedNone() && cache.get(Keys.FRONTS).isKnown();
        return denied ? Optional.of(saying(capacity, Keys.MISS_CAPACITY)) : Optional.empty();
    }

    /** All who may read it say that they read from the leader. */
    private Optional<Origin> onlyLeader(Entity store) {
        List<Fact<ReadFrom>> readers = architecture.linksTo(store.id()).stream()
                .filter(link -> !link.get(Keys.LINK_PURPOSE).is(Purpose.REPLICATE))
                .filter(link -> !link.get(Keys.LINK_PURPOSE).is(Purpose.WRITE) || link.get(Keys.READS_FROM).isKnown())
                .map(link -> link.get(Keys.READS_FROM))
                .toList();
        boolean all = store.get(Keys.READS_FROM).isUnknown() && !readers.isEmpty()
                && readers.stream().allMatch(from -> from.is(ReadFrom.LEADER));
        return all ? Optional.of(saying(readers.get(0), Keys.READS_FROM)) : Optional.empty();
    }

    /** No number of attempts that would end the retries: they go on for ever. That nothing retries is said of the whole. */
    private static Link of(Link link) {
        List<Facts> layers = link.get(Keys.RETRY).or(List.of());
        if (layers.stream().noneMatch(Implied::endless)) {
            return link;
        }
        List<Facts> read = new ArrayList<>();
        for (Facts layer : layers) {
            read.add(endless(layer)
                    ? layer.without(Keys.RETRY_ATTEMPTS).with(Keys.RETRY_UNBOUNDED,
                            Fact.of(true, saying(layer.get(Keys.RETRY_ATTEMPTS), Keys.RETRY_ATTEMPTS)))
                    : layer);
        }
        return link.with(link.facts().with(Keys.RETRY, Fact.of(read, link.get(Keys.RETRY).origin())));
    }

    private static boolean endless(Facts layer) {
        return layer.get(Keys.RETRY_ATTEMPTS).statedNone() && layer.get(Keys.RETRY_UNBOUNDED).isUnknown();
    }

    private static <T> Origin saying(Fact<T> fact, Key<T> key) {
        String written = fact.value().map(key.type()::show).orElse("none");
        return new Origin(fact.origin().provenance(), fact.origin().at(), key.id() + ": " + written);
    }
}

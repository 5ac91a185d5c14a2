package quorate.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Origin;
import quorate.model.Vocabulary;
import quorate.model.Words;

/** A cluster, most often of one unit, as a component with its facts. */
final class Components {

    private final Cluster cluster;
    private final List<Unit> members;
    private final Identity identity;
    private final Facts.Builder facts;

    private Components(Cluster cluster, List<Unit> members, Identity identity) {
        this.cluster = cluster;
        this.members = members;
        this.identity = identity;
        this.facts = Facts.at(members.get(0).at());
    }

    static Entity of(Cluster cluster, List<Unit> members, Identity identity) {
        return new Components(cluster, members, identity).entity();
    }

    private Entity entity() {
        for (Key<?> key : Vocabulary.keys(identity.kind())) {
            shared(key);
        }
        facts.set(Keys.TECHNOLOGY, identity.technology());
        podLabels();
        probes();
        type();
        version();
        replicas();
        tracing();
        if (identity.keepsState()) {
            storage();
            replication();
        }
        return new Entity(identity.kind(), cluster.id(), facts.build(), members.get(0).at());
    }

    /** What all members state alike; where they differ, none of their values is that of the whole. */
    private <T> void shared(Key<T> key) {
        Fact<T> first = members.get(0).facts().get(key);
        Predicate<Unit> same = unit -> unit.facts().get(key).value().equals(first.value())
                && unit.facts().get(key).statedNone() == first.statedNone();
        if (members.stream().allMatch(same)) {
            facts.set(key, first);
        }
    }

    /** Members that are all probed, each in its own way. */
    private void probes() {
        for (Key<String> probe : List.of(Keys.LIVENESS, Keys.READINESS_PROBE)) {
            if (members.stream().allMatch(unit -> unit.facts().get(probe).isKnown())) {
                Fact<String> first = members.get(0).facts().get(probe);
                List<String> asked = members.stream().map(unit -> unit.facts().get(probe).or("")).distinct().toList();
                facts.set(probe, first.map(one -> String.join("; ", asked)));
            }
        }
    }

    /** Versions of one service differ in a label or two; what they share selects them all. */
    private void podLabels() {
        boolean all = members.stream().allMatch(unit -> unit.facts().get(Keys.POD_LABELS).isKnown());
        if (cluster.isSingle() || !all) {
            return;
        }
        List<String> common = new ArrayList<>(members.get(0).facts().get(Keys.POD_LABELS).or(List.of()));
        members.forEach(unit -> common.retainAll(unit.facts().get(Keys.POD_LABELS).or(List.of())));
        if (!common.isEmpty()) {
            Origin first = members.get(0).facts().get(Keys.POD_LABELS).origin();
            String how = "what " + String.join(", ", cluster.members()) + " share";
            facts.set(Keys.POD_LABELS, Fact.of(List.copyOf(common), Origin.imported(first.at(), how)));
        }
    }

    private void type() {
        Origin origin = Origin.detected(members.get(0).at(), identity.how());
        Optional<String> word = identity.typeWord();
        if (identity.kind() == Kind.SERVICE) {
            word.flatMap(new quorate.model.ValueType.Choice<>(Words.ServiceType.class)::of)
                    .ifPresent(type -> facts.setIfUnknown(Keys.SERVICE_TYPE, Fact.of(type, origin)));
        } else if (identity.kind() == Kind.STORE) {
            word.flatMap(new quorate.model.ValueType.Choice<>(Words.StoreType.class)::of)
                    .ifPresent(type -> facts.set(Keys.STORE_TYPE, Fact.of(type, origin)));
        }
    }

    /** The tag of a product's own image is its version; that of an image built upon it is not. */
    private void version() {
        Optional<Written> written = members.get(0).image();
        Optional<Image> image = written.map(w -> Image.of(w.text()));
        boolean trusted = !identity.isProduct() || identity.byImage() && image.filter(Image::fromItsMakers).isPresent();
        boolean one = members.stream().map(Unit::image).map(i -> i.map(Written::text)).distinct().count() == 1;
        if (trusted && one) {
            image.filter(i -> !i.isOpen()).flatMap(Image::version).ifPresent(version -> facts.set(
                    Keys.VERSION, Fact.of(version, Origin.imported(written.get().at(), "tag of the image"))));
        }
    }

    private void replicas() {
        if (cluster.isSingle()) {
            return;
        }
        int sum = 0;
        for (Unit member : members) {
            Fact<Integer> own = member.facts().get(Keys.REPLICAS);
            if (!own.isKnown()) {
                facts.set(Keys.REPLICAS, Fact.unknown(member.at()));
                return;
            }
            sum += own.or(0);
        }
        String how = "members " + String.join(", ", cluster.members()) + " by " + cluster.how();
        facts.set(Keys.REPLICAS, Fact.of(sum, Origin.imported(cluster.at(), how)));
    }

    /** Of own code; a product's variables are its own matter. Members that differ leave it open. */
    private void tracing() {
        if (identity.kind() != Kind.SERVICE) {
            return;
        }
        Fact<Boolean> first = Instrumentation.of(members.get(0));
        if (first.isKnown() && members.stream().allMatch(m -> Instrumentation.of(m).value().equals(first.value()))) {
            facts.setIfUnknown(Keys.TRACING, first);
        }
    }

    private void storage() {
        boolean oneKind = members.stream().map(unit -> unit.storage().volume().value()).distinct().count() == 1;
        Storage first = members.get(0).storage();
        if (oneKind && first.volume().isKnown()) {
            facts.set(Keys.VOLUME, first.volume());
            return;
        }
        boolean nothing = members.stream().allMatch(u -> !u.storage().undecided() && u.storage().volume().isUnknown());
        if (nothing && identity.byImage()) {
            String how = identity.how() + ", and no volume is mounted where it keeps data";
            facts.set(Keys.VOLUME, Fact.of(Words.VolumeKind.EPHEMERAL, Origin.imported(members.get(0).at(), how)));
        }
    }

    private void replication() {
        cluster.voters().ifPresent(count -> facts.set(
                Keys.VOTERS, Fact.of(count, Origin.imported(cluster.at(), "members listed in " + cluster.how()))));
        if (cluster.leaderAndFollowers()) {
            facts.set(
                    Keys.TOPOLOGY,
                    Fact.of(Words.Topology.SINGLE_LEADER, Origin.detected(cluster.at(), "one follows the other by " + cluster.how())));
        }
        if (members.stream().allMatch(Membership::isControllerOnly)) {
            Origin raft = Origin.detected(members.get(0).at(), "controllers of Kafka agree by Raft");
            facts.set(Keys.TOPOLOGY, Fact.of(Words.Topology.CONSENSUS, raft));
        }
    }
}

package quorate.derive.consistency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.catalog.ConsistencyModel;
import quorate.catalog.ConsistencyOrder;
import quorate.catalog.Technology;
import quorate.formula.ReadWriteQuorum;
import quorate.link.Linked;
import quorate.model.Architecture;
import quorate.model.Deferred;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Origin;
import quorate.model.Words;

/**
 * Classifies each data domain by how its authority is run, never by a product's name alone: an asynchronous single leader
 * with replica reads is neither CP nor AP.
 */
public final class Positions {

    private final Linked linked;
    private final Architecture architecture;
    private final ConsistencyOrder order;

    public Positions(Linked linked) {
        this.linked = linked;
        this.architecture = linked.architecture();
        this.order = linked.catalog().consistency();
    }

    public List<DomainPosition> all() {
        return architecture.all(Kind.DATA_DOMAIN).stream().map(this::of).toList();
    }

    /** The position of one data domain. */
    public DomainPosition of(Entity domain) {
        return new Classification(domain).position();
    }

    private final class Classification {
        private final Entity domain;
        private final Optional<Entity> authority;
        private final List<Evidence> because = new ArrayList<>();
        private final Set<Missing> missing = new TreeSet<>();
        private Optional<Words.OnPartition> underPartition = Optional.empty();
        private Optional<String> offered = Optional.empty();
        private Optional<String> isolation = Optional.empty();
        private Optional<Evidence> isolationWhy = Optional.empty();
        private boolean isolationStated;
        private boolean byDefault;
        private final Set<String> never = new TreeSet<>();
        private final Set<Missing> undecided = new TreeSet<>();
        private String cap = "unknown";

        Classification(Entity domain) {
            this.domain = domain;
            this.authority = domain.get(Keys.STORES).or(List.of()).stream()
                    .findFirst()
                    .flatMap(architecture::component);
        }

        DomainPosition position() {
            if (authority.isEmpty()) {
                missing.add(new Missing(domain, Keys.STORES));
            } else {
                classify(authority.get());
                isolation(authority.get());
            }
            undecided.addAll(missing);
            String strongest = authority.flatMap(linked::technology).map(t -> t.consistency().strongestModel()).orElse("");
            Offer offer = new Offer(offered, byDefault, strongest, isolation, isolationWhy, isolationStated, never,
                    Evidence.derived(offered.map(m -> "the authority gives " + m).orElse("what the authority gives is not known"), because),
                    offered.isPresent() ? Set.of() : undecided);
            ReadPaths reads = new ReadPaths(architecture, order, domain, authority, offer);
            return new DomainPosition(
                    domain,
                    reads.offered(),
                    isolation,
                    reads.paths(),
                    reads.possible(),
                    Deferred.of(reads::anomalies),
                    domain.get(Keys.CONSISTENCY),
                    reads.verdicts(),
                    underPartition,
                    cap,
                    Evidence.derived(domain.title() + " is " + cap, because),
                    missing);
        }

        private void classify(Entity store) {
            Fact<Words.Topology> topology = seen(store, Keys.TOPOLOGY);
            if (single(store)) {
                because.add(Evidence.of(store, Keys.REPLICAS));
                is("CP", Words.OnPartition.REFUSE);
                offers(store);
            } else if (topology.is(Words.Topology.CONSENSUS)) {
                consensus(store);
            } else if (topology.is(Words.Topology.SINGLE_LEADER)) {
                singleLeader(store);
            } else if (topology.is(Words.Topology.MULTI_LEADER)) {
                is("AP", Words.OnPartition.ACCEPT_AND_MERGE);
                offered = Optional.of("eventual");
            } else if (topology.is(Words.Topology.LEADERLESS)) {
                leaderless(store);
            } else {
                missing.add(new Missing(store, Keys.TOPOLOGY));
            }
        }

        /** One copy: whoever cannot reach it is refused, and there is nothing that could diverge. */
        private boolean single(Entity store) {
            return store.get(Keys.REPLICAS).is(1) && !store.get(Keys.TOPOLOGY).is(Words.Topology.LEADERLESS);
        }

        private void consensus(Entity store) {
            if (readsElsewhere(store)) {
                is("neither", Words.OnPartition.SERVE_STALE);
                offered = Optional.of("sequential");
            } else {
                is("CP", Words.OnPartition.REFUSE);
                offers(store);
            }
        }

        private void singleLeader(Entity store) {
            Fact<Words.ReplicationMode> mode = seen(store, Keys.REPLICATION_MODE);
            if (readsElsewhere(store)) {
                boolean async = mode.is(Words.ReplicationMode.ASYNC) || mode.is(Words.ReplicationMode.SEMI_SYNC);
                is("neither", Words.OnPartition.SERVE_STALE);
                offered = async ? Optional.of("eventual") : Optional.empty();
                undecided(store, Keys.REPLICATION_MODE);
                return;
            }
            Fact<Words.ReadFrom> reads = seen(store, Keys.READS_FROM);
            if (reads.isUnknown()) {
                missing.add(new Missing(store, Keys.READS_FROM));
                return;
            }
            boolean lossy = store.get(Keys.FAILOVER_MODE).is(Words.FailoverMode.AUTOMATIC)
                    && mode.is(Words.ReplicationMode.ASYNC)
                    && !store.get(Keys.LOSS_GUARD).is(guard -> guard != Words.LossGuard.NONE);
            if (lossy) {
                because.add(Evidence.of(store, Keys.FAILOVER_MODE));
                because.add(Evidence.of(store, Keys.LOSS_GUARD));
                cap = "neither";
                underPartition = Optional.of(Words.OnPartition.REFUSE);
                undecided(store, Keys.LOSS_GUARD);
                if (!store.get(Keys.LOSS_GUARD).isUnknown()) {
                    never.add("regular-register"); // a failover takes acknowledged writes away
                }
            } else {
                is("CP", Words.OnPartition.REFUSE);
                offers(store);
            }
        }

        private void leaderless(Entity store) {
            Fact<Integer> n = seen(store, Keys.QUORUM_N);
            Fact<Integer> r = seen(store, Keys.QUORUM_R);
            Fact<Integer> w = seen(store, Keys.QUORUM_W);
            if (!n.isKnown() || !r.isKnown() || !w.isKnown()) {
                for (Key<Integer> key : List.of(Keys.QUORUM_N, Keys.QUORUM_R, Keys.QUORUM_W)) {
                    if (!store.get(key).isKnown()) {
                        missing.add(new Missing(store, key));
                    }
                }
                return;
            }
            ReadWriteQuorum quorum = new ReadWriteQuorum(n.or(0), r.or(0), w.or(0));
            boolean meets = quorum.readMeetsWrite() > 0 && !store.get(Keys.QUORUM_STRICT).is(false);
            because.add(Evidence.derived(
                    "R + W = " + (r.or(0) + w.or(0)) + (meets ? " > " : " <= ") + "N = " + n.or(0)
                            + (meets ? ": a read meets the last completed write; that is not linearizability" : "")));
            boolean majorityWrites = quorum.writeMeetsWrite() > 0 && !store.get(Keys.QUORUM_STRICT).is(false);
            if (majorityWrites) {
                is("neither", Words.OnPartition.REFUSE);
            } else {
                is("AP", Words.OnPartition.ACCEPT_AND_MERGE);
            }
            boolean clocks = seen(store, Keys.VERSIONS).is(Words.VersionScheme.WALL_CLOCK);
            if (meets && store.get(Keys.QUORUM_STRICT).isUnknown()) {
                undecided(store, Keys.QUORUM_STRICT);
            } else {
                // A newer write with an older clock is dropped, so that its own writer does not see it.
                offered = Optional.of(meets && !clocks ? "regular-register" : "eventual");
            }
        }

        private boolean readsElsewhere(Entity store) {
            boolean byStore = followers(store.get(Keys.READS_FROM));
            boolean byLink = false;
            for (Link link : architecture.linksTo(store.id())) {
                if (followers(link.get(Keys.READS_FROM))) {
                    because.add(Evidence.of(link, Keys.READS_FROM));
                    byLink = true;
                }
            }
            if (byStore) {
                because.add(Evidence.of(store, Keys.READS_FROM));
            }
            return byStore || byLink;
        }

        private static boolean followers(Fact<Words.ReadFrom> from) {
            return from.is(Words.ReadFrom.REPLICAS) || from.is(Words.ReadFrom.LOCAL);
        }

        /**
         * What reads at the one copy that decides offer. A product's isolation level says how transactions on that copy
         * interleave, and nothing of how copies differ; it is kept apart.
         */
        private void offers(Entity store) {
            Optional<Technology> technology = linked.technology(store);
            Optional<String> model = technology.map(t -> t.consistency().model()).filter(m -> !m.isEmpty());
            boolean isolation = model.filter(this::isIsolation).isPresent();
            boolean linearizable = model.filter(m -> order.implies(m, "linearizable")).isPresent();
            if (isolation && !linearizable) {
                offered = oneOrder(store) ? Optional.of("linearizable") : Optional.empty();
            } else if (model.isPresent() && !single(store)) {
                offered = model;
                byDefault = true;
                technology.ifPresent(t -> because.add(byDefault(t, "offers by default: " + t.consistency().byDefault())));
            } else {
                offered = oneOrder(store) ? Optional.of("linearizable") : Optional.empty();
            }
        }

        /**
         * Each single operation takes effect at one copy, which keeps what it has acknowledged: then an operation on one object
         * is linearizable. Whether a leader keeps the lead until its writes are safe elsewhere is asked of its mode.
         */
        private boolean oneOrder(Entity store) {
            boolean alone = single(store) && seen(store, Keys.FLUSH).is(Words.Flush.EACH_COMMIT);
            boolean safe = store.get(Keys.TOPOLOGY).is(Words.Topology.SINGLE_LEADER)
                    && (store.get(Keys.REPLICATION_MODE).is(Words.ReplicationMode.SYNC)
                            || store.get(Keys.REPLICATION_MODE).is(Words.ReplicationMode.QUORUM))
                    && store.get(Keys.LOSS_GUARD).is(guard -> guard != Words.LossGuard.NONE)
                    && store.get(Keys.FENCING).is(f -> f != Words.Fencing.NONE && f != Words.Fencing.SAME_NETWORK);
            if (safe) {
                because.add(Evidence.of(store, Keys.LOSS_GUARD));
                because.add(Evidence.of(store, Keys.FENCING));
            } else if (single(store)) {
                undecided(store, Keys.FLUSH);
            } else {
                undecided(store, Keys.REPLICATION_MODE, Keys.LOSS_GUARD, Keys.FENCING);
            }
            return alone || safe;
        }

        private boolean isIsolation(String model) {
            return Optional.ofNullable(order.models().get(model)).filter(m -> m.scope().equals("transaction")).isPresent();
        }

        private void isolation(Entity store) {
            Optional<String> stated = store.get(Keys.TRANSACTION_ISOLATION).value().flatMap(order::find).map(ConsistencyModel::id);
            if (stated.isPresent()) {
                isolation = stated;
                isolationStated = true;
                isolationWhy(Evidence.of(store, Keys.TRANSACTION_ISOLATION));
                return;
            }
            linked.technology(store).filter(t -> isIsolation(t.consistency().model())).ifPresent(t -> {
                isolation = Optional.of(t.consistency().model());
                isolationWhy(byDefault(t, "isolates transactions by default by: " + t.consistency().byDefault()));
            });
        }

        private void isolationWhy(Evidence evidence) {
            isolationWhy = Optional.of(evidence);
            because.add(evidence);
        }

        private static Evidence byDefault(Technology technology, String claim) {
            Origin origin = Origin.byDefault(technology.at(), technology.name() + " " + technology.asOf());
            return Evidence.seen(technology.name() + " " + claim, origin);
        }

        private void is(String position, Words.OnPartition behaviour) {
            cap = position;
            underPartition = Optional.of(behaviour);
        }

        private void undecided(Entity store, Key<?>... keys) {
            for (Key<?> key : keys) {
                if (store.get(key).isUnknown()) {
                    undecided.add(new Missing(store, key));
                }
            }
        }

        private <T> Fact<T> seen(Entity store, Key<T> key) {
            because.add(Evidence.of(store, key));
            return store.get(key);
        }
    }
}

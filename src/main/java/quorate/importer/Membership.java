package quorate.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a unit says of the cluster to which it belongs: the members that it names, or a name that all members share. */
final class Membership {

    /** How a setting speaks of a cluster. */
    enum Form {
        /** Lists all voting members, itself among them. */
        VOTERS,
        /** Names some or all members. */
        PEERS,
        /** Names the member that it follows. */
        LEADER,
        /** A name or an address that members, and only they, have in common. */
        SHARED
    }

    /** One such setting. */
    record Sign(Form form, Setting setting) {}

    private static final Set<String> VOTERS = Set.of(
            "etcd_initial_cluster", "--initial-cluster", "zoo_servers", "zookeeper_servers", "kafka_controller_quorum_voters",
            "kafka_cfg_controller_quorum_voters", "zk_server_list");
    private static final Set<String> PEERS = Set.of(
            "cassandra_seeds", "--seeds", "--join", "-join", "-retry-join", "--retry-join", "discovery.seed_hosts",
            "cluster.initial_master_nodes", "wsrep_cluster_address", "--wsrep_cluster_address", "--wsrep-cluster-address",
            "group_replication_group_seeds", "--loose-group-replication-group-seeds", "--routes", "--rpc-server-addr",
            "rabbitmq_cluster_nodes", "galera_cluster_address", "mariadb_galera_cluster_address");
    private static final Set<String> LEADER = Set.of(
            "--replicaof", "--slaveof", "redis_master_host", "valkey_primary_host", "postgresql_master_host",
            "mysql_master_host", "mariadb_master_host", "replicate_from", "pg_master_host", "postgres_primary_host");
    private static final Set<String> SHARED = Set.of(
            "patroni_scope", "--replset", "mongodb_replica_set_name", "cassandra_cluster_name", "--pd-endpoints", "--pd",
            "cluster.name", "kafka_zookeeper_connect", "kafka_cfg_zookeeper_connect", "kafka_controller_quorum_voters",
            "kafka_cfg_controller_quorum_voters");

    private static final Pattern OBSERVER = Pattern.compile(":observer\\b");

    private Membership() {}

    static List<Sign> of(Unit unit) {
        List<Setting> all = new ArrayList<>(unit.settings());
        all.addAll(unit.options());
        List<Sign> signs = new ArrayList<>();
        for (Setting setting : all) {
            String name = setting.name().toLowerCase(Locale.ROOT);
            // A Kafka node that only stores data names the voters but is none of them.
            boolean voter = VOTERS.contains(name) && !(name.contains("quorum_voters") && isBrokerOnly(unit));
            if (voter) {
                signs.add(new Sign(Form.VOTERS, setting));
            } else if (PEERS.contains(name)) {
                signs.add(new Sign(Form.PEERS, setting));
            } else if (LEADER.contains(name)) {
                signs.add(new Sign(Form.LEADER, setting));
            } else if (SHARED.contains(name) && isMember(unit, name)) {
                signs.add(new Sign(Form.SHARED, setting));
            }
        }
        return signs;
    }

    /** A router in front of Patroni has the scope too, but no name of its own in it. */
    private static boolean isMember(Unit unit, String name) {
        return !name.equals("patroni_scope") || unit.has("PATRONI_NAME");
    }

    /** The part a Kafka node plays, as far as it is written. */
    private static String kafkaRoles(Unit unit) {
        Optional<Setting> roles = unit.setting("KAFKA_PROCESS_ROLES", "KAFKA_CFG_PROCESS_ROLES", "NODE_ROLE");
        return roles.map(Setting::value).orElse("").toLowerCase(Locale.ROOT);
    }

    static boolean isBrokerOnly(Unit unit) {
        return kafkaRoles(unit).equals("broker");
    }

    static boolean isControllerOnly(Unit unit) {
        return kafkaRoles(unit).equals("controller");
    }

    /** Entries of a list of voters, observers left out. */
    static int voters(Setting setting) {
        int count = 0;
        // "zoo1:2888:3888;2181" is one member: what has no colon is its client port.
        for (String entry : setting.value().split("[\\s,;]+")) {
            if (entry.contains(":") && !OBSERVER.matcher(entry).find()) {
                count++;
            }
        }
        return count;
    }

    /** The hosts that a setting names; a bare name counts. */
    static List<String> hosts(Setting setting) {
        return Address.in("hosts", setting.value()).stream().map(Address::host).toList();
    }
}

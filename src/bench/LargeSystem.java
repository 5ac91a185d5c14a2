import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Writes the architecture.yaml of one large system, made from a seed: {@code java src/bench/LargeSystem.java DIR SERVICES LINKS}.
 *
 * <p>Its graph is of the kind that studies of large service graphs describe: most services call few others and a handful call
 * very many; callees are drawn in proportion to the callers that they have already, most of them within a team; a few links
 * lead back, so that there are cycles. One service in eight has a store of its own, one in fifty a channel. Of each fact a part
 * is stated and a part is not.
 */
public final class LargeSystem {

    private static final long SEED = 20260202;
    private static final int TEAM = 24;
    private static final List<String> REGIONS = List.of("eu", "us", "ap");
    private static final List<String> TECHNOLOGIES = List.of("postgresql", "redis", "cassandra", "mongodb", "etcd", "mysql");

    private final Random random = new Random(SEED);
    private final int services;
    private final int links;
    private final int gateways;
    private final StringBuilder yaml = new StringBuilder(1 << 20);
    private final Map<Integer, List<String>> calls = new HashMap<>();
    private final Set<String> written = new LinkedHashSet<>();
    private final List<Integer> called = new ArrayList<>();

    private LargeSystem(int services, int links) {
        this.services = services;
        this.links = links;
        this.gateways = Math.max(2, services / 400);
    }

    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    }

    static void write(Path folder, int services, int links) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("architecture.yaml"), new LargeSystem(services, links).text());
    }

    private String text() {
        yaml.append("name: Large system\npurpose: Measured, never run.\nrto: 30m\nrpo: 5m\n");
        faultDomains();
        yaml.append("services:\n");
        for (int i = 0; i < services; i++) {
            service(i);
        }
        int stores = Math.max(1, services / 8);
        yaml.append("stores:\n");
        for (int i = 0; i < stores; i++) {
            store(i);
        }
        int channels = Math.max(1, services / 50);
        yaml.append("channels:\n");
        for (int i = 0; i < channels; i++) {
            yaml.append("  topic-").append(i).append(":\n");
            maybe(60, "    delivery: at-least-once\n");
            maybe(50, "    technology: kafka\n");
            maybe(30, "    dead-letter: parked\n");
            maybe(30, "    max-deliveries: 5\n");
        }
        int externals = Math.max(1, services / 200);
        yaml.append("externals:\n");
        for (int i = 0; i < externals; i++) {
            yaml.append("  partner-").append(i).append(":\n    sla: 99.9%\n");
        }
        links(stores, channels, externals);
        data(stores);
        journeys();
        return yaml.toString();
    }

    private void faultDomains() {
        yaml.append("fault-domains:\n");
        for (String region : REGIONS) {
            yaml.append("  ").append(region).append(":\n    kind: region\n");
            for (int zone = 1; zone <= 3; zone++) {
                yaml.append("  ").append(region).append('-').append(zone);
                yaml.append(":\n    kind: zone\n    in: ").append(region).append('\n');
            }
        }
    }

    private void service(int number) {
        yaml.append("  ").append(name(number)).append(":\n    type: ");
        yaml.append(number < gateways ? "gateway" : "service").append('\n');
        int replicas = 1 + random.nextInt(6);
        maybe(80, "    replicas: " + replicas + "\n");
        maybe(60, "    placement: " + zones(replicas) + "\n");
        maybe(40, "    min-replicas: " + Math.max(1, replicas / 2) + "\n");
        maybe(30, "    owner: team-" + number / TEAM + "\n");
        maybe(10, "    isolation: bulkheads\n");
        maybe(15, "    rate-limit: 100/s\n");
        maybe(5, "    availability: 99.95%\n");
    }

    private void store(int number) {
        boolean cache = number % 5 == 1;
        yaml.append("  store-").append(number).append(":\n    type: ").append(cache ? "cache" : "database");
        yaml.append("\n    technology: ");
        yaml.append(cache ? "redis" : TECHNOLOGIES.get(random.nextInt(TECHNOLOGIES.size()))).append('\n');
        int replicas = List.of(1, 2, 3, 3, 3, 5).get(random.nextInt(6));
        maybe(80, "    replicas: " + replicas + "\n");
        maybe(60, "    placement: " + zones(replicas) + "\n");
        maybe(30, "    failover:\n      mode: " + (random.nextBoolean() ? "automatic" : "manual") + "\n");
        maybe(20, "    replication:\n      mode: " + (random.nextBoolean() ? "async" : "sync") + "\n");
        maybe(20, "    backup:\n      interval: 1d\n");
        if (cache) {
            yaml.append("    cache:\n      fronts: store-").append(number - 1).append('\n');
        }
    }

    /** As many zones as there are replicas, within one region or over all of them. */
    private String zones(int replicas) {
        String region = REGIONS.get(random.nextInt(REGIONS.size()));
        boolean everywhere = random.nextInt(4) == 0;
        List<String> zones = new ArrayList<>();
        for (int i = 0; i < Math.min(3, replicas); i++) {
            zones.add((everywhere ? REGIONS.get(i) : region) + "-" + (everywhere ? 1 + random.nextInt(3) : i + 1));
        }
        return zones.toString();
    }

    private void links(int stores, int channels, int externals) {
        yaml.append("links:\n");
        for (int i = 0; i < stores; i++) {
            int owner = gateways + random.nextInt(services - gateways);
            link(owner, "store-" + i, random.nextBoolean() ? "write" : "read");
        }
        for (int i = 0; i < channels; i++) {
            for (int end = 0; end < 3; end++) {
                link(gateways + random.nextInt(services - gateways), "topic-" + i, end == 0 ? "publish" : "consume");
            }
        }
        for (int i = 0; i < externals; i++) {
            link(gateways + random.nextInt(services - gateways), "partner-" + i, "call");
        }
        for (int number = gateways; number < services && written.size() < links; number++) {
            link(caller(number), name(number), "call"); // everything is called by somebody
        }
        while (written.size() < links) {
            int from = (int) (services * Math.pow(random.nextDouble(), 2.5)); // a handful call very many
            link(from, name(callee(from)), "call");
        }
    }

    /** Someone earlier in the order, mostly of the same team. */
    private int caller(int number) {
        boolean near = number > TEAM && random.nextInt(3) > 0;
        return near ? number - 1 - random.nextInt(TEAM) : random.nextInt(number);
    }

    /** Someone later in the order, mostly near or much called already; one in two hundred leads back. */
    private int callee(int from) {
        int choice = random.nextInt(200);
        if (choice == 0) {
            return random.nextInt(Math.max(1, from));
        }
        int callee = choice < 100 || called.isEmpty()
                ? from + 1 + random.nextInt(2 * TEAM)
                : called.get(random.nextInt(called.size()));
        return callee > from && callee < services ? callee : from + (services - from) / 2;
    }

    private void link(int from, String to, String purpose) {
        if (name(from).equals(to) || !written.add(name(from) + " -> " + to)) {
            return;
        }
        calls.computeIfAbsent(from, k -> new ArrayList<>()).add(to);
        if (to.startsWith("service-")) {
            called.add(number(to));
        }
        yaml.append("  - from: ").append(name(from)).append("\n    to: ").append(to);
        yaml.append("\n    purpose: ").append(purpose).append('\n');
        boolean async = to.startsWith("topic-");
        maybe(80, "    mode: " + (async ? "async" : "sync") + "\n");
        boolean soft = random.nextInt(3) == 0;
        maybe(70, "    need: " + (soft ? "soft" : "hard") + "\n");
        if (soft) {
            maybe(40, "    fallback: an empty answer\n");
        }
        if (!async) {
            bounds();
        } else {
            maybe(30, "    outbox: true\n");
        }
    }

    private void bounds() {
        int share = random.nextInt(100);
        if (share < 45) {
            yaml.append("    timeout:\n      total: ").append(1 + random.nextInt(8)).append("s\n");
        } else if (share < 65) {
            yaml.append("    timeout:\n      try: ").append(200 + 100 * random.nextInt(10)).append("ms\n");
        }
        maybe(25, "    retry:\n      attempts: " + (2 + random.nextInt(3)) + "\n      backoff: exponential\n      base: 50ms\n");
        maybe(10, "    breaker:\n      threshold: 50%\n");
        maybe(10, "    bulkhead: 32\n");
    }

    private void data(int stores) {
        yaml.append("data:\n");
        for (int i = 0; i < stores; i += 3) {
            yaml.append("  data-").append(i).append(":\n    stores: [store-").append(i).append("]\n");
            maybe(50, "    consistency: linearizable\n");
            maybe(50, "    on-partition: refuse\n");
            maybe(30, "    no-loss: true\n");
        }
    }

    /** Most journeys list the calls of one request, as a trace does; one in ten only says where it enters. */
    private void journeys() {
        yaml.append("journeys:\n");
        for (int i = 0; i < 10 + services / 100; i++) {
            int entry = i % gateways;
            yaml.append("  journey-").append(i).append(":\n    entry: ").append(name(entry)).append('\n');
            maybe(60, "    slo:\n      availability: 99.9%\n      latency: 2s\n");
            if (i % 10 != 9) {
                yaml.append("    uses:\n");
                trace(entry, 5 + (int) (60 * Math.pow(random.nextDouble(), 3))).forEach((use, need) -> {
                    yaml.append("      - link: ").append(use).append('\n').append(need);
                });
            }
        }
    }

    private Map<String, String> trace(int entry, int size) {
        Map<String, String> uses = new LinkedHashMap<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(entry));
        while (!open.isEmpty() && uses.size() < size) {
            int from = open.poll();
            List<String> next = calls.getOrDefault(from, List.of());
            for (int i = 0; i < Math.min(next.size(), 4) && uses.size() < size; i++) {
                String to = next.get(random.nextInt(next.size()));
                String need = random.nextInt(3) == 0 ? "        need: hard\n" : "";
                if (uses.putIfAbsent(name(from) + " -> " + to, need) == null && to.startsWith("service-")) {
                    open.add(number(to));
                }
            }
        }
        return uses;
    }

    private void maybe(int percent, String text) {
        if (random.nextInt(100) < percent) {
            yaml.append(text);
        }
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "service-%05d", number);
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring("service-".length()));
    }
}

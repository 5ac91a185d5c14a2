package quorate.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import quorate.importer.CorpusTruth.Pair;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.source.Node;

/** How well one system was read. */
record CorpusScore(String system, Count services, Count stores, Count replicas, Count links, List<String> remarks) {

    /** What was reported, what of it is true, and what of the truth was found. */
    record Count(int reported, int right, int wanted, int found) {
        double precision() {
            return reported == 0 ? 1 : (double) right / reported;
        }

        double recall() {
            return wanted == 0 ? 1 : (double) found / wanted;
        }

        Count plus(Count other) {
            return new Count(reported + other.reported, right + other.right, wanted + other.wanted, found + other.found);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%4.2f/%4.2f (%d/%d)", precision(), recall(), found, wanted);
        }
    }

    static CorpusScore of(String system, List<Draft> drafts, Node truthNode) {
        CorpusTruth truth = new CorpusTruth(truthNode);
        List<String> remarks = new ArrayList<>();
        Map<String, String> clusters = clusters(drafts, truth);
        Map<String, Entity> entities = new HashMap<>();
        Set<Pair> pairs = new LinkedHashSet<>();
        for (Draft draft : drafts) {
            draft.entities().stream().filter(e -> e.kind().isComponent())
                    .forEach(e -> entities.merge(known(e.id(), clusters, truth), e, (a, b) -> a.kind() == Kind.SERVICE ? b : a));
            for (Link link : draft.links()) {
                pairs.add(new Pair(known(link.from(), clusters, truth), known(link.to(), clusters, truth)));
            }
        }
        return new CorpusScore(
                system,
                services(entities, truth, remarks),
                stores(entities, truth, remarks),
                replicas(entities, truth, remarks),
                links(pairs, entities, clusters, truth, remarks),
                remarks);
    }

    /** A cluster that we name by what its members share is the one whose members the truth lists. */
    private static Map<String, String> clusters(List<Draft> drafts, CorpusTruth truth) {
        Map<String, String> names = new HashMap<>();
        for (Draft draft : drafts) {
            for (Entity entity : draft.entities()) {
                String how = entity.get(Keys.REPLICAS).origin().how();
                if (how.startsWith("members ")) {
                    String first = how.substring(8).split("[, ]")[0];
                    names.put(CorpusTruth.name(entity.id()), truth.known(first));
                }
            }
        }
        return names;
    }

    private static String known(String id, Map<String, String> clusters, CorpusTruth truth) {
        return clusters.getOrDefault(CorpusTruth.name(id), truth.known(id));
    }

    private static Count services(Map<String, Entity> entities, CorpusTruth truth, List<String> remarks) {
        int reported = 0;
        int right = 0;
        for (String id : new TreeSet<>(entities.keySet())) {
            if (entities.get(id).kind() == Kind.SERVICE) {
                reported++;
                boolean ok = truth.services.contains(id) || truth.infrastructure.contains(id);
                right += ok ? 1 : 0;
                if (!ok) {
                    remarks.add("no service: " + id);
                }
            }
        }
        int found = 0;
        for (String id : truth.services) {
            boolean ok = entities.containsKey(id) && entities.get(id).kind() == Kind.SERVICE;
            found += ok ? 1 : 0;
            if (!ok) {
                remarks.add("service not found: " + id);
            }
        }
        return new Count(reported, right, truth.services.size(), found);
    }

    private static Count stores(Map<String, Entity> entities, CorpusTruth truth, List<String> remarks) {
        int reported = 0;
        int right = 0;
        for (String id : new TreeSet<>(entities.keySet())) {
            Kind kind = entities.get(id).kind();
            // A registry or a store of metrics keeps state too; the truth lists it as infrastructure.
            if ((kind == Kind.STORE || kind == Kind.CHANNEL) && !truth.infrastructure.contains(id)
                    && !isTopic(entities.get(id), truth)) {
                reported++;
                right += truth.storeReplicas.containsKey(id) ? 1 : 0;
                if (!truth.storeReplicas.containsKey(id)) {
                    remarks.add("no store: " + id);
                }
            }
        }
        int found = 0;
        for (String id : truth.storeReplicas.keySet()) {
            Entity entity = entities.get(id);
            boolean ok = entity != null && (entity.kind() == Kind.STORE || entity.kind() == Kind.CHANNEL);
            found += ok ? 1 : 0;
            if (!ok) {
                remarks.add("store not found: " + id);
            }
        }
        return new Count(reported, right, truth.storeReplicas.size(), found);
    }

    /** A channel that is called by its address, where the truth names channels by what a document calls them. */
    private static boolean isTopic(Entity entity, CorpusTruth truth) {
        return entity.kind() == Kind.CHANNEL && !truth.channels.isEmpty()
                && !truth.storeReplicas.containsKey(CorpusTruth.name(entity.id()));
    }

    private static Count replicas(Map<String, Entity> entities, CorpusTruth truth, List<String> remarks) {
        int reported = 0;
        int right = 0;
        int wanted = 0;
        for (Map.Entry<String, String> stated : truth.storeReplicas.entrySet()) {
            Entity entity = entities.get(stated.getKey());
            boolean number = stated.getValue().matches("[0-9]+");
            wanted += number ? 1 : 0;
            if (entity != null && entity.get(Keys.REPLICAS).isKnown()) {
                reported++;
                boolean ok = entity.get(Keys.REPLICAS).or(-1).toString().equals(stated.getValue());
                right += ok ? 1 : 0;
                if (!ok) {
                    remarks.add("replicas of " + stated.getKey() + ": " + entity.get(Keys.REPLICAS).or(-1));
                }
            }
        }
        return new Count(reported, right, wanted, right);
    }

    private static Count links(
            Set<Pair> pairs, Map<String, Entity> entities, Map<String, String> clusters, CorpusTruth truth,
                    List<String> remarks) {
        Set<Pair> allowed = new LinkedHashSet<>();
        truth.allowed.forEach(pair -> allowed.add(known(pair, clusters, truth)));
        int reported = 0;
        int right = 0;
        for (Pair pair : pairs) {
            boolean watched = truth.watchers.contains(pair.to()) || truth.watchers.contains(pair.from());
            boolean ok = allowed.contains(pair)
                    || truth.brokers.contains(pair.to()) && allowed.contains(new Pair(pair.to(), pair.from()));
            boolean inWords = truth.inWords.stream().anyMatch(id -> known(id, clusters, truth).equals(pair.to()));
            boolean topic = entities.containsKey(pair.to()) && isTopic(entities.get(pair.to()), truth);
            if (!ok && (watched || inWords || topic)) {
                continue;
            }
            reported++;
            right += ok ? 1 : 0;
            if (!ok) {
                remarks.add("no link: " + pair.from() + " -> " + pair.to());
            }
        }
        int wanted = 0;
        int found = 0;
        for (Pair edge : truth.recalled) {
            Pair pair = known(edge, clusters, truth);
            if (pair.from().equals(pair.to())) {
                continue;
            }
            wanted++;
            boolean turned = truth.brokers.contains(pair.from()) && pairs.contains(new Pair(pair.to(), pair.from()));
            boolean ok = pairs.contains(pair) || turned;
            found += ok ? 1 : 0;
            if (!ok) {
                remarks.add("link not found: " + pair.from() + " -> " + pair.to());
            }
        }
        return new Count(reported, right, wanted, found);
    }

    private static Pair known(Pair pair, Map<String, String> clusters, CorpusTruth truth) {
        return new Pair(known(pair.from(), clusters, truth), known(pair.to(), clusters, truth));
    }

    static CorpusScore sum(List<CorpusScore> scores) {
        CorpusScore zero = new CorpusScore("all", new Count(0, 0, 0, 0), new Count(0, 0, 0, 0), new Count(0, 0, 0, 0),
                new Count(0, 0, 0, 0), List.of());
        return scores.stream().reduce(zero, (a, b) -> new CorpusScore(
                "all", a.services.plus(b.services), a.stores.plus(b.stores), a.replicas.plus(b.replicas),
                a.links.plus(b.links), List.of()));
    }

    static String table(List<CorpusScore> scores) {
        StringBuilder text = new StringBuilder("precision/recall (found/wanted)\n");
        String row = "%-24s %-20s %-20s %-20s %-20s%n";
        text.append(String.format(Locale.ROOT, row, "system", "services", "stores, channels", "replicas", "links"));
        List<CorpusScore> all = new ArrayList<>(scores);
        all.add(sum(scores));
        all.forEach(s -> text.append(String.format(Locale.ROOT, row, s.system, s.services, s.stores, s.replicas, s.links)));
        scores.forEach(s -> s.remarks.forEach(remark -> text.append(s.system).append(": ").append(remark).append('\n')));
        return text.toString();
    }
}

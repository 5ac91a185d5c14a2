package quorate.derive.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quorate.derive.agreement.Figure.Tone;
import quorate.derive.agreement.Reckoning.Section;
import quorate.formula.Majority;
import quorate.formula.ReadWriteQuorum;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Missing;
import quorate.model.Words.Topology;

/** Groups that decide by majority, and replicas that are read and written by quorum. */
final class Groups {

    private final Architecture architecture;

    Groups(Architecture architecture) {
        this.architecture = architecture;
    }

    private List<Entity> voting() {
        return Stream.of(Kind.STORE, Kind.CHANNEL)
                .flatMap(kind -> architecture.all(kind).stream())
                .filter(group -> group.get(Keys.TOPOLOGY).is(Topology.CONSENSUS) || group.get(Keys.VOTERS).isKnown())
                .toList();
    }

    List<Reckoning> voters() {
        return voting().stream().map(this::majority).toList();
    }

    private Reckoning majority(Entity group) {
        Optional<VoterSpread> known = VoterSpread.of(architecture, group);
        String about = decides(group);
        if (known.isEmpty()) {
            List<Figure> open = new Figures()
                    .add("Voters", "n, not stated", Tone.OPEN, "n voters", group, Keys.VOTERS)
                    .add("Majority", "floor(n/2) + 1", Tone.OPEN, "majority = floor(n/2) + 1", group, Keys.VOTERS)
                    .add("Crashes tolerated", "floor((n-1)/2)", Tone.OPEN, "crashes tolerated = n - majority", group, Keys.VOTERS)
                    .add("Size", "not known", Tone.OPEN, "n is not stated", group, Keys.VOTERS)
                    .all();
            return new Reckoning(Section.VOTERS, group, about, open, "majority", Map.of());
        }
        VoterSpread spread = known.get();
        int n = spread.voters();
        Majority majority = new Majority(n);
        boolean sure = spread.counted().equals(Keys.VOTERS);
        Key<?>[] inputs = sure ? new Key<?>[] {Keys.VOTERS} : new Key<?>[] {Keys.REPLICAS, Keys.VOTERS};
        boolean even = n % 2 == 0;
        List<Figure> figures = new Figures()
                .add("Voters", sure ? "" + n : n + " if all instances vote", sure ? Tone.PLAIN : Tone.OPEN, "n = " + n, group, inputs)
                .add("Majority", "" + majority.quorum(), Tone.PLAIN,
                        "majority = floor(" + n + "/2) + 1 = " + majority.quorum(), group, inputs)
                .add("Crashes tolerated", "" + majority.tolerated(), majority.tolerated() > 0 ? Tone.GOOD : Tone.BAD,
                        "crashes tolerated = " + n + " - " + majority.quorum() + " = " + majority.tolerated(), group, inputs)
                .add("Size", even ? "even: no more tolerance than " + (n - 1) + " voters, and a split in halves stops both" : "odd",
                        even ? Tone.BAD : Tone.PLAIN, even
                                ? "floor((" + n + "-1)/2) = floor((" + (n - 1) + "-1)/2) = " + majority.tolerated() : n + " is odd", group, inputs)
                .all();
        Map<String, String> prefill = new LinkedHashMap<>(Map.of("voters", "" + n));
        Map<String, Integer> zones = innermost(spread);
        if (!zones.isEmpty()) {
            prefill.put("zones", zones.values().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return new Reckoning(Section.VOTERS, group, about, figures, "majority", prefill);
    }

    /** The coordinations that are built on the group. */
    private String decides(Entity group) {
        List<String> built = architecture.all(Kind.COORDINATION).stream()
                .filter(one -> one.get(Keys.BUILT_ON).is(group.id()))
                .map(Entity::title)
                .toList();
        return built.isEmpty() ? "" : "decides for " + String.join(", ", built);
    }

    private static Map<String, Integer> innermost(VoterSpread spread) {
        Map<String, Integer> zones = new LinkedHashMap<>();
        spread.held().forEach((domain, held) -> {
            if (spread.domains().contains(domain)) {
                zones.put(domain, held);
            }
        });
        return zones;
    }

    List<Reckoning> losses() {
        List<Reckoning> all = new ArrayList<>();
        for (Entity group : voting()) {
            VoterSpread.of(architecture, group).ifPresent(spread -> {
                if (spread.held().isEmpty()) {
                    all.add(unplaced(group, spread));
                } else {
                    spread.held().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                            .forEach(entry -> all.add(loss(group, spread, entry.getKey(), entry.getValue())));
                }
            });
        }
        return all;
    }

    private Reckoning loss(Entity group, VoterSpread spread, String domain, int held) {
        Majority majority = new Majority(spread.voters());
        boolean survives = majority.survivesLossOf(held);
        int left = spread.voters() - held;
        Key<?> from = spread.placed().get();
        List<Figure> figures = new Figures()
                .add("Voters in it", held + " of " + spread.voters(), Tone.PLAIN, held + " of " + spread.voters() + " stand in " + domain,
                        group, spread.counted(), from)
                .add("Voters left", "" + left, Tone.PLAIN, spread.voters() + " - " + held + " = " + left, group, spread.counted(), from)
                .add("Still decides", survives ? "yes" : "no", survives ? Tone.GOOD : isWholeSystem(domain) ? Tone.PLAIN : Tone.BAD,
                        left + (survives ? " >= " : " < ") + majority.quorum() + ", the majority", group, spread.counted(), from)
                .all();
        return new Reckoning(Section.LOSSES, group, architecture.find(Kind.FAULT_DOMAIN, domain).map(Entity::title).orElse(domain), figures, "", Map.of());
    }

    /** Whether all that has a place stands in it, so that its loss is that of the system and not of a majority. */
    private boolean isWholeSystem(String domain) {
        return architecture.components().stream()
                .flatMap(one -> Stream.of(Keys.PLACEMENT, Keys.VOTER_PLACEMENT).flatMap(key -> one.get(key).or(List.of()).stream()))
                .allMatch(place -> architecture.around(place).contains(domain));
    }

    /** One of d domains holds at least n/d of the voters, wherever they are. */
    private Reckoning unplaced(Entity group, VoterSpread spread) {
        int n = spread.voters();
        Majority majority = new Majority(n);
        boolean named = !spread.domains().isEmpty();
        int least = named ? (n + spread.domains().size() - 1) / spread.domains().size() : 0;
        boolean fatal = named && !majority.survivesLossOf(least);
        String bound = named ? "at least " + least + " of " + n + " in one of " + spread.domains().size() : "v, not stated";
        List<Figure> figures = new Figures()
                .add("Voters in it", bound, Tone.OPEN, "which voter stands where is not stated", group, Keys.VOTER_PLACEMENT)
                .add("Voters left", named ? "at most " + (n - least) : n + " - v", Tone.OPEN, n + " - v", group, Keys.VOTER_PLACEMENT)
                .add("Still decides", fatal ? "not after the loss of the fullest" : n + " - v >= " + majority.quorum(),
                        fatal ? Tone.BAD : Tone.OPEN, "a domain with v voters may be lost if " + n + " - v >= " + majority.quorum(),
                        group, spread.counted(), Keys.VOTER_PLACEMENT)
                .all();
        String about = named ? "the fullest of " + String.join(", ", spread.domains().stream().sorted().toList()) : "any fault domain";
        return new Reckoning(Section.LOSSES, group, about, figures, "", Map.of());
    }

    List<Reckoning> quorums() {
        return architecture.all(Kind.STORE).stream()
                .filter(store -> store.get(Keys.TOPOLOGY).is(Topology.LEADERLESS) || store.get(Keys.QUORUM_N).isKnown())
                .map(this::quorum)
                .toList();
    }

    private Reckoning quorum(Entity store) {
        Key<?>[] inputs = {Keys.QUORUM_N, Keys.QUORUM_R, Keys.QUORUM_W};
        String n = value(store, Keys.QUORUM_N, "N");
        String r = value(store, Keys.QUORUM_R, "R");
        String w = value(store, Keys.QUORUM_W, "W");
        boolean sloppy = store.get(Keys.QUORUM_STRICT).is(false);
        boolean strict = store.get(Keys.QUORUM_STRICT).is(true);
        ReadWriteQuorum quorum = new ReadWriteQuorum(
                store.get(Keys.QUORUM_N).or(0), store.get(Keys.QUORUM_R).or(0), store.get(Keys.QUORUM_W).or(0));
        boolean hasN = store.get(Keys.QUORUM_N).isKnown();
        boolean hasR = hasN && store.get(Keys.QUORUM_R).isKnown();
        boolean hasW = hasN && store.get(Keys.QUORUM_W).isKnown();
        Figures figures = new Figures();
        figures.add("N, R, W", n + ", " + r + ", " + w, hasR && hasW ? Tone.PLAIN : Tone.OPEN, "N replicas of a key, R read, W written", store, inputs);
        meets(figures, store, "A read meets the last write", r + " + " + w + " - " + n, hasR && hasW, quorum.readMeetsWrite(), sloppy, strict, inputs);
        meets(figures, store, "Two writes meet", "2 × " + w + " - " + n, hasW, quorum.writeMeetsWrite(), sloppy, strict, Keys.QUORUM_N, Keys.QUORUM_W);
        figures.add("Losses that reads survive", hasR ? "" + quorum.readsTolerate() : n + " - " + r, hasR ? Tone.PLAIN : Tone.OPEN,
                "N - R = " + n + " - " + r, store, Keys.QUORUM_N, Keys.QUORUM_R);
        figures.add("Losses that writes survive", hasW ? "" + quorum.writesTolerate() : n + " - " + w, hasW ? Tone.PLAIN : Tone.OPEN,
                "N - W = " + n + " - " + w, store, Keys.QUORUM_N, Keys.QUORUM_W);
        zone(figures, store, hasR && hasW, quorum);
        Map<String, String> prefill = new LinkedHashMap<>();
        Map.of("n", Keys.QUORUM_N, "r", Keys.QUORUM_R, "w", Keys.QUORUM_W).forEach((name, key) ->
                store.get(key).value().ifPresent(value -> prefill.put(name, "" + value)));
        return new Reckoning(Section.QUORUMS, store, "", figures.all(), "read-write-quorum", prefill);
    }

    private static String value(Entity store, Key<Integer> key, String symbol) {
        return store.get(key).value().map(String::valueOf).orElse(symbol);
    }

    private static void meets(
            Figures figures, Entity store, String name, String formula, boolean known, int shared, boolean sloppy, boolean strict, Key<?>... inputs) {
        Key<?>[] all = java.util.Arrays.copyOf(inputs, inputs.length + 1);
        all[inputs.length] = Keys.QUORUM_STRICT;
        if (sloppy) {
            figures.add(name, "no: quorums are not strict", Tone.BAD, "replicas that stand in need not be shared", store, all);
        } else if (!known) {
            figures.add(name, formula + " > 0", Tone.OPEN, "shared replicas = " + formula, store, all);
        } else if (shared == 0) {
            figures.add(name, "no: none shared", Tone.BAD, "max(0, " + formula + ") = 0", store, all);
        } else {
            figures.add(name, "yes: " + shared + " shared" + (strict ? "" : ", if quorums are strict"), strict ? Tone.GOOD : Tone.OPEN,
                    formula + " = " + shared + " > 0", store, all);
        }
    }

    /** With replicas of a key spread evenly, one of d zones holds at most ceil(N/d) of them. */
    private static void zone(Figures figures, Entity store, boolean known, ReadWriteQuorum quorum) {
        Set<String> zones = Set.copyOf(store.get(Keys.PLACEMENT).or(List.of()));
        if (!known || zones.size() < 2) {
            figures.add("Loss of a zone", zones.size() == 1 ? "stops both: one zone holds all" : "not known",
                    zones.size() == 1 ? Tone.BAD : Tone.OPEN, "replicas of a key in one zone against N - R and N - W", store, Keys.PLACEMENT,
                    Keys.QUORUM_N, Keys.QUORUM_R, Keys.QUORUM_W);
            return;
        }
        int held = (quorum.replicas() + zones.size() - 1) / zones.size();
        boolean reads = held <= quorum.readsTolerate();
        boolean writes = held <= quorum.writesTolerate();
        String effect = reads && writes ? "reads and writes go on" : reads ? "writes stop, reads go on" : writes ? "reads stop, writes go on" : "both stop";
        Evidence why = Evidence.derived(
                "if the replicas of a key are spread evenly, a zone holds at most ceil(" + quorum.replicas() + "/" + zones.size() + ") = " + held
                        + "; N - R = " + quorum.readsTolerate() + ", N - W = " + quorum.writesTolerate(),
                Evidence.of(store, Keys.PLACEMENT), Evidence.of(store, Keys.QUORUM_N), Evidence.of(store, Keys.QUORUM_R), Evidence.of(store, Keys.QUORUM_W));
        figures.add("Loss of a zone", effect + ", if spread evenly", reads && writes ? Tone.GOOD : Tone.BAD, why, Set.<Missing>of());
    }
}

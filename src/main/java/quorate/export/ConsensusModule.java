package quorate.export;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import quorate.derive.Scenario;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words;
import quorate.model.Words.FailureKind;
import quorate.review.Review;

/**
 * A replicated log with an elected leader, after Raft (Ongaro and Ousterhout, 2014): an election, a round of replication and a
 * commit are one step each; terms, logs, crashes and cuts are as they are.
 */
final class ConsensusModule {

    private final Review review;
    private final Entity group;
    private final TlaText text = new TlaText();

    ConsensusModule(Review review, Entity group) {
        this.review = review;
        this.group = group;
    }

    FormalModule module() {
        String name = TlaText.name("Consensus", group.id());
        boolean fresh = data().stream().anyMatch(d -> d.get(Keys.CONSISTENCY).is(c -> c.equals("linearizable") || c.equals("strict-serializable")));
        List<String> invariants = new ArrayList<>(List.of("TypeOK", "OneLeaderInATerm", "Agreement", "Durable"));
        if (fresh) {
            invariants.add("ReadsAreFresh");
        }
        String own = invariants(invariants);
        String body = BODY
                .replace("@NAME@", name)
                .replace("@TITLE@", TlaText.comment("Replicated log of " + group.title() + ", described at " + group.at().brief() + "."))
                .replace("@VOTERS@", voters())
                .replace("@FLUSHED@", text.truth("Flushed", group.get(Keys.FLUSH), group.get(Keys.FLUSH).is(Words.Flush.EACH_COMMIT),
                        "durability.flush of " + group.id()))
                .replace("@SCENARIOS@", scenarios())
                .replace("@READS@", fresh ? "\n    \\/ \\E n \\in Voter, Q \\in Quorum : Read(n, Q)" : "")
                .replace("@OWN@", own);
        String bounds = count() > 3
                ? "\\* All states of so many voters take long; -simulate takes samples of them."
                : "\\* Bounds that a laptop checks in a minute or so; raise them one at a time.";
        String configuration = bounds + "\nSPECIFICATION Spec\n"
                + "CONSTANTS\n    MaxTerm = 2\n    MaxLog = " + (count() > 3 ? 1 : 2) + "\n    MaxFaults = 1\n"
                + "INVARIANTS\n    " + String.join("\n    ", invariants) + "\n"
                + "\\* With bounds, the model ends where they are reached.\nCHECK_DEADLOCK FALSE\n";
        return new FormalModule(group, "consensus", "At most one leader in a term; what is committed is never lost or contradicted.",
                text.assumed(), name, body, configuration);
    }

    private List<Entity> data() {
        return review.input().linked().architecture().all(Kind.DATA_DOMAIN).stream()
                .filter(domain -> domain.get(Keys.STORES).or(List.of()).contains(group.id()))
                .toList();
    }

    private int count() {
        return Math.max(1, Math.min(9, group.get(Keys.VOTERS).or(group.get(Keys.REPLICAS).or(3))));
    }

    private String voters() {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count(); i++) {
            names.add("n" + i);
        }
        StringBuilder lines = new StringBuilder("Voter == " + TlaText.strings(names) + "   ");
        boolean known = group.get(Keys.VOTERS).isKnown();
        lines.append(TlaText.comment(known ? "as stated at " + group.get(Keys.VOTERS).origin().at().brief() : "assumed: voters are not stated")).append('\n');
        List<String> places = group.get(Keys.VOTER_PLACEMENT).or(List.of());
        if (places.size() != names.size()) {
            lines.append(TlaText.comment("voter-placement is not stated: each voter is taken to stand alone")).append("\nPlace == [n \\in Voter |-> n]");
            return lines.toString();
        }
        lines.append("Place == [n \\in Voter |-> CASE ");
        for (int i = 0; i < places.size(); i++) {
            lines.append(i == 0 ? "" : "\n                             [] ").append("n = ").append(TlaText.string(names.get(i)))
                    .append(" -> ").append(TlaText.string(places.get(i)));
        }
        return lines.append(']').toString();
    }

    /** The failures of the analysis that the actions below make, so that each can be found again. */
    private String scenarios() {
        List<String> lines = new ArrayList<>();
        for (Scenario scenario : review.input().derived().scenarios()) {
            boolean own = scenario.failure().subject().id().equals(group.id());
            boolean place = group.get(Keys.VOTER_PLACEMENT).or(List.of()).contains(scenario.failure().subject().id());
            FailureKind kind = scenario.failure().kind();
            if (own && (kind == FailureKind.REPLICA_LOSS || kind == FailureKind.LEADER_LOSS)) {
                lines.add(TlaText.comment("  Crash      " + scenario.failure().id()));
            } else if (place && (kind == FailureKind.ZONE_LOSS || kind == FailureKind.REGION_LOSS)) {
                lines.add(TlaText.comment("  LosePlace  " + scenario.failure().id()));
            } else if (place && kind == FailureKind.PARTITION) {
                lines.add(TlaText.comment("  CutOff     " + scenario.failure().id()));
            }
        }
        return lines.isEmpty() ? TlaText.comment("  none was computed for this group") : String.join("\n", lines);
    }

    /** What the data state must always be true; only its author can say it of the log. */
    private String invariants(List<String> names) {
        StringBuilder lines = new StringBuilder();
        TreeSet<String> taken = new TreeSet<>(names);
        for (Entity domain : data()) {
            for (Facts invariant : domain.get(Keys.INVARIANTS).or(List.of())) {
                String words = invariant.get(Keys.INVARIANT).or("");
                String free = TlaText.name("Inv", words);
                if (!words.isEmpty() && taken.add(free)) {
                    String held = invariant.get(Keys.HELD_BY).value().map(Words::written).orElse("nothing that is stated");
                    lines.append('\n').append(TlaText.comment(domain.title() + ": " + words + "; held by " + held + "."))
                            .append('\n').append(TlaText.comment("To be written over Applied(n), what voter n has applied; until then it says nothing."))
                            .append('\n').append(free).append(" == \\A n \\in Voter : Applied(n) = Applied(n)\n");
                    names.add(free);
                }
            }
        }
        return lines.toString();
    }

    private static final String BODY = """
            ---- MODULE @NAME@ ----
            @TITLE@
            \\* Made from the architecture. Left out: membership changes, snapshots, and messages one by one: an election, a
            \\* replication and a commit are each one step that needs the links it uses.
            EXTENDS Naturals, FiniteSets, Sequences

            CONSTANTS MaxTerm, MaxLog, MaxFaults   \\* bounds of the model, none of the system

            @VOTERS@
            @FLUSHED@

            Places == {Place[n] : n \\in Voter}
            Quorum == {Q \\in SUBSET Voter : 2 * Cardinality(Q) > Cardinality(Voter)}

            VARIABLES
                term,     \\* the newest term each voter knows; survives a crash
                leads,    \\* the term that a voter believes to lead, else 0
                log,      \\* a log of each voter: the terms of its entries, which tell entries of one index apart
                commit,   \\* how many entries each voter knows to be committed
                up,       \\* voters that run
                cut,      \\* places that are cut off from the others
                chosen,   \\* every log prefix that was ever committed; only for the invariants
                stale,    \\* whether a read has missed what was committed before; only for the invariants
                faults    \\* how many failures there were

            vars == <<term, leads, log, commit, up, cut, chosen, stale, faults>>

            Max(a, b) == IF a > b THEN a ELSE b
            Prefix(s, t) == Len(s) <= Len(t) /\\ \\A i \\in 1..Len(s) : s[i] = t[i]
            LastTerm(s) == IF s = <<>> THEN 0 ELSE s[Len(s)]
            Applied(n) == SubSeq(log[n], 1, commit[n])
            Linked(a, b) == a \\in up /\\ b \\in up /\\ (Place[a] = Place[b] \\/ (Place[a] \\notin cut /\\ Place[b] \\notin cut))
            Hears(n, Q) == n \\in Q /\\ \\A m \\in Q : Linked(n, m)

            TypeOK ==
                /\\ term \\in [Voter -> 0..MaxTerm]
                /\\ leads \\in [Voter -> 0..MaxTerm]
                /\\ \\A n \\in Voter : Len(log[n]) <= MaxLog /\\ \\A i \\in 1..Len(log[n]) : log[n][i] \\in 1..MaxTerm
                /\\ \\A n \\in Voter : commit[n] \\in 0..Len(log[n])
                /\\ up \\subseteq Voter /\\ cut \\subseteq Places /\\ stale \\in BOOLEAN /\\ faults \\in 0..MaxFaults

            Init ==
                /\\ term = [n \\in Voter |-> 0] /\\ leads = [n \\in Voter |-> 0]
                /\\ log = [n \\in Voter |-> <<>>] /\\ commit = [n \\in Voter |-> 0]
                /\\ up = Voter /\\ cut = {} /\\ chosen = {} /\\ stale = FALSE /\\ faults = 0

            \\* A voter grants its vote once in a term, and only to a log that is at least as new as its own.
            NewEnough(n, m) ==
                LastTerm(log[n]) > LastTerm(log[m]) \\/ (LastTerm(log[n]) = LastTerm(log[m]) /\\ Len(log[n]) >= Len(log[m]))

            Elect(n, Q) ==
                /\\ Hears(n, Q)
                /\\ \\E t \\in 1..MaxTerm :
                    /\\ \\A m \\in Q : term[m] < t /\\ NewEnough(n, m)
                    /\\ term' = [m \\in Voter |-> IF m \\in Q THEN t ELSE term[m]]
                    /\\ leads' = [m \\in Voter |-> IF m = n THEN t ELSE IF m \\in Q THEN 0 ELSE leads[m]]
                /\\ UNCHANGED <<log, commit, up, cut, chosen, stale, faults>>

            Propose(n) ==
                /\\ n \\in up /\\ leads[n] # 0 /\\ Len(log[n]) < MaxLog
                /\\ log' = [log EXCEPT ![n] = Append(@, leads[n])]
                /\\ UNCHANGED <<term, leads, commit, up, cut, chosen, stale, faults>>

            Replicate(n, m) ==
                /\\ n # m /\\ Linked(n, m) /\\ leads[n] # 0 /\\ term[m] <= leads[n]
                /\\ ~Prefix(log[n], log[m]) \\/ term[m] < leads[n] \\/ commit[m] < commit[n]
                /\\ term' = [term EXCEPT ![m] = leads[n]]
                /\\ leads' = [leads EXCEPT ![m] = 0]
                /\\ log' = [log EXCEPT ![m] = IF Prefix(log[n], @) THEN @ ELSE log[n]]
                /\\ commit' = [commit EXCEPT ![m] = Max(@, commit[n])]
                /\\ UNCHANGED <<up, cut, chosen, stale, faults>>

            \\* Only an entry of its own term is counted; what lies before it is committed with it.
            Commit(n, Q) ==
                /\\ leads[n] # 0 /\\ Hears(n, Q) /\\ \\A m \\in Q : term[m] = leads[n]
                /\\ \\E i \\in (commit[n] + 1)..Len(log[n]) :
                    /\\ log[n][i] = leads[n]
                    /\\ \\A m \\in Q : Prefix(SubSeq(log[n], 1, i), log[m])
                    /\\ commit' = [commit EXCEPT ![n] = i]
                    /\\ chosen' = chosen \\cup {SubSeq(log[n], 1, i)}
                /\\ UNCHANGED <<term, leads, log, up, cut, stale, faults>>

            \\* A linearizable read: the leader has committed in its term, and a majority still takes it for the leader.
            Read(n, Q) ==
                /\\ leads[n] # 0 /\\ Hears(n, Q) /\\ \\A m \\in Q : term[m] <= leads[n]
                /\\ commit[n] > 0 /\\ log[n][commit[n]] = leads[n]
                /\\ stale' = (stale \\/ \\E c \\in chosen : Len(c) > commit[n])
                /\\ UNCHANGED <<term, leads, log, commit, up, cut, chosen, faults>>

            \\* What fails. The scenarios of the analysis are made by:
            @SCENARIOS@
            Stop(who) ==
                /\\ faults < MaxFaults /\\ faults' = faults + 1
                /\\ up' = up \\ who
                /\\ leads' = [n \\in Voter |-> IF n \\in who THEN 0 ELSE leads[n]]
                /\\ commit' = [n \\in Voter |-> IF n \\in who THEN 0 ELSE commit[n]]
                /\\ \\/ log' = log
                   \\/ ~Flushed /\\ log' = [n \\in Voter |-> IF n \\in who /\\ log[n] # <<>> THEN SubSeq(log[n], 1, Len(log[n]) - 1) ELSE log[n]]
                /\\ UNCHANGED <<term, cut, chosen, stale>>

            Crash(n) == n \\in up /\\ Stop({n})
            LosePlace(p) == (\\E n \\in up : Place[n] = p) /\\ Stop({n \\in up : Place[n] = p})
            CutOff(p) ==
                /\\ p \\notin cut /\\ faults < MaxFaults /\\ faults' = faults + 1 /\\ cut' = cut \\cup {p}
                /\\ UNCHANGED <<term, leads, log, commit, up, chosen, stale>>

            Restart(n) == n \\notin up /\\ up' = up \\cup {n} /\\ UNCHANGED <<term, leads, log, commit, cut, chosen, stale, faults>>
            Heal(p) == p \\in cut /\\ cut' = cut \\ {p} /\\ UNCHANGED <<term, leads, log, commit, up, chosen, stale, faults>>

            Next ==
                \\/ \\E n \\in Voter, Q \\in Quorum : Elect(n, Q) \\/ Commit(n, Q)
                \\/ \\E n, m \\in Voter : Replicate(n, m)
                \\/ \\E n \\in Voter : Propose(n) \\/ Crash(n) \\/ Restart(n)
                \\/ \\E p \\in Places : LosePlace(p) \\/ CutOff(p) \\/ Heal(p)@READS@

            Spec == Init /\\ [][Next]_vars

            OneLeaderInATerm == \\A n, m \\in Voter : leads[n] # 0 /\\ leads[n] = leads[m] => n = m
            Agreement == \\A c, d \\in chosen : Prefix(c, d) \\/ Prefix(d, c)
            Durable == \\A c \\in chosen : \\E Q \\in Quorum : \\A n \\in Q : Prefix(c, log[n])
            ReadsAreFresh == ~stale
            @OWN@
            ====
            """;
}

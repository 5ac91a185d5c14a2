package quorate.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Words;
import quorate.model.Words.Topology;

/** A leader or a lock that is held for a time, and writes that carry the holder's number (Kleppmann, 2016). */
final class LeaseModule {

    private final Architecture architecture;
    private final Entity lease;
    private final TlaText text = new TlaText();

    LeaseModule(Architecture architecture, Entity lease) {
        this.architecture = architecture;
        this.lease = lease;
    }

    FormalModule module() {
        String name = TlaText.name("Lease", lease.id());
        String body = BODY
                .replace("@NAME@", name)
                .replace("@TITLE@", TlaText.comment(Words.written(lease.get(Keys.COORDINATION_PURPOSE).value().orElseThrow()) + " "
                        + lease.title() + ", described at " + lease.at().brief() + "."))
                .replace("@PROTECTS@", TlaText.comment("It protects " + String.join(", ", lease.get(Keys.PROTECTS).or(List.of("what is not stated")))
                        + "; the token is " + lease.get(Keys.FENCING_TOKEN).or("not stated") + "."))
                .replace("@CLIENTS@", "Client == " + TlaText.strings(clients()))
                .replace("@CHECKED@", text.truth("Checked", lease.get(Keys.TOKEN_CHECKED_BY), lease.get(Keys.TOKEN_CHECKED_BY).isKnown(),
                        "token-checked-by of " + lease.id()))
                .replace("@REMEMBERS@", remembers());
        String configuration = """
                SPECIFICATION Spec
                CONSTANTS
                    MaxToken = 3
                INVARIANTS
                    TypeOK
                    OneHolderOfEachToken
                    NoStaleWrite
                \\* With bounds, the model ends where they are reached.
                CHECK_DEADLOCK FALSE
                """;
        return new FormalModule(lease, Words.written(lease.get(Keys.COORDINATION_PURPOSE).value().orElseThrow()),
                "No write of an old holder is accepted after one of a newer holder.", text.assumed(), name, body, configuration);
    }

    /** Two instances of each user, or of one user that is not stated: two are enough for every fault of a lease. */
    private List<String> clients() {
        List<String> clients = new ArrayList<>();
        for (String user : lease.get(Keys.USED_BY).or(List.of("client"))) {
            clients.add(user + "-1");
            clients.add(user + "-2");
        }
        return clients.subList(0, Math.min(4, clients.size()));
    }

    /** What decides forgets an acknowledged lease when its leader is replaced by a copy that lags. */
    private String remembers() {
        Optional<Entity> built = lease.get(Keys.BUILT_ON).value().flatMap(architecture::component);
        if (built.isEmpty() || built.get().get(Keys.TOPOLOGY).isUnknown()) {
            String where = built.map(b -> "replication.topology of " + b.id()).orElse("built-on of " + lease.id());
            text.assume(List.of(1), where + " is not stated; Remembers is taken to be TRUE");
            return "Remembers == TRUE   " + TlaText.comment("assumed: " + where + " is not stated. Check with FALSE, too.");
        }
        Entity store = built.get();
        boolean lags = !store.get(Keys.TOPOLOGY).is(Topology.CONSENSUS) && !store.get(Keys.REPLICAS).is(1)
                && !store.get(Keys.REPLICATION_MODE).is(Words.ReplicationMode.SYNC);
        return "Remembers == " + TlaText.bool(!lags) + "   " + TlaText.comment("replication of " + store.id() + ", " + store.at().brief());
    }

    private static final String BODY = """
            ---- MODULE @NAME@ ----
            @TITLE@
            @PROTECTS@
            EXTENDS Naturals

            CONSTANT MaxToken   \\* bound of the model

            @CLIENTS@
            @CHECKED@
            @REMEMBERS@
            None == "none"

            VARIABLES
                holder,    \\* to whom the lease is given, as what decides knows it
                token,     \\* the token of the newest lease that it remembers
                belief,    \\* the token with which each client believes to hold the lease, else 0
                issued,    \\* who was ever given which token; only for the invariants
                accepted,  \\* the token of the newest write that was accepted
                stale      \\* whether a write of an older holder was accepted later; only for the invariants

            vars == <<holder, token, belief, issued, accepted, stale>>

            TypeOK ==
                /\\ holder \\in Client \\cup {None} /\\ token \\in 0..MaxToken /\\ belief \\in [Client -> 0..MaxToken]
                /\\ issued \\subseteq (1..MaxToken) \\X Client /\\ accepted \\in 0..MaxToken /\\ stale \\in BOOLEAN

            Init ==
                /\\ holder = None /\\ token = 0 /\\ belief = [c \\in Client |-> 0] /\\ issued = {} /\\ accepted = 0 /\\ stale = FALSE

            Acquire(c) ==
                /\\ holder = None /\\ token < MaxToken
                /\\ token' = token + 1 /\\ holder' = c
                /\\ belief' = [belief EXCEPT ![c] = token + 1] /\\ issued' = issued \\cup {<<token + 1, c>>}
                /\\ UNCHANGED <<accepted, stale>>

            \\* The lease runs out while its holder is paused, cut off, or goes by a slow clock: the holder does not know.
            Expire == holder # None /\\ holder' = None /\\ UNCHANGED <<token, belief, issued, accepted, stale>>

            \\* It learns of it, or gives the lease back.
            Notice(c) ==
                /\\ belief[c] # 0 /\\ (holder # c \\/ belief[c] # token)
                /\\ belief' = [belief EXCEPT ![c] = 0] /\\ UNCHANGED <<holder, token, issued, accepted, stale>>
            Release(c) ==
                /\\ holder = c /\\ belief[c] = token /\\ holder' = None /\\ belief' = [belief EXCEPT ![c] = 0]
                /\\ UNCHANGED <<token, issued, accepted, stale>>

            \\* What decides loses the newest lease that it has acknowledged.
            Forget ==
                /\\ ~Remembers /\\ token > 0 /\\ token' = token - 1 /\\ holder' = None
                /\\ UNCHANGED <<belief, issued, accepted, stale>>

            Write(c) ==
                /\\ belief[c] # 0 /\\ (Checked => belief[c] >= accepted)
                /\\ stale' = (stale \\/ belief[c] < accepted)
                /\\ accepted' = IF belief[c] > accepted THEN belief[c] ELSE accepted
                /\\ UNCHANGED <<holder, token, belief, issued>>

            Next ==
                \\/ Expire \\/ Forget
                \\/ \\E c \\in Client : Acquire(c) \\/ Notice(c) \\/ Release(c) \\/ Write(c)

            Spec == Init /\\ [][Next]_vars

            OneHolderOfEachToken == \\A one, two \\in issued : one[1] = two[1] => one[2] = two[2]
            NoStaleWrite == ~stale
            ====
            """;
}

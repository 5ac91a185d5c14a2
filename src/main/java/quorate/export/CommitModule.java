package quorate.export;

import java.util.ArrayList;
import java.util.List;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Words;

/** Two-phase commit, or try, confirm and cancel, which has the same shape (Gray and Lamport, 2006). */
final class CommitModule {

    private final Entity transaction;
    private final TlaText text = new TlaText();

    CommitModule(Entity transaction) {
        this.transaction = transaction;
    }

    FormalModule module() {
        String name = TlaText.name("Commit", transaction.id());
        List<String> participants = new ArrayList<>();
        for (Facts step : transaction.get(Keys.STEPS).or(List.of())) {
            String free = step.get(Keys.STEP_SERVICE).or("participant");
            participants.add(participants.contains(free) ? free + "-" + (participants.size() + 1) : free);
        }
        String body = BODY
                .replace("@NAME@", name)
                .replace("@TITLE@", TlaText.comment(transaction.title() + ", described at " + transaction.at().brief() + "."))
                .replace("@PARTICIPANTS@", "Participant == " + TlaText.strings(participants))
                .replace("@DURABLE@", text.truth("Durable", transaction.get(Keys.COORDINATOR_REPLICATED),
                        transaction.get(Keys.COORDINATOR_REPLICATED).is(true), "coordinator-replicated of " + transaction.id()));
        String configuration = """
                SPECIFICATION Spec
                INVARIANTS
                    TypeOK
                    Consistent
                \\* Fails where the coordinator's decision is lost with it: those that have prepared wait for ever.
                PROPERTIES Ends
                """;
        return new FormalModule(transaction, Words.written(transaction.get(Keys.STYLE).value().orElseThrow()),
                "No participant commits while another aborts; every participant ends.", text.assumed(), name, body, configuration);
    }

    private static final String BODY = """
            ---- MODULE @NAME@ ----
            @TITLE@
            \\* Messages are a set that grows: they may be late and come again. A lost one is one that nobody reads yet.
            @PARTICIPANTS@
            @DURABLE@

            VARIABLES
                state,     \\* of each participant: "working", "prepared", "committed", "aborted"
                decision,  \\* of the coordinator: "none", "commit", "abort"
                up,        \\* whether the coordinator runs
                crashed,   \\* whether it has been down once, which is enough
                sent       \\* decisions that were sent

            vars == <<state, decision, up, crashed, sent>>

            TypeOK ==
                /\\ state \\in [Participant -> {"working", "prepared", "committed", "aborted"}]
                /\\ decision \\in {"none", "commit", "abort"} /\\ up \\in BOOLEAN /\\ crashed \\in BOOLEAN
                /\\ sent \\subseteq {"commit", "abort"}

            Init ==
                /\\ state = [p \\in Participant |-> "working"]
                /\\ decision = "none" /\\ up = TRUE /\\ crashed = FALSE /\\ sent = {}

            Prepare(p) == state[p] = "working" /\\ state' = [state EXCEPT ![p] = "prepared"] /\\ UNCHANGED <<decision, up, crashed, sent>>
            Refuse(p) == state[p] = "working" /\\ state' = [state EXCEPT ![p] = "aborted"] /\\ UNCHANGED <<decision, up, crashed, sent>>

            Decide ==
                /\\ up /\\ decision = "none"
                /\\ \\/ (\\A p \\in Participant : state[p] = "prepared") /\\ decision' = "commit"
                   \\/ decision' = "abort"
                /\\ UNCHANGED <<state, up, crashed, sent>>
            Tell == up /\\ decision # "none" /\\ sent' = sent \\cup {decision} /\\ UNCHANGED <<state, decision, up, crashed>>

            Obey(p) ==
                /\\ state[p] \\in {"working", "prepared"}
                /\\ \\/ "commit" \\in sent /\\ state[p] = "prepared" /\\ state' = [state EXCEPT ![p] = "committed"]
                   \\/ "abort" \\in sent /\\ state' = [state EXCEPT ![p] = "aborted"]
                /\\ UNCHANGED <<decision, up, crashed, sent>>

            \\* What fails: the coordinator, at any point. What it has not kept it decides anew.
            Crash == up /\\ ~crashed /\\ up' = FALSE /\\ crashed' = TRUE /\\ UNCHANGED <<state, decision, sent>>
            Recover ==
                /\\ ~up /\\ up' = TRUE /\\ decision' = IF Durable THEN decision ELSE "none"
                /\\ UNCHANGED <<state, crashed, sent>>

            Ended == \\A p \\in Participant : state[p] \\in {"committed", "aborted"}
            Over == Ended /\\ UNCHANGED vars

            Next ==
                \\/ Decide \\/ Tell \\/ Crash \\/ Recover \\/ Over
                \\/ \\E p \\in Participant : Prepare(p) \\/ Refuse(p) \\/ Obey(p)

            Fairness == WF_vars(Decide) /\\ WF_vars(Tell) /\\ WF_vars(Recover) /\\ \\A p \\in Participant : WF_vars(Obey(p))
            Spec == Init /\\ [][Next]_vars /\\ Fairness

            Consistent == \\A p, q \\in Participant : ~(state[p] = "committed" /\\ state[q] = "aborted")
            Ends == <>Ended
            ====
            """;
}

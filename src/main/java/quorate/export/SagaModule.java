package quorate.export;

import java.util.ArrayList;
import java.util.List;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Words;

/**
 * A saga (Garcia-Molina and Salem, 1987) with a pivot: its coordinator, its participants, and messages that are lost, late and
 * delivered again.
 */
final class SagaModule {

    private final Entity saga;
    private final List<Facts> steps;
    private final TlaText text = new TlaText();

    SagaModule(Entity saga) {
        this.saga = saga;
        this.steps = saga.get(Keys.STEPS).or(List.of());
    }

    FormalModule module() {
        String name = TlaText.name("Saga", saga.id());
        boolean orchestrated = saga.get(Keys.STYLE).is(Words.TransactionStyle.SAGA_ORCHESTRATION);
        String durable = orchestrated
                ? text.truth("Durable", saga.get(Keys.COORDINATOR_REPLICATED), saga.get(Keys.COORDINATOR_REPLICATED).is(true),
                        "coordinator-replicated of " + saga.id())
                : "Durable == TRUE   " + TlaText.comment("there is no coordinator: each participant keeps its own state");
        String body = BODY
                .replace("@NAME@", name)
                .replace("@TITLE@", TlaText.comment("Saga " + saga.title() + ", described at " + saga.at().brief() + "."))
                .replace("@STEPS@", described())
                .replace("@N@", String.valueOf(steps.size()))
                .replace("@PIVOT@", String.valueOf(pivot()))
                .replace("@UNDOABLE@", undoable())
                .replace("@RETRIABLE@", text.steps("Retriable", steps, Keys.RETRIABLE, saga, i -> i > pivot() && pivot() > 0))
                .replace("@IDEMPOTENT@", text.steps("Idempotent", steps, Keys.IDEMPOTENT, saga))
                .replace("@DURABLE@", durable)
                .replace("@CRASH@", orchestrated ? "\n    \\/ Crash \\/ Recover" : "");
        String configuration = """
                SPECIFICATION Spec
                \\* Messages lost, and crashes of the coordinator.
                CONSTANTS MaxFaults = 2
                INVARIANTS
                    TypeOK
                    AllOrNothing
                    EffectAtMostOnce
                    NothingUndoneAfterThePivot
                \\* Every run ends. A step that can neither go on nor be undone shows here, or as a deadlock.
                PROPERTIES Ends
                """;
        return new FormalModule(saga, Words.written(saga.get(Keys.STYLE).value().orElseThrow()),
                "Every run ends with all steps done, or with every done step undone; no effect happens twice.",
                text.assumed(), name, body, configuration);
    }

    private int pivot() {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).get(Keys.PIVOT).is(true)) {
                return i + 1;
            }
        }
        return 0;
    }

    private String described() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Facts step = steps.get(i);
            String undone = step.get(Keys.COMPENSATION).value().map(c -> "; undone by: " + c)
                    .orElse(step.get(Keys.COMPENSATION).statedNone() ? "; nothing undoes it" : "");
            lines.add(TlaText.comment("  " + (i + 1) + "  " + step.get(Keys.STEP_SERVICE).or("not stated") + ": "
                    + step.get(Keys.ACTION).or("not stated") + undone + (i + 1 == pivot() ? "; the pivot" : "")));
        }
        return String.join("\n", lines);
    }

    /** Steps that something undoes; those before the pivot of which nothing is stated are taken to be, and said. */
    private String undoable() {
        List<Integer> in = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        for (int i = 1; i <= steps.size(); i++) {
            boolean before = pivot() == 0 ? i < steps.size() : i < pivot();
            boolean taken = before && steps.get(i - 1).get(Keys.COMPENSATION).isUnknown();
            if (taken) {
                open.add(i);
            }
            if (taken || steps.get(i - 1).get(Keys.COMPENSATION).isKnown()) {
                in.add(i);
            }
        }
        text.assume(open, "of steps " + open + " of " + saga.title() + " no compensation is stated; one is taken to exist");
        return "Undoable == " + TlaText.numbers(in) + (open.isEmpty() ? "" : "   "
                + TlaText.comment("assumed of " + TlaText.numbers(open) + ": 'compensation' is not stated. Check without, too."));
    }

    private static final String BODY = """
            ---- MODULE @NAME@ ----
            @TITLE@
            \\* Steps, as stated:
            @STEPS@
            \\* Left out: several runs at once, and what they do to each other's data.
            EXTENDS Naturals, FiniteSets

            CONSTANT MaxFaults   \\* bound of the model: messages lost and crashes

            Step == 1..@N@
            Pivot == @PIVOT@   \\* 0: none is stated
            @UNDOABLE@
            @RETRIABLE@
            @IDEMPOTENT@
            @DURABLE@
            Tombstones == TRUE   \\* assumed: a step that was undone before it arrived is refused. Check with FALSE, too.

            VARIABLES
                phase,      \\* "doing", "undoing", "done", "undone", or "forgotten"
                at,         \\* the step that the coordinator has sent and waits for
                up,         \\* whether the coordinator runs
                requests,   \\* requests on their way: <<"do", step>>, <<"undo", step>>
                replies,    \\* answers on their way: <<"do" or "undo", step, "ok" or "no">>
                effects,    \\* how often each step took effect
                undos,      \\* how often each step was undone
                refused,    \\* steps that their participant remembers to have refused
                faults

            vars == <<phase, at, up, requests, replies, effects, undos, refused, faults>>

            Least(a, b) == IF a < b THEN a ELSE b
            Ended == phase \\in {"done", "undone"}

            TypeOK ==
                /\\ phase \\in {"doing", "undoing", "done", "undone", "forgotten"}
                /\\ at \\in 0..(Cardinality(Step) + 1) /\\ up \\in BOOLEAN /\\ faults \\in 0..MaxFaults
                /\\ requests \\subseteq {"do", "undo"} \\X Step
                /\\ replies \\subseteq {"do", "undo"} \\X Step \\X {"ok", "no"}
                /\\ effects \\in [Step -> 0..2] /\\ undos \\in [Step -> 0..2] /\\ refused \\subseteq Step

            Init ==
                /\\ phase = "doing" /\\ at = 1 /\\ up = TRUE /\\ requests = {} /\\ replies = {} /\\ refused = {} /\\ faults = 0
                /\\ effects = [i \\in Step |-> 0] /\\ undos = [i \\in Step |-> 0]

            \\* The coordinator sends, and sends again as long as no answer has come.
            Send ==
                /\\ up /\\ phase \\in {"doing", "undoing"} /\\ at \\in Step
                /\\ LET request == <<IF phase = "doing" THEN "do" ELSE "undo", at>>
                   IN request \\notin requests /\\ requests' = requests \\cup {request}
                /\\ UNCHANGED <<phase, at, up, replies, effects, undos, refused, faults>>

            Undo(i) ==   \\* go on with undoing at step i, or end when nothing is left
                IF i = 0 THEN phase' = "undone" /\\ at' = 0 ELSE phase' = "undoing" /\\ at' = i

            Advance(i) ==
                IF i = Cardinality(Step) THEN phase' = "done" /\\ at' = i + 1 ELSE phase' = "doing" /\\ at' = i + 1

            \\* Answers that are late or come twice are passed over.
            Receive ==
                \\E reply \\in replies :
                    /\\ up
                    /\\ replies' = replies \\ {reply}
                    /\\ LET kind == reply[1]  i == reply[2]  ok == reply[3] = "ok" IN
                       CASE phase = "doing" /\\ kind = "do" /\\ i = at /\\ ok -> Advance(i)
                         [] phase = "doing" /\\ kind = "do" /\\ i = at /\\ ~ok /\\ (Pivot = 0 \\/ i <= Pivot) -> Undo(i - 1)
                         [] phase = "undoing" /\\ kind = "undo" /\\ i = at /\\ ok -> Undo(i - 1)
                         [] OTHER -> UNCHANGED <<phase, at>>
                    /\\ UNCHANGED <<up, requests, effects, undos, refused, faults>>

            \\* Tired of waiting. The step may have been done all the same, so it is undone, too: never the pivot.
            GiveUp ==
                /\\ up /\\ phase = "doing" /\\ at \\in Undoable /\\ (Pivot = 0 \\/ at < Pivot)
                /\\ phase' = "undoing"
                /\\ UNCHANGED <<at, up, requests, replies, effects, undos, refused, faults>>

            \\* A participant answers; the request may stay behind and come again.
            Do(i) ==
                /\\ <<"do", i>> \\in requests
                /\\ requests' \\in {requests, requests \\ {<<"do", i>>}}
                /\\ \\/ /\\ ~(Tombstones /\\ undos[i] > 0) /\\ i \\notin refused
                      /\\ UNCHANGED refused
                      /\\ effects' = [effects EXCEPT ![i] = IF i \\in Idempotent THEN 1 ELSE Least(2, @ + 1)]
                      /\\ replies' = replies \\cup {<<"do", i, "ok">>}
                   \\/ /\\ effects[i] = 0 /\\ i \\notin Retriable   \\* it may refuse; a retriable step succeeds in the end
                      /\\ refused' = IF i \\in Idempotent THEN refused \\cup {i} ELSE refused
                      /\\ effects' = effects
                      /\\ replies' = replies \\cup {<<"do", i, "no">>}
                   \\/ /\\ Tombstones /\\ undos[i] > 0
                      /\\ UNCHANGED <<effects, refused>>
                      /\\ replies' = replies \\cup {<<"do", i, "no">>}
                /\\ UNCHANGED <<phase, at, up, undos, faults>>

            Compensate(i) ==
                /\\ <<"undo", i>> \\in requests /\\ i \\in Undoable
                /\\ requests' \\in {requests, requests \\ {<<"undo", i>>}}
                /\\ undos' = [undos EXCEPT ![i] = 1]
                /\\ replies' = replies \\cup {<<"undo", i, "ok">>}
                /\\ UNCHANGED <<phase, at, up, effects, refused, faults>>

            \\* What fails.
            Fault == faults < MaxFaults /\\ faults' = faults + 1
            Lose ==
                /\\ Fault
                /\\ \\/ \\E m \\in requests : requests' = requests \\ {m} /\\ UNCHANGED replies
                   \\/ \\E m \\in replies : replies' = replies \\ {m} /\\ UNCHANGED requests
                /\\ UNCHANGED <<phase, at, up, effects, undos, refused>>
            Crash == up /\\ ~Ended /\\ Fault /\\ up' = FALSE /\\ UNCHANGED <<phase, at, requests, replies, effects, undos, refused>>
            Recover ==
                /\\ ~up /\\ up' = TRUE
                /\\ IF Durable THEN UNCHANGED <<phase, at>> ELSE phase' = "forgotten" /\\ at' = 0
                /\\ UNCHANGED <<requests, replies, effects, undos, refused, faults>>

            Over == Ended /\\ UNCHANGED vars   \\* an ended run stands still, which is no deadlock

            Coordinate == Send \\/ Receive \\/ Recover
            Participate == \\E i \\in Step : Do(i) \\/ Compensate(i)

            Next ==
                \\/ Send \\/ Receive \\/ GiveUp \\/ Lose \\/ Participate \\/ Over@CRASH@

            \\* Requests reach their participant again and again, so each kind of handling is fair by itself.
            Fairness ==
                /\\ WF_vars(Send) /\\ SF_vars(Receive) /\\ WF_vars(Recover)
                /\\ \\A i \\in Step : SF_vars(Do(i) /\\ requests' # requests) /\\ SF_vars(Compensate(i) /\\ requests' # requests)
            Spec == Init /\\ [][Next]_vars /\\ Fairness

            AllOrNothing ==
                /\\ phase = "done" => \\A i \\in Step : effects[i] > 0
                /\\ phase = "undone" => \\A i \\in Step : effects[i] > 0 => undos[i] > 0
                /\\ phase # "forgotten"
            EffectAtMostOnce == \\A i \\in Step : effects[i] <= 1
            NothingUndoneAfterThePivot == Pivot # 0 => (effects[Pivot] > 0 => phase \\notin {"undoing", "undone"})
            Ends == <>Ended
            ====
            """;
}

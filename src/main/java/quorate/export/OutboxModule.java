package quorate.export;

import java.util.List;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Words;

/** A change of data and a message about it: written together with an outbox, one after the other without. */
final class OutboxModule {

    private final Entity transaction;
    private final TlaText text = new TlaText();

    OutboxModule(Entity transaction) {
        this.transaction = transaction;
    }

    FormalModule module() {
        String name = TlaText.name("Outbox", transaction.id());
        boolean atomic = transaction.get(Keys.STYLE).is(Words.TransactionStyle.OUTBOX);
        List<Facts> steps = transaction.get(Keys.STEPS).or(List.of());
        StringBuilder described = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            described.append(i == 0 ? "" : "\n").append(TlaText.comment("  " + (i + 1) + "  " + steps.get(i).get(Keys.STEP_SERVICE).or("not stated")
                    + ": " + steps.get(i).get(Keys.ACTION).or("not stated")));
        }
        String body = BODY
                .replace("@NAME@", name)
                .replace("@TITLE@", TlaText.comment(transaction.title() + ", described at " + transaction.at().brief() + "."))
                .replace("@STEPS@", described)
                .replace("@N@", String.valueOf(Math.max(2, steps.size())))
                .replace("@ATOMIC@", TlaText.bool(atomic))
                .replace("@STYLE@", transaction.get(Keys.STYLE).origin().at().brief())
                .replace("@IDEMPOTENT@", text.steps("Idempotent", steps, Keys.IDEMPOTENT, transaction, i -> i > 1));
        String configuration = """
                SPECIFICATION Spec
                CONSTANTS
                    Change = {c1, c2}
                    MaxFaults = 2
                INVARIANTS
                    TypeOK
                    NothingInvented
                    AppliedAtMostOnce
                PROPERTIES EachArrives
                """;
        return new FormalModule(transaction, Words.written(transaction.get(Keys.STYLE).value().orElseThrow()),
                "Every change that is committed arrives at every consumer, none that is not, and none twice.",
                text.assumed(), name, body, configuration);
    }

    private static final String BODY = """
            ---- MODULE @NAME@ ----
            @TITLE@
            \\* Steps, as stated; the first writes, the others consume:
            @STEPS@
            \\* Left out: the order of the messages, and a broker that loses what it has taken.
            EXTENDS Naturals

            CONSTANTS
                Change,      \\* changes of data, as model values
                MaxFaults    \\* bound of the model: crashes of the writer and of the relay

            Consumer == 2..@N@
            Atomic == @ATOMIC@   \\* whether change and message are written in one transaction: style, @STYLE@
            @IDEMPOTENT@

            VARIABLES
                data,      \\* changes that are committed
                pending,   \\* changes whose message is still to be published, as the writer or its outbox knows
                broker,    \\* messages for each consumer
                applied,   \\* how often each consumer has applied each change
                faults

            vars == <<data, pending, broker, applied, faults>>

            TypeOK ==
                /\\ data \\subseteq Change /\\ pending \\subseteq Change /\\ broker \\in [Consumer -> SUBSET Change]
                /\\ applied \\in [Consumer -> [Change -> 0..2]] /\\ faults \\in 0..MaxFaults

            Init ==
                /\\ data = {} /\\ pending = {} /\\ broker = [c \\in Consumer |-> {}]
                /\\ applied = [c \\in Consumer |-> [x \\in Change |-> 0]] /\\ faults = 0

            Commit(x) ==
                /\\ x \\notin data /\\ data' = data \\cup {x} /\\ pending' = pending \\cup {x}
                /\\ UNCHANGED <<broker, applied, faults>>

            \\* Published, and marked so; a crash in between publishes again.
            Publish(x) ==
                /\\ x \\in pending /\\ broker' = [c \\in Consumer |-> broker[c] \\cup {x}]
                /\\ \\/ pending' = pending \\ {x} /\\ UNCHANGED faults
                   \\/ faults < MaxFaults /\\ faults' = faults + 1 /\\ UNCHANGED pending
                /\\ UNCHANGED <<data, applied>>

            \\* Without an outbox the writer knows only in memory what it still has to publish.
            Crash == ~Atomic /\\ faults < MaxFaults /\\ faults' = faults + 1 /\\ pending' = {} /\\ UNCHANGED <<data, broker, applied>>

            \\* Applied, and acknowledged; a crash in between delivers again.
            Apply(c, x) ==
                /\\ x \\in broker[c]
                /\\ applied' = [applied EXCEPT ![c][x] = IF c \\in Idempotent \\/ @ = 2 THEN (IF @ = 0 THEN 1 ELSE @) ELSE @ + 1]
                /\\ \\/ broker' = [broker EXCEPT ![c] = @ \\ {x}] /\\ UNCHANGED faults
                   \\/ faults < MaxFaults /\\ faults' = faults + 1 /\\ UNCHANGED broker
                /\\ UNCHANGED <<data, pending>>

            Over == data = Change /\\ pending = {} /\\ (\\A c \\in Consumer : broker[c] = {}) /\\ UNCHANGED vars

            Next ==
                \\/ Crash \\/ Over
                \\/ \\E x \\in Change : Commit(x) \\/ Publish(x) \\/ \\E c \\in Consumer : Apply(c, x)

            Fairness == \\A x \\in Change : WF_vars(Publish(x)) /\\ \\A c \\in Consumer : WF_vars(Apply(c, x))
            Spec == Init /\\ [][Next]_vars /\\ Fairness

            NothingInvented == \\A c \\in Consumer, x \\in Change : applied[c][x] > 0 => x \\in data
            AppliedAtMostOnce == \\A c \\in Consumer, x \\in Change : applied[c][x] <= 1
            EachArrives == \\A c \\in Consumer, x \\in Change : (x \\in data) ~> (applied[c][x] > 0)
            ====
            """;
}

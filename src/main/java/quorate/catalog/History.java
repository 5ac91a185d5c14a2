package quorate.catalog;

import java.util.List;

/**
 * Operations of clients over time, with what they were answered.
 *
 * @param why it cannot happen under the model that it belongs to
 */
public record History(String why, List<Operation> operations) {
    public History {
        why = Absent.text(why);
        operations = Absent.list(operations);
    }

    /**
     * One operation.
     *
     * @param transaction that it is part of, or empty
     * @param at step at which it begins, from 0
     * @param until step at which it is answered; the one after its beginning if the entry leaves it out
     * @param gets what it was answered, or empty
     * @param impossible whether this is the answer that the model rules out
     */
    public record Operation(
            String client, String transaction, int at, int until, String does, String gets, boolean impossible) {
        public Operation {
            transaction = Absent.text(transaction);
            until = until == 0 ? at + 1 : until;
            gets = Absent.text(gets);
        }
    }
}

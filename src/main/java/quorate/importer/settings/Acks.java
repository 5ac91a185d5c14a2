package quorate.importer.settings;

import quorate.importer.Written;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Origin;
import quorate.model.Words;

/**
 * What a producer of Kafka waits for. With acks=1 the leader of a partition answers alone, and with 0 nobody does: what its
 * followers lack is lost with it.
 */
public final class Acks {

    private Acks() {}

    /** What that makes of the broker or topic. */
    public static Facts of(Written acks) {
        String word = acks.text().strip();
        Origin origin = Origin.imported(acks.at(), "acks " + word);
        Facts.Builder facts = Facts.at(acks.at());
        if (word.equals("0") || word.equals("1")) {
            facts.set(Keys.REPLICATION_MODE, Fact.of(Words.ReplicationMode.ASYNC, origin));
            facts.set(Keys.LOSS_GUARD, Fact.of(Words.LossGuard.NONE, origin));
        } else if (word.equals("all") || word.equals("-1")) {
            facts.set(Keys.REPLICATION_MODE, Fact.of(Words.ReplicationMode.SYNC, origin));
        }
        if (word.equals("0")) {
            facts.set(Keys.DELIVERY, Fact.of(Words.Delivery.AT_MOST_ONCE, origin));
        }
        return facts.build();
    }
}

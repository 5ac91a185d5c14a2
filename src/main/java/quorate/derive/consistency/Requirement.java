package quorate.derive.consistency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorate.catalog.ConsistencyModel;
import quorate.catalog.ConsistencyOrder;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.ValueType;

/**
 * One thing that the readers of a data domain need.
 *
 * @param model id of a consistency model; empty where what is written names none
 * @param isolation whether the model speaks of transactions
 * @param atMost oldest answer that is acceptable, where that is what is needed
 * @param key where it is stated
 */
public record Requirement(String model, boolean isolation, Optional<Duration> atMost, Key<?> key, Evidence why) {

    /** Everything that the domain states about what its readers need. */
    static List<Requirement> of(Entity domain, ConsistencyOrder order) {
        List<Requirement> all = new ArrayList<>();
        domain.get(Keys.CONSISTENCY).value().ifPresent(word -> {
            Optional<ConsistencyModel> model = order.find(word);
            boolean isolation = model.filter(m -> m.scope().equals("transaction")).isPresent();
            all.add(stated(domain, Keys.CONSISTENCY, model.map(ConsistencyModel::id).orElse(""), isolation, Optional.empty()));
        });
        if (domain.get(Keys.READ_YOUR_WRITES).is(true)) {
            all.add(stated(domain, Keys.READ_YOUR_WRITES, "read-your-writes", false, Optional.empty()));
        }
        if (domain.get(Keys.CAUSAL_ORDER).is(true)) {
            all.add(stated(domain, Keys.CAUSAL_ORDER, "causal", false, Optional.empty()));
        }
        domain.get(Keys.STALENESS_TOLERATED).value().ifPresent(most ->
                all.add(stated(domain, Keys.STALENESS_TOLERATED, "bounded-staleness", false, Optional.of(most))));
        return all;
    }

    private static Requirement stated(Entity domain, Key<?> key, String model, boolean isolation, Optional<Duration> atMost) {
        return new Requirement(model, isolation, atMost, key, Evidence.of(domain, key));
    }

    /** The model, or the bound, or that what is written names no model. */
    public String words() {
        return atMost.map(most -> "answers at most " + ValueType.Span.text(most) + " old").orElse(model.isEmpty() ? "no model of the catalog" : model);
    }
}

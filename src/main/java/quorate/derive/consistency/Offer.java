package quorate.derive.consistency;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Evidence;
import quorate.model.Missing;

/**
 * What the authority of a data domain gives.
 *
 * @param model id of the consistency model that its copies give together, as far as it is known
 * @param byDefault whether that is only what the product gives unless it is told otherwise
 * @param strongest id of the strongest model that the product can give; empty if not known
 * @param isolation id of the isolation level of its transactions, as far as it is known
 * @param isolationWhy where the level comes from; nothing while it is not known
 * @param isolationStated whether the level is stated and not only the product's default
 * @param never ids of models that it certainly does not give
 * @param why why it gives no more than that
 * @param deciding facts without which the model is open
 */
record Offer(
        Optional<String> model,
        boolean byDefault,
        String strongest,
        Optional<String> isolation,
        Optional<Evidence> isolationWhy,
        boolean isolationStated,
        Set<String> never,
        Evidence why,
        Set<Missing> deciding) {

    Offer {
        never = Collections.unmodifiableSet(new TreeSet<>(never));
        deciding = Collections.unmodifiableSet(new TreeSet<>(deciding));
    }
}

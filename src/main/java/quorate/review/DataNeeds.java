package quorate.review;

import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.OnPartition;
import quorate.model.Words.StoreType;

/** What the data domains that a store or channel holds ask of it. */
public record DataNeeds(Entity holder, List<Entity> domains) {

    /** Kinds of store whose content can be made again from another one. */
    public static final Set<StoreType> REMADE = Set.of(StoreType.CACHE, StoreType.SEARCH_INDEX);

    public DataNeeds {
        domains = List.copyOf(domains);
    }

    public static DataNeeds of(Entity holder, Review.Input in) {
        return new DataNeeds(holder, in.linked().architecture().domainsIn(holder.id()));
    }

    /** Those of which it is the authority, that is the store named first. */
    public DataNeeds asAuthority() {
        return new DataNeeds(
                holder,
                domains.stream()
                        .filter(d -> d.get(Keys.STORES).is(stores -> stores.indexOf(holder.id()) == 0))
                        .toList());
    }

    /** Whether it is a store that may be the only one of its data, or keeps messages, and nothing is said of them. */
    public boolean undescribed() {
        boolean keeps = holder.kind() == Kind.CHANNEL || holder.get(Keys.STORE_TYPE).isKnown();
        return domains.isEmpty() && keeps && !holder.get(Keys.STORE_TYPE).is(REMADE::contains);
    }

    public boolean noLoss() {
        return any(Keys.NO_LOSS);
    }

    public boolean money() {
        return any(Keys.MONEY);
    }

    public boolean any(Key<Boolean> need) {
        return domains.stream().anyMatch(domain -> domain.get(need).is(true));
    }

    /** Whether every domain says that it bears the loss of a write, or merges what diverged. */
    public boolean bearsLoss() {
        return !domains.isEmpty()
                && domains.stream()
                        .allMatch(d -> d.get(Keys.NO_LOSS).is(false)
                                || (d.get(Keys.ON_PARTITION).is(OnPartition.ACCEPT_AND_MERGE)
                                        && !d.get(Keys.NO_LOSS).is(true)));
    }

    /** Asks what the data need: of the domains that do not say, or of one still to be written. */
    public Reasons lacks(Reasons reasons, Key<?> need) {
        if (domains.isEmpty()) {
            Entity domain = new Entity(Kind.DATA_DOMAIN, holder.id(), Facts.none(holder.at()), holder.at());
            return reasons.lacks(domain, Keys.STORES, need);
        }
        domains.forEach(domain -> reasons.lacks(domain, need));
        return reasons;
    }

    /** The facts of that key, where a domain states it. */
    public List<Evidence> stated(Key<?> key) {
        return domains.stream()
                .filter(domain -> !domain.get(key).isUnknown())
                .map(domain -> Evidence.of(domain, key))
                .toList();
    }
}

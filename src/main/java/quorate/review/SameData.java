package quorate.review;

import java.util.List;
import java.util.Optional;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words.Carries;
import quorate.model.Words.Purpose;

/** Stores that hold the same data because one caller writes them to each. */
public final class SameData {

    private SameData() {}

    /** The write by which the caller of this one brings the same data to another store. */
    public static Optional<Link> besides(Link write, Review.Input in) {
        return isWrite(write, in)
                ? Calls.in(in).from(write.from()).stream()
                        .filter(other -> !other.to().equals(write.to()) && isWrite(other, in))
                        .filter(other -> shares(write.to(), other.to(), in))
                        .findFirst()
                : Optional.empty();
    }

    /** The writes to the store whose data the same caller writes to another one too. */
    public static List<Link> writtenBesides(Entity store, Review.Input in) {
        return Calls.in(in).to(store.id()).stream().filter(link -> besides(link, in).isPresent()).toList();
    }

    /** Writes to a store that keeps data without loss after another one that is their authority. */
    public static List<Link> writtenAfter(Entity store, Review.Input in) {
        boolean later = in.linked().architecture().domainsIn(store.id()).stream()
                .filter(domain -> domain.get(Keys.NO_LOSS).is(true))
                .anyMatch(domain -> domain.get(Keys.STORES).or(List.of()).indexOf(store.id()) > 0);
        return later ? Calls.in(in).to(store.id()).stream().filter(link -> isWrite(link, in)).toList() : List.of();
    }

    private static boolean isWrite(Link link, Review.Input in) {
        return link.get(Keys.LINK_PURPOSE).is(Purpose.WRITE) && !link.get(Keys.CARRIES).is(Carries.CONTROL)
                && in.linked().architecture().find(Kind.STORE, link.to())
                        .filter(store -> !store.get(Keys.STORE_TYPE).is(DataNeeds.REMADE::contains))
                        .isPresent();
    }

    private static boolean shares(String one, String other, Review.Input in) {
        return in.linked().architecture().domainsIn(one).stream()
                .anyMatch(domain -> domain.get(Keys.STORES).or(List.of()).contains(other));
    }
}

package quorate.review;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.DomainKind;

/** The tree of fault domains, and where components stand in it. */
public final class Places {

    private final Review.Input in;

    private Places(Review.Input in) {
        this.in = in;
    }

    public static Places in(Review.Input in) {
        return new Places(in);
    }

    /** The domain and all that contain it, innermost first. */
    public List<String> around(String domain) {
        return in.linked().architecture().around(domain);
    }

    /** The distinct domains of that kind in which these places lie; a place outside any such domain counts for itself. */
    public Set<String> distinct(List<String> places, DomainKind kind) {
        Set<String> found = new LinkedHashSet<>();
        for (String place : places) {
            found.add(around(place).stream().filter(d -> isOfKind(d, kind)).findFirst().orElse(place));
        }
        return found;
    }

    /** Whether the place lies in a domain of that kind, or is one. */
    public boolean isWithin(String place, DomainKind kind) {
        return around(place).stream().anyMatch(domain -> isOfKind(domain, kind));
    }

    /** Whether everything that has a place stands inside this domain, so that losing it is losing the system. */
    public boolean isWholeSystem(String domain) {
        return placed().stream().allMatch(place -> around(place).contains(domain));
    }

    /** Whether something is known to stand in another domain of the same kind. */
    public boolean hasPeers(String domain) {
        Optional<DomainKind> kind = find(domain).flatMap(d -> d.get(Keys.DOMAIN_KIND).value());
        return kind.isPresent()
                && placed().stream()
                        .map(this::around)
                        .anyMatch(chain -> !chain.contains(domain) && chain.stream().anyMatch(d -> isOfKind(d, kind.get())));
    }

    /** Whether the place is known to lie outside the domain: in another of its kind. */
    public boolean isApart(String place, String domain) {
        Optional<DomainKind> kind = find(domain).flatMap(d -> d.get(Keys.DOMAIN_KIND).value());
        List<String> chain = around(place);
        return kind.isPresent() && !chain.contains(domain) && chain.stream().anyMatch(d -> isOfKind(d, kind.get()));
    }

    /** The outermost domain that is known to contain the place, or the place itself. */
    public Optional<Entity> outermost(String place) {
        List<String> chain = around(place);
        return find(chain.get(chain.size() - 1));
    }

    /** The outermost known domains that are not this one and may or may not lie within it. */
    public List<Entity> unplaced(String domain) {
        return placed().stream()
                .map(this::around)
                .filter(chain -> !chain.contains(domain))
                .flatMap(chain -> find(chain.get(chain.size() - 1)).stream())
                .distinct()
                .toList();
    }

    private Set<String> placed() {
        Set<String> places = new LinkedHashSet<>();
        for (Entity component : in.linked().architecture().components()) {
            places.addAll(component.get(Keys.PLACEMENT).or(List.of()));
            places.addAll(component.get(Keys.VOTER_PLACEMENT).or(List.of()));
        }
        return places;
    }

    public String kind(String domain) {
        return find(domain)
                .flatMap(d -> d.get(Keys.DOMAIN_KIND).value())
                .map(kind -> quorate.model.Words.written(kind).replace('-', ' '))
                .orElse("fault domain");
    }

    /** Whether the domain itself is of that kind. */
    public boolean isOfKind(String domain, DomainKind kind) {
        return find(domain).filter(d -> d.get(Keys.DOMAIN_KIND).is(kind)).isPresent();
    }

    private Optional<Entity> find(String domain) {
        return in.linked().architecture().find(Kind.FAULT_DOMAIN, domain);
    }
}

package quorate.importer;

import java.util.Optional;
import quorate.model.Fact;
import quorate.model.Kind;

/**
 * What a unit is.
 *
 * @param technology unknown when only the kind could be seen
 * @param type word of its type key; empty when not known
 * @param how what it was seen by
 * @param product names the product among units of one file, also when the catalog does not know it; empty for own code
 * @param byImage whether the image itself is that of the product, so that it is known what the container holds
 */
record Identity(Kind kind, Fact<String> technology, String type, String how, String product, boolean byImage) {

    boolean isProduct() {
        return !product.isEmpty();
    }

    boolean keepsState() {
        return kind == Kind.STORE || kind == Kind.CHANNEL;
    }

    /** Whether both run the same product. */
    boolean sameProduct(Identity other) {
        return isProduct() && product.equals(other.product);
    }

    Identity as(Kind otherKind, String otherType) {
        return new Identity(otherKind, technology, otherType, how, product, byImage);
    }

    static Identity ownCode(Unit unit) {
        return new Identity(Kind.SERVICE, Fact.unknown(unit.at()), "", "", "", false);
    }

    Optional<String> typeWord() {
        return type.isEmpty() ? Optional.empty() : Optional.of(type);
    }
}

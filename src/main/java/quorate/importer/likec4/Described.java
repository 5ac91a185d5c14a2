package quorate.importer.likec4;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import quorate.importer.Written;
import quorate.source.Location;

/** What is written of a kind, an element, a relationship, a node or an instance. */
final class Described {

    final Location at;
    /** The word of its kind, empty where it has none. */
    final String kind;
    final Set<String> tags = new LinkedHashSet<>();
    Optional<Written> title = Optional.empty();
    Optional<Written> description = Optional.empty();
    Optional<Written> technology = Optional.empty();
    Optional<Written> notation = Optional.empty();
    Optional<Written> icon = Optional.empty();
    Optional<String> shape = Optional.empty();
    /** Whether it is drawn as several. */
    Optional<Boolean> multiple = Optional.empty();

    Described(String kind, Location at) {
        this.kind = kind;
        this.at = at;
    }

    /** Takes from its kind what is not written of itself. */
    void inherit(Described of) {
        tags.addAll(of.tags);
        title = title.or(() -> of.title);
        description = description.or(() -> of.description);
        boolean own = technology.isPresent();
        technology = technology.or(() -> icon.isPresent() ? Optional.empty() : of.technology);
        icon = icon.or(() -> of.icon);
        if (!own && technology.isEmpty()) {
            technology = of.technology;
        }
        notation = notation.or(() -> of.notation);
        shape = shape.or(() -> of.shape);
        multiple = multiple.or(() -> of.multiple);
    }

    /** The technology, or the one that a bundled icon stands for, as LikeC4 itself reads it. */
    Optional<Written> technologyOrIcon() {
        return technology.filter(t -> !t.text().isBlank())
                .or(() -> icon.filter(i -> i.text().matches("(aws|azure|gcp|tech):.+"))
                        .map(i -> new Written(i.text().substring(i.text().indexOf(':') + 1).replace('-', ' '), i.at())));
    }
}

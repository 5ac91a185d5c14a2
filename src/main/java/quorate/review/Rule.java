package quorate.review;

import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Entity;
import quorate.model.Subject;

import java.util.Set;

/**
 * One question, asked of every subject of some kinds. Stateless. Its sentences stand in {@code catalog/rules/<id>.md}.
 * Unknown is never read as violated: a rule that lacks a deciding fact answers {@link Outcome.Unknown}.
 */
public sealed interface Rule {

    /** Kebab-case name; never changes once published. */
    String id();

    Set<Kind> about();

    Outcome check(Subject subject, Review.Input in);

    /** A rule about entities of one or more kinds. */
    non-sealed interface OfEntity extends Rule {
        Outcome check(Entity entity, Review.Input in);

        @Override
        default Outcome check(Subject subject, Review.Input in) {
            return subject instanceof Entity entity ? check(entity, in) : Outcome.notApplicable();
        }
    }

    /** A rule about links. */
    non-sealed interface OfLink extends Rule {
        Outcome check(Link link, Review.Input in);

        @Override
        default Set<Kind> about() {
            return Set.of(Kind.LINK);
        }

        @Override
        default Outcome check(Subject subject, Review.Input in) {
            return subject instanceof Link link ? check(link, in) : Outcome.notApplicable();
        }
    }
}

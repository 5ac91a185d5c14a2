package quorate.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Subject;
import quorate.model.Words.Criticality;
import quorate.model.Words.Effect;
import quorate.model.Words.Need;

/**
 * How much a subject matters, as far as anything says so: its own criticality or tier, the data that it holds, the journeys
 * that need it. What nobody has rated is ordinary.
 */
public record Importance(Level level, List<Evidence> because) {

    public enum Level {
        CRITICAL,
        ORDINARY,
        MINOR
    }

    public Importance {
        because = List.copyOf(because);
    }

    private static final Importance ORDINARY = new Importance(Level.ORDINARY, List.of());

    public boolean critical() {
        return level == Level.CRITICAL;
    }

    public boolean minor() {
        return level == Level.MINOR;
    }

    /** Whether nobody has said how much it matters: it may be what all else hangs on. */
    public boolean unrated() {
        return level == Level.ORDINARY && because.isEmpty();
    }

    /** Whether nobody has rated a link or either of its ends. */
    public static boolean unrated(Link link, Review.Input in) {
        return of(link, in).unrated() && end(link.from(), in).stream().allMatch(Importance::unrated)
                && end(link.to(), in).stream().allMatch(Importance::unrated);
    }

    /** The severity in this place of what is of that severity in an ordinary one. */
    public Severity weigh(Severity ordinary) {
        return switch (level) {
            case CRITICAL -> ordinary.raised();
            case ORDINARY -> ordinary;
            case MINOR -> ordinary.lowered();
        };
    }

    public static Importance of(Subject subject, Review.Input in) {
        Optional<Importance> own = stated(subject);
        if (own.isPresent()) {
            return own.get();
        }
        return subject instanceof Link link ? ofLink(link, in) : ofEntity((Entity) subject, in);
    }

    private static Optional<Importance> stated(Subject subject) {
        Fact<Criticality> criticality = subject.get(Keys.CRITICALITY);
        if (criticality.isKnown()) {
            Level level =
                    switch (criticality.value().get()) {
                        case CRITICAL -> Level.CRITICAL;
                        case IMPORTANT -> Level.ORDINARY;
                        case MINOR -> Level.MINOR;
                    };
            return Optional.of(because(level, subject, Keys.CRITICALITY));
        }
        Fact<Integer> tier = subject.get(Keys.TIER);
        if (tier.isKnown() && subject.kind() != Kind.SYSTEM) {
            int number = tier.value().get();
            Level level = number <= 1 ? Level.CRITICAL : number <= 3 ? Level.ORDINARY : Level.MINOR;
            return Optional.of(because(level, subject, Keys.TIER));
        }
        return Optional.empty();
    }

    private static Importance ofEntity(Entity entity, Review.Input in) {
        if (entity.get(Keys.MONEY).is(true)) {
            return because(Level.CRITICAL, entity, Keys.MONEY);
        }
        if (entity.kind() == Kind.STORE || entity.kind() == Kind.CHANNEL) {
            Importance best = ORDINARY;
            List<Importance> held = new ArrayList<>();
            DataNeeds.of(entity, in).domains().forEach(domain -> held.add(of(domain, in)));
            for (Importance one : held) {
                best = one.critical() ? one : best;
            }
            boolean allMinor = !held.isEmpty() && held.stream().allMatch(Importance::minor);
            return allMinor ? held.get(0) : best;
        }
        return ORDINARY;
    }

    private static Importance ofLink(Link link, Review.Input in) {
        if (link.get(Keys.EFFECT).is(Effect.MONEY)) {
            return because(Level.CRITICAL, link, Keys.EFFECT);
        }
        for (Architecture.Use use : in.linked().architecture().usesOf(link)) {
            if (use.journey().get(Keys.CRITICALITY).is(Criticality.CRITICAL) && !use.facts().get(Keys.NEED).is(Need.SOFT)) {
                return because(Level.CRITICAL, use.journey(), Keys.CRITICALITY);
            }
        }
        if (link.get(Keys.NEED).is(Need.SOFT)) {
            return because(Level.ORDINARY, link, Keys.NEED);
        }
        Optional<Importance> from = end(link.from(), in);
        Optional<Importance> to = end(link.to(), in);
        if (link.get(Keys.NEED).is(Need.HARD) && from.filter(Importance::critical).isPresent()) {
            List<Evidence> both = new ArrayList<>(List.of(Evidence.of(link, Keys.NEED)));
            both.addAll(from.get().because());
            return new Importance(Level.CRITICAL, both);
        }
        if (from.isPresent() && to.isPresent() && from.get().critical() && to.get().critical()) {
            List<Evidence> both = new ArrayList<>(from.get().because());
            both.addAll(to.get().because());
            return new Importance(Level.CRITICAL, both);
        }
        return from.filter(Importance::minor).or(() -> to.filter(Importance::minor)).orElse(ORDINARY);
    }

    private static Optional<Importance> end(String component, Review.Input in) {
        return in.linked().architecture().component(component).map(c -> of(c, in));
    }

    private static Importance because(Level level, Subject subject, Key<?> key) {
        return new Importance(level, List.of(Evidence.of(subject, key)));
    }
}

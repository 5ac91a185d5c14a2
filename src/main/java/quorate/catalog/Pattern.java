package quorate.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quorate.source.Location;

/**
 * A pattern of distributed systems.
 *
 * @param unseen why no trace in a file shows it; not empty when {@code detection} is
 */
public record Pattern(
        String id,
        Location at,
        String body,
        String name,
        List<String> aliases,
        int step,
        String concern,
        String problem,
        String summary,
        Guarantees guarantees,
        List<Force> fits,
        List<Force> avoid,
        List<String> tradeOffs,
        List<Parameter> parameters,
        List<FailureMode> failureModes,
        List<Alternative> alternatives,
        List<String> requires,
        List<String> excludes,
        List<String> composes,
        List<Implementation> implementations,
        List<Trace> detection,
        String unseen,
        List<String> incidents,
        List<String> rules,
        List<Reference> references)
        implements Entry {

    public Pattern {
        aliases = Absent.list(aliases);
        fits = Absent.list(fits);
        avoid = Absent.list(avoid);
        tradeOffs = Absent.list(tradeOffs);
        parameters = Absent.list(parameters);
        failureModes = Absent.list(failureModes);
        alternatives = Absent.list(alternatives);
        requires = Absent.list(requires);
        excludes = Absent.list(excludes);
        composes = Absent.list(composes);
        implementations = Absent.list(implementations);
        detection = Absent.list(detection);
        unseen = Absent.text(unseen);
        incidents = Absent.list(incidents);
        rules = Absent.list(rules);
        references = Absent.list(references);
    }

    @Override
    public EntryKind kind() {
        return EntryKind.PATTERN;
    }

    /** What it guarantees, in the field's words. */
    public record Guarantees(String consistency, String cap, String pacelc, String tolerates) {
        public Guarantees {
            pacelc = Absent.text(pacelc);
        }
    }

    /** The words for a trait that speaks for or against it. */
    public Optional<String> force(String trait) {
        return Stream.concat(fits.stream(), avoid.stream())
                .filter(force -> force.trait().equals(trait))
                .map(Force::text)
                .findFirst();
    }

    /**
     * A condition that speaks for or against it.
     *
     * @param trait the trait that the engine evaluates, or empty
     */
    public record Force(String text, String trait) {
        public Force {
            trait = Absent.text(trait);
        }
    }

    /**
     * Something that must be set.
     *
     * @param formula how a value is computed, or empty
     * @param calculator id of the formula of the catalog that computes it; not empty when {@code formula} is not
     * @param result name of the calculator's result that is the value
     * @param relation what must hold between quantities, or how one is defined, with nothing to compute; or empty
     * @param source id of a reference of the entry, or one of {@link #OWN}
     */
    public record Parameter(
            String name, String rule, String formula, String calculator, String result, String relation, String unit, String safe,
            String source) {

        /** Follows from the definition or the arithmetic beside it. */
        public static final String DERIVED = "derived";

        /** A rule of thumb for which no published source is given. */
        public static final String EXPERIENCE = "experience";

        /** What stands for a source where none is cited. */
        public static final Set<String> OWN = Set.of(DERIVED, EXPERIENCE);

        public Parameter {
            formula = Absent.text(formula);
            calculator = Absent.text(calculator);
            result = Absent.text(result);
            relation = Absent.text(relation);
            unit = Absent.text(unit);
            safe = Absent.text(safe);
            source = Absent.text(source);
        }
    }

    /** A way in which it fails, and what an operator sees. */
    public record FailureMode(String what, String looksLike) {}

    /** Another pattern for the same problem, and the question that decides. */
    public record Alternative(String pattern, String question) {}

    /**
     * Where it is implemented.
     *
     * @param technology an entry of the catalog, or empty
     * @param name a library or product without an entry, or empty
     */
    public record Implementation(String technology, String name, String note, List<String> settings) {
        public Implementation {
            technology = Absent.text(technology);
            name = Absent.text(name);
            settings = Absent.list(settings);
        }
    }
}

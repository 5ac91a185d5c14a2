package quorate.catalog;

import java.util.List;
import quorate.source.Location;

/**
 * What is commonly done and does harm: why it is done, how it harms, how it is seen, and the way out of it.
 *
 * @param problem what people do, in one sentence
 * @param tempting why it looks right at the time
 * @param harm from the act to the damage, in order
 * @param symptoms what an operator sees
 * @param rules rules that see it, all of it or a part
 * @param unseen what of it no rule sees; not empty when {@code rules} is
 * @param detection traces in files that point to it; a trace alone proves nothing
 * @param acceptable conditions under which it is the right choice
 */
public record AntiPattern(
        String id,
        Location at,
        String body,
        String name,
        List<String> aliases,
        int step,
        String severity,
        String problem,
        String tempting,
        List<String> harm,
        List<String> symptoms,
        List<String> rules,
        String unseen,
        List<Trace> detection,
        List<Step> wayOut,
        List<String> acceptable,
        List<String> incidents,
        List<Reference> references)
        implements Entry {

    public AntiPattern {
        aliases = Absent.list(aliases);
        harm = Absent.list(harm);
        symptoms = Absent.list(symptoms);
        rules = Absent.list(rules);
        unseen = Absent.text(unseen);
        detection = Absent.list(detection);
        wayOut = Absent.list(wayOut);
        acceptable = Absent.list(acceptable);
        incidents = Absent.list(incidents);
        references = Absent.list(references);
    }

    @Override
    public EntryKind kind() {
        return EntryKind.ANTI_PATTERN;
    }

    @Override
    public String summary() {
        return problem;
    }

    /** The patterns that take its place, each once, in the order of the way out. */
    public List<String> patterns() {
        return wayOut.stream().flatMap(step -> step.patterns().stream()).distinct().toList();
    }

    /** One step out of it, and the patterns that it uses. */
    public record Step(String text, List<String> patterns) {
        public Step {
            patterns = Absent.list(patterns);
        }
    }
}

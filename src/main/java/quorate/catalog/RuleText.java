package quorate.catalog;

import java.util.List;
import quorate.source.Location;

/** Every sentence of a rule that a reader sees. The question itself is a class of {@code quorate.review}. */
public record RuleText(
        String id,
        Location at,
        String body,
        String title,
        int step,
        String severity,
        String raise,
        boolean presumed,
        List<String> checklist,
        String statement,
        List<String> reads,
        String question,
        String askedWith,
        String fix,
        String fixYaml,
        List<String> quietWhen,
        List<String> patterns,
        List<String> incidents,
        List<Reference> references)
        implements Entry {

    public RuleText {
        raise = Absent.text(raise);
        askedWith = Absent.text(askedWith);
        checklist = Absent.list(checklist);
        reads = Absent.list(reads);
        fixYaml = fixYaml == null ? "" : fixYaml.stripTrailing();
        quietWhen = Absent.list(quietWhen);
        patterns = Absent.list(patterns);
        incidents = Absent.list(incidents);
        references = Absent.list(references);
    }

    @Override
    public EntryKind kind() {
        return EntryKind.RULE;
    }

    @Override
    public String name() {
        return title;
    }

    @Override
    public String summary() {
        return statement;
    }
}

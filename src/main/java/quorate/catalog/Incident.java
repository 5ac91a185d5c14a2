package quorate.catalog;

import java.util.List;
import quorate.source.Location;

/** A public outage: the system as it was, the causal chain, what sees it and what softens it. */
public record Incident(
        String id,
        Location at,
        String body,
        String title,
        String organisation,
        String date,
        String duration,
        String summary,
        String system,
        String trigger,
        List<String> mechanism,
        List<String> rules,
        List<String> patterns,
        List<String> technologies,
        List<Reference> references)
        implements Entry {

    public Incident {
        duration = Absent.text(duration);
        mechanism = Absent.list(mechanism);
        rules = Absent.list(rules);
        patterns = Absent.list(patterns);
        technologies = Absent.list(technologies);
        references = Absent.list(references);
    }

    @Override
    public EntryKind kind() {
        return EntryKind.INCIDENT;
    }

    @Override
    public String name() {
        return organisation + ", " + date + ": " + title;
    }
}

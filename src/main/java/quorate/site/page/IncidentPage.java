package quorate.site.page;

import java.util.List;

/** A public outage. */
public record IncidentPage(
        Frame frame,
        String organisation,
        String date,
        String duration,
        String summary,
        String system,
        String trigger,
        List<String> mechanism,
        Html body,
        List<PageLink> rules,
        List<PageLink> patterns,
        List<PageLink> technologies,
        Table here,
        Backlinks backlinks,
        List<Source> sources)
        implements Page {
    public IncidentPage {
        mechanism = List.copyOf(mechanism);
        rules = List.copyOf(rules);
        patterns = List.copyOf(patterns);
        technologies = List.copyOf(technologies);
        sources = List.copyOf(sources);
    }

    @Override
    public String template() {
        return "incident";
    }
}

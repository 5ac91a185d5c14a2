package quorate.site.page;

import java.util.List;

/** A technology of the catalog. */
public record TechnologyPage(
        Frame frame,
        String summary,
        String type,
        String asOf,
        List<NamedText> promises,
        Table settings,
        Table defaults,
        Table timing,
        Table anomalies,
        Table commands,
        Html body,
        List<String> detection,
        List<PageLink> patterns,
        Backlinks backlinks,
        List<Source> sources)
        implements Page {
    public TechnologyPage {
        promises = List.copyOf(promises);
        detection = List.copyOf(detection);
        patterns = List.copyOf(patterns);
        sources = List.copyOf(sources);
    }

    @Override
    public String template() {
        return "technology";
    }
}

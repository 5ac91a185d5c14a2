package quorate.site.page;

import java.util.List;

/** An anti-pattern: what is done, why, how it harms and shows, what sees it, the way out, and when it may stay. */
public record AntiPatternPage(
        Frame frame,
        String problem,
        List<String> aliases,
        Mark severity,
        PageLink step,
        String tempting,
        List<String> harm,
        Html body,
        List<String> symptoms,
        List<PageLink> rules,
        String unseen,
        List<String> detection,
        Table findings,
        List<WayOut> wayOut,
        List<String> acceptable,
        List<PageLink> incidents,
        Backlinks backlinks,
        List<Source> sources)
        implements Page {
    public AntiPatternPage {
        aliases = List.copyOf(aliases);
        harm = List.copyOf(harm);
        symptoms = List.copyOf(symptoms);
        rules = List.copyOf(rules);
        detection = List.copyOf(detection);
        wayOut = List.copyOf(wayOut);
        acceptable = List.copyOf(acceptable);
        incidents = List.copyOf(incidents);
        sources = List.copyOf(sources);
    }

    @Override
    public String template() {
        return "anti-pattern";
    }

    /** One step of the way out, and the patterns that it uses. */
    public record WayOut(String text, List<PageLink> patterns) {
        public WayOut {
            patterns = List.copyOf(patterns);
        }
    }
}

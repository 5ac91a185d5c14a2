package quorate.site.page;

import java.util.List;

/** A decision and its candidates. */
public record ConcernPage(
        Frame frame,
        String question,
        String about,
        PageLink step,
        Html body,
        Table candidates,
        Table selections,
        Backlinks backlinks,
        List<Source> sources)
        implements Page {
    public ConcernPage {
        sources = List.copyOf(sources);
    }

    @Override
    public String template() {
        return "concern";
    }
}

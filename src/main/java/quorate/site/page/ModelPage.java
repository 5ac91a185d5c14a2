package quorate.site.page;

import java.util.List;

/** One consistency model. */
public record ModelPage(
        Frame frame,
        String definition,
        String forbids,
        List<String> aliases,
        String scope,
        Mark availability,
        String availabilityText,
        Story forbidden,
        List<Story> allowed,
        List<PageLink> implies,
        List<PageLink> impliesInTurn,
        List<PageLink> impliedBy,
        String note,
        String anomaliesText,
        Table anomalies,
        Table technologies,
        Table patterns,
        Table domains,
        Backlinks backlinks,
        List<Source> sources)
        implements Page {
    public ModelPage {
        aliases = List.copyOf(aliases);
        allowed = List.copyOf(allowed);
        implies = List.copyOf(implies);
        impliesInTurn = List.copyOf(impliesInTurn);
        impliedBy = List.copyOf(impliedBy);
        sources = List.copyOf(sources);
    }

    @Override
    public String template() {
        return "model";
    }

    /**
     * A history as a picture and as a table.
     *
     * @param by the model that forbids it
     */
    public record Story(PageLink by, String why, Diagram picture, Table operations) {}
}

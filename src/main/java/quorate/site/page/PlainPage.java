package quorate.site.page;

import java.util.List;

/** A page with nothing but prose: hand-written ones, the search, "no such page". */
public record PlainPage(Frame frame, String template, Html body, List<PageLink> doors) implements Page {
    public PlainPage {
        doors = List.copyOf(doors);
    }
}

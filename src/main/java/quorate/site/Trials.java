package quorate.site;

import java.util.ArrayList;
import java.util.List;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.site.page.PageLink;

/** Links from what a project states to the calculator that computes with it, with the stated values filled in. */
final class Trials {

    private Trials() {}

    /** What a component states that a calculator takes; nothing is filled in that is not stated. */
    static List<PageLink> of(Here here, Entity component) {
        List<PageLink> links = new ArrayList<>();
        component.get(Keys.VOTERS).value().ifPresent(voters ->
                add(here, links, "Try other numbers of voters", "majority", "voters=" + voters + "&zones="));
        boolean all = component.get(Keys.QUORUM_N).isKnown() && component.get(Keys.QUORUM_R).isKnown()
                && component.get(Keys.QUORUM_W).isKnown();
        if (all) {
            add(here, links, "Try other quorums", "read-write-quorum", "n=" + component.get(Keys.QUORUM_N).or(0)
                    + "&r=" + component.get(Keys.QUORUM_R).or(0) + "&w=" + component.get(Keys.QUORUM_W).or(0));
        }
        return links;
    }

    private static void add(Here here, List<PageLink> links, String text, String calculator, String query) {
        PageLink page = here.maybe(text, "calculator", calculator);
        if (!page.href().isEmpty()) {
            links.add(new PageLink(text, page.href() + "?" + query));
        }
    }
}

package quorate.site.page;

import java.util.List;

/** What refers to an entry, in groups: projects, findings, patterns ... */
public record Backlinks(List<Group> groups) {
    public Backlinks {
        groups = List.copyOf(groups);
    }

    /**
     * References of one kind.
     *
     * @param more how many there are beyond those that are shown
     */
    public record Group(String name, List<PageLink> links, int more) {

        /** All of them. */
        public Group(String name, List<PageLink> links) {
            this(name, links, 0);
        }

        public Group {
            links = List.copyOf(links);
        }
    }
}

package quorate.site.page;

import java.util.List;

/** What refers to an entry, in groups: projects, findings, patterns ... */
public record Backlinks(List<Group> groups) {
    public Backlinks {
        groups = List.copyOf(groups);
    }

    /** References of one kind. */
    public record Group(String name, List<PageLink> links) {
        public Group {
            links = List.copyOf(links);
        }
    }
}

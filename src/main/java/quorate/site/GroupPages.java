package quorate.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import quorate.model.Entity;
import quorate.model.Link;
import quorate.site.page.Diagram;
import quorate.site.page.GroupPage;
import quorate.site.page.Page;
import quorate.site.page.PageLink;
import quorate.site.page.PartPage;
import quorate.site.page.ProjectPage;
import quorate.site.page.Table;

/** Shows a system by groups of its components where all of them are too many for one page: the groups, then each by itself. */
final class GroupPages {

    private static final int LINKS = 1200;

    private final ProjectScope scope;
    private final FactTables tables;
    private final Groups groups;
    private final GroupPictures pictures;

    GroupPages(ProjectScope scope) {
        this.scope = scope;
        this.tables = new FactTables(scope);
        this.groups = Groups.of(scope.architecture());
        this.pictures = new GroupPictures(scope, groups);
    }

    List<Page> pages() {
        List<Page> pages = lists();
        groups.all().forEach(group -> pages.add(page(group)));
        return pages;
    }

    /** Everything that the groups hold, as far as it is listed. */
    List<Page> lists() {
        return new ArrayList<>(List.of(components(), relations()));
    }

    /** Of the row of a group on the first page. */
    static String anchor(Groups.Group group) {
        return "group-" + Slug.of(group.id());
    }

    Diagram overview(Here here) {
        return pictures.overview(here);
    }

    /** The twin of the picture: what each group has to do with the others. */
    Table table(Here here) {
        Rows rows = Rows.of("groups-table", "Components of " + scope.title() + " by " + groups.by(), "Group", "Components#", "Verdict",
                "Calls or uses");
        for (Groups.Group group : groups.all()) {
            Verdict verdict = pictures.verdict(group);
            List<PageLink> others = groups.all().stream()
                    .filter(other -> !pictures.between(group, other).isEmpty())
                    .map(other -> scope.link(here, other.title(), "group", other.id()))
                    .toList();
            rows.row(
                    anchor(group),
                    Table.Cell.of(scope.link(here, group.title(), "group", group.id())),
                    Table.Cell.of("" + group.members().size()),
                    Table.Cell.of(verdict.mark(), "" + (verdict.wrong().isEmpty() ? 9 : verdict.wrong().get(0).severity().ordinal())),
                    others.isEmpty() ? Table.Cell.of("none of them") : Table.Cell.of(others));
        }
        return rows.table();
    }

    /** Every component by name, so that each is one step away; of a very large system the groups alone. */
    List<ProjectPage.Members> members(Here here) {
        if (scope.architecture().components().size() > LINKS) {
            return List.of();
        }
        return groups.all().stream()
                .map(group -> new ProjectPage.Members(group.title(),
                        group.members().stream().map(c -> scope.component(here, c.id())).toList()))
                .toList();
    }

    private PartPage components() {
        Here here = scope.at("components");
        String title = "Components";
        FrameBuilder frame = scope.frame(here, "part", title).about("All components of " + scope.title() + ".")
                .find("Components", List.of(scope.title() + " components"), "");
        return PartPage.of(frame.build(), scope.portions().table(here, tables.components(here, scope.architecture().components()), Portions.Size.COMPONENTS));
    }

    private PartPage relations() {
        Here here = scope.at("relations");
        FrameBuilder frame = scope.frame(here, "part", "Relations").about("All relations of " + scope.title() + ".")
                .find("Relations", List.of(scope.title() + " relations"), "");
        Table all = tables.relations(here, "relations-table", "Relations of " + scope.title(), scope.architecture().links(), true);
        return PartPage.of(frame.build(), scope.portions().table(here, all, Portions.Size.RELATIONS));
    }

    private GroupPage page(Groups.Group group) {
        Here here = scope.at("group", group.id());
        Verdict verdict = pictures.verdict(group);
        Set<String> ids = group.members().stream().map(Entity::id).collect(Collectors.toSet());
        List<Link> links = scope.architecture().links().stream().filter(l -> ids.contains(l.from()) || ids.contains(l.to())).toList();
        FrameBuilder frame = scope.frame(here, "group", group.title())
                .about(verdict.line())
                .heading("Diagram", "diagram")
                .heading("Components", "components")
                .heading(!links.isEmpty(), "Relations", "relations")
                .find("Group", List.of(group.id()), scope.title());
        Table relations = tables.relations(here, "relations-table", "Relations of " + group.title(), links, false);
        return new GroupPage(frame.build(), verdict.mark(), verdict.line(),
                new SystemPictures(scope).group(here, group, groups),
                scope.portions().table(here, tables.components(here, group.members())),
                scope.portions().table(here, relations));
    }
}

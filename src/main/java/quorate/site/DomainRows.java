package quorate.site;

import quorate.derive.consistency.DomainPosition;
import quorate.site.page.PageLink;
import quorate.site.page.Table;

/** Tables of the data domains of all projects, with the consistency models that they need and get. */
final class DomainRows {

    private final Edition edition;

    DomainRows(Edition edition) {
        this.edition = edition;
    }

    Table all(Here here) {
        return table(here, "");
    }

    /** Those that need or get this model, by id. */
    Table of(Here here, String model) {
        return table(here, model);
    }

    private Table table(Here here, String only) {
        Rows rows = Rows.of("domains-table", "Data domains and the models that they need and get", "Project*", "Data domain",
                "Needs", "Gets", "Under partition*");
        for (Project project : edition.input().projects()) {
            String id = project.review().project();
            for (DomainPosition position : project.review().input().derived().positions()) {
                if (only.isEmpty() || needs(position, only) || position.offered().filter(only::equals).isPresent()) {
                    rows.row(
                            "",
                            Table.Cell.of(here.link(project.review().input().linked().architecture().system().title(), "project",
                                    id)),
                            Table.Cell.of(here.maybe(position.domain().title(), "subject",
                                    id + "/" + position.domain().kind() + "/" + position.domain().id())),
                            position.required().value().map(m -> Table.Cell.of(model(here, m)))
                                    .orElse(Table.Cell.of(Marks.UNKNOWN, "")),
                            position.offered().map(m -> Table.Cell.of(model(here, m))).orElse(Table.Cell.of(Marks.UNKNOWN, "")),
                            Table.Cell.of(Marks.cap(position.cap()), position.cap()));
                }
            }
        }
        return rows.table();
    }

    private boolean needs(DomainPosition position, String model) {
        return position.required().value()
                .flatMap(word -> edition.input().catalog().consistency().find(word))
                .filter(found -> found.id().equals(model))
                .isPresent();
    }

    private PageLink model(Here here, String word) {
        return edition.input().catalog().consistency().find(word)
                .map(m -> here.link(m.name(), "model", m.id()))
                .orElse(PageLink.plain(word));
    }
}

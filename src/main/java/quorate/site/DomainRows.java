package quorate.site;

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
        for (Brief project : edition.briefs()) {
            for (Brief.Domain domain : project.domains()) {
                if (only.isEmpty() || needs(domain, only) || domain.offered().equals(only)) {
                    rows.row(
                            "",
                            Table.Cell.of(here.link(project.title(), "project", project.id())),
                            Table.Cell.of(here.maybe(domain.title(), "subject", domain.key())),
                            cell(here, domain.required()),
                            cell(here, domain.offered()),
                            Table.Cell.of(Marks.cap(domain.cap()), domain.cap()));
                }
            }
        }
        return rows.bounded(here);
    }

    private boolean needs(Brief.Domain domain, String model) {
        return edition.input().catalog().consistency().find(domain.required()).filter(m -> m.id().equals(model)).isPresent();
    }

    private Table.Cell cell(Here here, String word) {
        return word.isEmpty() ? Table.Cell.of(Marks.UNKNOWN, "") : Table.Cell.of(model(here, word));
    }

    private PageLink model(Here here, String word) {
        return edition.input().catalog().consistency().find(word)
                .map(m -> here.link(m.name(), "model", m.id()))
                .orElse(PageLink.plain(word));
    }
}

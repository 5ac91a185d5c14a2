package quorate.site;

import java.util.List;
import quorate.catalog.ConsistencyModel;
import quorate.catalog.History;
import quorate.site.diagram.HistoryPicture;
import quorate.site.page.Diagram;
import quorate.site.page.Html;
import quorate.site.page.Mark;
import quorate.site.page.ModelPage;
import quorate.site.page.PageLink;
import quorate.site.page.Table;

/** Shows the history that a consistency model forbids, as a picture and as a table that says the same. */
final class Histories {

    private Histories() {}

    /**
     * The history that the model forbids.
     *
     * @param id unique in the page
     */
    static ModelPage.Story of(ConsistencyModel model, String id, PageLink by) {
        List<History.Operation> operations = model.forbidden().operations();
        if (operations.isEmpty()) {
            return new ModelPage.Story(by, "", Diagram.NONE, Rows.none());
        }
        String title = "History that " + model.name() + " forbids";
        List<HistoryPicture.Bar> bars = operations.stream()
                .map(o -> new HistoryPicture.Bar(o.client(), o.transaction(), o.at(), o.until(), o.does(), o.gets(),
                        o.impossible(), sentence(o)))
                .toList();
        String svg = HistoryPicture.draw(bars, id, title, "The table below says the same. " + model.forbidden().why());
        return new ModelPage.Story(by, model.forbidden().why(), new Diagram(id, title, new Html(svg), ""), table(model, id));
    }

    private static String sentence(History.Operation o) {
        return o.client() + (o.transaction().isEmpty() ? "" : ", " + o.transaction()) + ": " + o.does()
                + (o.gets().isEmpty() ? "" : ", gets " + o.gets()) + (o.impossible() ? "; this cannot be" : "");
    }

    private static Table table(ConsistencyModel model, String id) {
        Rows rows = Rows.of(id + "-table", "Operations of the history that " + model.name() + " forbids", "Step", "Client",
                "Operation", "Answer");
        for (History.Operation o : model.forbidden().operations()) {
            Mark mark = o.impossible() ? new Mark("critical", "cannot be") : Mark.NONE;
            rows.row(
                    "",
                    Table.Cell.of(o.until() == o.at() + 1 ? "" + o.until() : (o.at() + 1) + " to " + o.until()),
                    Table.Cell.of(o.client() + (o.transaction().isEmpty() ? "" : ", " + o.transaction())),
                    Table.Cell.of(o.does()),
                    Table.Cell.of(mark, "").with(o.gets()));
        }
        return rows.table();
    }
}

package quorate.site;

import java.util.List;
import quorate.site.diagram.Graph;
import quorate.site.page.Mark;

/** Makes nodes of diagrams from names. */
final class Pictures {

    private Pictures() {}

    static Graph.Node node(
            String id, String name, Graph.Shape shape, String group, String href, String title, Mark mark, boolean emphasis) {
        return new Graph.Node(id, lines(name), shape, group, href, title, mark, emphasis);
    }

    private static List<String> lines(String name) {
        return quorate.site.diagram.Labels.wrap(name);
    }
}

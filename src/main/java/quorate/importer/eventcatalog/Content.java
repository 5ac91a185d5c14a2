package quorate.importer.eventcatalog;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import quorate.importer.Context;
import quorate.importer.Draft;
import quorate.model.Entity;
import quorate.model.Link;
import quorate.source.Problems;

/** All that a catalog describes as components, links, journeys and transactions. */
final class Content {

    private final Shelf shelf;
    private final Context context;
    private final Problems problems;

    Content(Shelf shelf, Context context, Problems problems) {
        this.shelf = shelf;
        this.context = context;
        this.problems = problems;
    }

    Draft draft(List<String> files) {
        Parts parts = new Parts(shelf, context, problems);
        TreeSet<String> sources = new TreeSet<>(files);
        Specifications specifications = new Specifications(shelf, context, problems, sources);
        Traffic traffic = new Traffic(shelf, parts, specifications, problems);
        List<Link> links = traffic.links();
        List<Entity> entities = new ArrayList<>();
        shelf.of(Collection.FLOW).forEach(flow -> entities.addAll(new Flow(flow, shelf, parts, traffic, problems).read()));
        tellUnread();
        entities.addAll(0, parts.entities());
        return new Draft(entities, links, problems.all(), List.copyOf(sources), parts.addresses());
    }

    /** What says something of who depends on whom, in a way that is not read. */
    private void tellUnread() {
        List<Resource.Pointer> related = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (Resource group : shelf.of(Collection.GROUP)) {
            group.pointers("relationships").forEach(to -> {
                related.add(to);
                words.add(group.id() + " and " + to.id());
            });
            for (String field : List.of("sends", "receives")) {
                group.document().field(field).ifPresent(node -> problems.warning(node.at(), "what " + group.id() + " " + field
                        + " is not read, since it does not run by itself", "Name the messages at the service that "
                        + field + " them."));
            }
        }
        if (!related.isEmpty()) {
            problems.warning(related.get(0).at(), "relationships of systems say in free words who depends on whom; they are not"
                    + " read: " + Named.of(words), "State the links between services in architecture.yaml.");
        }
        List<Resource> products = shelf.of(Collection.DATA_PRODUCT);
        if (!products.isEmpty()) {
            problems.warning(products.get(0).at(), "data products are not read: "
                    + Named.of(products.stream().map(Resource::id).toList()),
                    "State in architecture.yaml what computes and keeps them.");
        }
    }
}

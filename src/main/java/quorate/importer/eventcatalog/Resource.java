package quorate.importer.eventcatalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorate.importer.Expect;
import quorate.importer.Written;
import quorate.source.Location;
import quorate.source.Node;

/**
 * Something that a file of the catalog describes.
 *
 * @param path of the file
 * @param mentions what its page refers to
 */
record Resource(
        Collection collection, String id, String path, Node document, List<FrontMatter.Mention> mentions, Expect expect) {

    /** What names another by its id; which version of it is named makes no difference. */
    record Pointer(String id, Node node, Location at) {}

    /** Nothing for what has no id, which is told. */
    static Optional<Resource> of(
            Collection collection, String path, Node document, List<FrontMatter.Mention> mentions, Expect expect) {
        return expect.text(document.field("id"), "id").map(Written::text).map(String::strip).filter(id -> !id.isEmpty())
                .map(id -> new Resource(collection, id, path, document, mentions, expect));
    }

    Location at() {
        return document.field("id").orElse(document).at();
    }

    Optional<Written> text(String field) {
        return expect.text(document.field(field), field).filter(w -> !w.text().isBlank());
    }

    boolean is(String field) {
        return document.field(field).flatMap(Node::text).filter("true"::equalsIgnoreCase).isPresent();
    }

    List<Pointer> pointers(String field) {
        return pointers(document, field, expect);
    }

    /** What a list names, each as a mapping with an id, or as the id alone. */
    static List<Pointer> pointers(Node parent, String field, Expect expect) {
        List<Pointer> found = new ArrayList<>();
        for (Node node : expect.items(parent.field(field), field)) {
            pointer(node, "an entry of " + field, expect).ifPresent(found::add);
        }
        return found;
    }

    static Optional<Pointer> pointer(Node node, String what, Expect expect) {
        Optional<Node> id = node instanceof Node.Fields ? node.field("id") : Optional.of(node);
        Optional<String> text = id.flatMap(Node::text).map(String::strip).filter(t -> !t.isEmpty());
        if (text.isEmpty()) {
            expect.wrong(id.orElse(node), what, "the id of what is meant, as {id: ...}");
        }
        return text.map(t -> new Pointer(t, node, id.get().at()));
    }
}

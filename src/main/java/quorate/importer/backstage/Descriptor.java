package quorate.importer.backstage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import quorate.importer.Expect;
import quorate.importer.Written;
import quorate.source.Location;
import quorate.source.Node;

/** An entity of the catalog as its file describes it. */
record Descriptor(Reference self, String name, Node document, Expect expect) {

    /** A reference and where it is written. */
    record Named(Reference to, String written, Location at) {}

    /** Nothing for a document that is no entity of Backstage, or has no name. */
    static Optional<Descriptor> of(Node document, Expect expect) {
        boolean ours = document.field("apiVersion").flatMap(Node::text).filter(v -> v.startsWith("backstage.io/")).isPresent();
        Optional<String> kind = document.field("kind").flatMap(Node::text);
        if (!ours || kind.isEmpty()) {
            return Optional.empty();
        }
        Optional<Node> metadata = document.field("metadata");
        Optional<String> name = expect.text(metadata.flatMap(m -> m.field("name")), "metadata.name").map(Written::text);
        String namespace = metadata.flatMap(m -> m.field("namespace")).flatMap(Node::text).orElse("default");
        return name.filter(n -> !n.isBlank())
                .map(n -> new Descriptor(new Reference(kind.get(), namespace, n), n, document, expect));
    }

    Location at() {
        return document.path("metadata", "name").map(Node::at).orElse(document.at());
    }

    Optional<Written> meta(String field) {
        return expect.text(document.path("metadata", field), "metadata." + field).filter(w -> !w.text().isBlank());
    }

    Optional<Written> spec(String field) {
        return expect.text(document.path("spec", field), "spec." + field).filter(w -> !w.text().isBlank());
    }

    /** The type of the entity in lower case, empty when it has none. */
    String type() {
        return spec("type").map(w -> w.text().strip().toLowerCase(Locale.ROOT)).orElse("");
    }

    /** Words that may name its product: its type, its tags and the values of its annotations that are single words. */
    List<Written> words() {
        List<Written> words = new ArrayList<>(spec("type").stream().toList());
        words.addAll(expect.texts(document.path("metadata", "tags"), "metadata.tags"));
        if (document.path("metadata", "annotations").orElse(null) instanceof Node.Fields annotations) {
            annotations.values().forEach((key, value) -> value.text().filter(text -> text.matches("[A-Za-z0-9.-]{2,40}"))
                    .ifPresent(text -> words.add(new Written(text, value.at()))));
        }
        return words;
    }

    /** What a field of the spec names; what is no reference is told. */
    List<Named> references(String field, String kind) {
        List<Named> found = new ArrayList<>();
        for (Node node : expect.items(document.path("spec", field), "spec." + field)) {
            reference(node, field, kind).ifPresent(found::add);
        }
        return found;
    }

    Optional<Named> reference(String field, String kind) {
        return document.path("spec", field).flatMap(node -> reference(node, field, kind));
    }

    private Optional<Named> reference(Node node, String field, String kind) {
        Optional<Reference> to = Reference.of(node, kind, self.namespace());
        if (to.isEmpty()) {
            expect.wrong(node, "an entry of spec." + field, "[kind:][namespace/]name");
        }
        return to.map(reference -> new Named(reference, node.text().orElse(reference.toString()), node.at()));
    }
}

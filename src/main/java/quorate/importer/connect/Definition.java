package quorate.importer.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorate.importer.Expect;
import quorate.importer.Written;
import quorate.importer.settings.Config;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;

/**
 * A connector as a file defines it.
 *
 * @param type the class that does the work
 * @param settings as a tree, in which the value of a setting has what a placeholder falls back to in its place
 * @param written the same settings as they are written
 * @param cluster of workers that runs it, where the file names one
 */
record Definition(String name, Location at, Written type, Config settings, Node.Fields written, Optional<Written> cluster) {

    /** All of a document: one, or a list of them. */
    static List<Definition> in(Node document, SourceFile file, Problems problems) {
        List<Definition> all = new ArrayList<>();
        List<Node> nodes = document instanceof Node.Items items ? items.items() : List.of(document);
        for (Node node : nodes) {
            if (node.field("apiVersion").flatMap(Node::text).filter(v -> v.startsWith(ConnectImporter.API + "/")).isPresent()) {
                if (node.field("kind").flatMap(Node::text).filter("KafkaConnector"::equals).isPresent()) {
                    Optional<Node> cluster = node.path("metadata", "labels", "strimzi.io/cluster");
                    of(node.path("metadata", "name"), node.path("spec", "class"), node.path("spec", "config"), node, problems)
                            .map(d -> d.in(cluster)).ifPresent(all::add);
                }
            } else if (node.field("connector.class").isPresent()) {
                Node name = node.field("name").orElse(new Node.Scalar(stem(file), Node.Type.STRING, node.at()));
                of(Optional.of(name), node.field("connector.class"), Optional.of(node), node, problems).ifPresent(all::add);
            } else if (node.path("config", "connector.class").isPresent()) {
                of(node.field("name"), node.path("config", "connector.class"), node.field("config"), node, problems)
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private static String stem(SourceFile file) {
        return file.name().substring(0, file.name().lastIndexOf('.'));
    }

    private static Optional<Definition> of(
            Optional<Node> name, Optional<Node> type, Optional<Node> config, Node whole, Problems problems) {
        Expect expect = new Expect(problems);
        Optional<Written> called = expect.text(name, "name").filter(w -> !w.text().isBlank());
        Optional<Written> does = expect.text(type, "the class").filter(w -> !w.text().isBlank());
        Optional<Node.Fields> settings = expect.fields(config, "config");
        if (called.isEmpty() || does.isEmpty() || settings.isEmpty()) {
            problems.warning(whole.at(), "no connector: it has no name, no class or no settings", "Add them.");
            return Optional.empty();
        }
        Config tree = new Config();
        tree.add(settings.get());
        return Optional.of(new Definition(
                called.get().text(), called.get().at(), does.get(), tree, settings.get(), Optional.empty()));
    }

    private Definition in(Optional<Node> named) {
        Optional<Written> label = named.flatMap(node -> node.text().map(text -> new Written(text, node.at())));
        return new Definition(name, at, type, settings, written, label);
    }

    /** A setting as it stands in the file, placeholders and all. */
    Optional<Written> verbatim(String setting) {
        return written.field(setting).flatMap(node -> node.text().map(text -> new Written(text, node.at())));
    }

    /** The first of several settings that is there. */
    Optional<Written> first(String... names) {
        return settings.first(List.of(names));
    }

    boolean isOf(String product) {
        return type.text().startsWith(product + ".");
    }
}

package quorate.importer.asyncapi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorate.importer.Documents;
import quorate.source.Folder;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;

/** Follows {@code $ref}: JSON pointers into the same file or into another one of the project. */
final class References {

    /** A reference to a reference, and so on; more are a circle. */
    private static final int LONGEST_CHAIN = 20;

    private final Folder folder;
    private final Problems problems;
    private final Set<String> sources;
    private final Map<String, Optional<Node>> files = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    /** @param sources gets the path of each file to which a reference leads */
    References(Folder folder, Problems problems, Set<String> sources) {
        this.folder = folder;
        this.problems = problems;
        this.sources = sources;
    }

    /** A document in which pointers of its own file are followed. */
    void open(Node document) {
        files.put(document.at().file(), Optional.of(document));
    }

    /** The node itself, or what it refers to; nothing when that leads nowhere, which is told. */
    Optional<Node> follow(Node node) {
        Optional<Node> at = Optional.of(node);
        for (int step = 0; step < LONGEST_CHAIN && at.isPresent(); step++) {
            Optional<Node> reference = at.get().field("$ref");
            if (reference.flatMap(Node::text).isEmpty()) {
                return at;
            }
            at = target(reference.get());
        }
        if (at.isPresent()) {
            tell(node, "goes in a circle");
        }
        return Optional.empty();
    }

    /** The text of the reference that a node is; empty when it is none. */
    static String text(Node node) {
        return node.field("$ref").flatMap(Node::text).orElse("");
    }

    private Optional<Node> target(Node reference) {
        String text = reference.text().orElse("");
        int hash = text.indexOf('#');
        String file = hash < 0 ? text : text.substring(0, hash);
        if (file.contains("://")) {
            tell(reference, "leads out of the project, and nothing is fetched");
            return Optional.empty();
        }
        String path = file.isEmpty() ? reference.at().file() : Folder.beside(reference.at().file(), file);
        Optional<Node> found = document(path).flatMap(document -> at(document, hash < 0 ? "" : text.substring(hash + 1)));
        if (found.isEmpty()) {
            tell(reference, "leads nowhere");
        }
        return found;
    }

    private Optional<Node> document(String path) {
        if (!files.containsKey(path)) {
            files.put(path, Optional.empty());
            Optional<SourceFile> file = folder.has(path)
                    ? folder.read(path, quorate.source.Location.of(path), problems)
                    : Optional.empty();
            file.ifPresent(f -> {
                sources.add(path);
                files.put(path, Documents.of(f, folder.limits(), problems).stream().findFirst());
            });
        }
        return files.get(path);
    }

    /** RFC 6901, as the fragment of an address. */
    private static Optional<Node> at(Node document, String pointer) {
        Optional<Node> node = Optional.of(document);
        for (String part : pointer.split("/")) {
            if (!part.isEmpty()) {
                String name = decoded(part).replace("~1", "/").replace("~0", "~");
                node = node.flatMap(n -> child(n, name));
            }
        }
        return node;
    }

    private static Optional<Node> child(Node node, String name) {
        boolean index = !node.items().isEmpty() && name.matches("[0-9]{1,6}");
        if (index) {
            int i = Integer.parseInt(name);
            return i < node.items().size() ? Optional.of(node.items().get(i)) : Optional.empty();
        }
        return node.field(name);
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part; // a percent sign that escapes nothing
        }
    }

    private void tell(Node at, String what) {
        String text = at.text().orElseGet(() -> text(at));
        if (told.add(text + at.at())) {
            problems.warning(at.at(), "the reference " + text + " " + what,
                    "Write the path of a place in a file of the project.");
        }
    }
}

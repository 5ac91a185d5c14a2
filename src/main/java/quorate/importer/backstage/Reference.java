package quorate.importer.backstage;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.source.Node;

/**
 * What names an entity of the catalog, in lower case as the catalog compares: {@code [kind:][namespace/]name}, or the three as
 * fields.
 */
record Reference(String kind, String namespace, String name) {

    private static final Pattern FORM = Pattern.compile("(?:([^:/]+):)?(?:([^:/]+)/)?([^:/]+)");

    Reference {
        kind = kind.toLowerCase(Locale.ROOT);
        namespace = namespace.toLowerCase(Locale.ROOT);
        name = name.toLowerCase(Locale.ROOT);
    }

    /** Nothing when the node is none; what it leaves out is the kind and the namespace that are given. */
    static Optional<Reference> of(Node node, String kind, String namespace) {
        if (node instanceof Node.Fields) {
            return text(node, "name").map(name -> new Reference(
                    text(node, "kind").orElse(kind), text(node, "namespace").orElse(namespace), name));
        }
        Matcher form = FORM.matcher(node.text().orElse("").strip());
        return form.matches()
                ? Optional.of(new Reference(
                        form.group(1) == null ? kind : form.group(1), form.group(2) == null ? namespace : form.group(2),
                        form.group(3)))
                : Optional.empty();
    }

    private static Optional<String> text(Node node, String field) {
        return node.field(field).flatMap(Node::text).filter(text -> !text.isBlank());
    }

    @Override
    public String toString() {
        return kind + ":" + (namespace.equals("default") ? "" : namespace + "/") + name;
    }
}

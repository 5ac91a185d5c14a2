package quorate.importer;

import java.util.ArrayList;
import java.util.List;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.FactsReader;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Origin;
import quorate.model.Vocabulary;
import quorate.source.Node;

/**
 * What {@code architecture.yaml} declares. The document has been validated against the schema; what the schema refused is
 * left out here, since the run stops on it anyway.
 *
 * @param imports paths of other files, with their places
 */
record ArchitectureFile(Entity system, List<Entity> entities, List<Link> links, List<Node> imports) {

    /** The name by which it is found in a project's folder. */
    static final String NAME = "architecture.yaml";

    static ArchitectureFile read(String project, Node document) {
        Facts facts = FactsReader.read(document, Vocabulary.keys(Kind.SYSTEM), Origin::declared);
        List<Entity> entities = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind != Kind.SYSTEM) {
                document.field(kind.section()).ifPresent(section -> section(kind, section, entities, links));
            }
        }
        List<Node> imports = document.field("imports").map(Node::items).orElse(List.of());
        return new ArchitectureFile(
                new Entity(Kind.SYSTEM, project, facts, document.at()), entities, links, imports);
    }

    private static void section(Kind kind, Node section, List<Entity> entities, List<Link> links) {
        if (Vocabulary.isList(kind)) {
            for (Node item : section.items()) {
                Facts facts = FactsReader.read(item, Vocabulary.keys(kind), Origin::declared);
                if (kind == Kind.LINK) {
                    Link link = link(facts, item);
                    if (!link.from().isEmpty() && !link.to().isEmpty()) {
                        links.add(link);
                    }
                } else {
                    String id = facts.get(Keys.ACCEPTED_RULE).or("") + "@" + facts.get(Keys.ACCEPTED_SUBJECT).or("");
                    entities.add(new Entity(kind, id, facts, item.at()));
                }
            }
        } else if (section instanceof Node.Fields fields) {
            fields.values().forEach((id, node) -> entities.add(new Entity(
                    kind, id, FactsReader.read(node, Vocabulary.keys(kind), Origin::declared), fields.keyAt(id))));
        }
    }

    private static Link link(Facts facts, Node item) {
        String from = facts.get(Keys.FROM).or("");
        String to = facts.get(Keys.TO).or("");
        String id = facts.get(Keys.ID).or(Link.idOf(from, to));
        return new Link(id, from, to, facts, item.at());
    }
}

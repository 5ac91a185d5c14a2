package quorate.importer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.FactsReader;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Origin;
import quorate.model.Vocabulary;
import quorate.schema.SchemaName;
import quorate.schema.Schemas;
import quorate.source.Limits;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;
import quorate.source.Yaml;

/**
 * The file in which the findings of several projects are accepted, for those who answer for all of them.
 *
 * @param byProject acceptances, by the id of their project
 */
public record AcceptanceFile(Map<String, List<Entity>> byProject) {

    /** The name by which it is found beside the folders of the projects. */
    public static final String NAME = "acceptances.yaml";

    /** No such file. */
    public static final AcceptanceFile NONE = new AcceptanceFile(Map.of());

    public AcceptanceFile {
        Map<String, List<Entity>> copy = new TreeMap<>();
        byProject.forEach((project, accepted) -> copy.put(project, List.copyOf(accepted)));
        byProject = Collections.unmodifiableMap(copy);
    }

    /** Reads the file; what is wrong with it is added to the problems, each at its place. */
    public static AcceptanceFile read(SourceFile file, Limits limits, Schemas schemas, Problems problems) {
        Optional<Node> document = Yaml.document(file, limits, problems);
        if (document.isEmpty()) {
            return NONE;
        }
        schemas.check(SchemaName.ACCEPTANCES, document.get(), problems);
        List<Key<?>> keys = new ArrayList<>(Vocabulary.keys(Kind.ACCEPTANCE));
        keys.add(Keys.ACCEPTED_PROJECT);
        Map<String, List<Entity>> byProject = new TreeMap<>();
        for (Node item : document.get().field(Kind.ACCEPTANCE.section()).map(Node::items).orElse(List.of())) {
            item.field(Keys.EXPIRES.id()).ifPresent(day -> calendar(day, problems));
            Facts facts = FactsReader.read(item, keys, Origin::declared);
            String id = facts.get(Keys.ACCEPTED_RULE).or("") + "@" + facts.get(Keys.ACCEPTED_SUBJECT).or("");
            byProject.computeIfAbsent(facts.get(Keys.ACCEPTED_PROJECT).or(""), p -> new ArrayList<>())
                    .add(new Entity(Kind.ACCEPTANCE, id, facts, item.at()));
        }
        return new AcceptanceFile(byProject);
    }

    private static void calendar(Node day, Problems problems) {
        boolean word = day.text().filter(text -> text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")).isPresent();
        if (word && Keys.EXPIRES.type().read(day).isEmpty()) {
            problems.error(day.at(), "'expires' is no day of the calendar", Keys.EXPIRES.help());
        }
    }

    /** What is accepted in a project. */
    public List<Entity> of(String project) {
        return byProject.getOrDefault(project, List.of());
    }

    /** Where the first acceptance of a project stands. */
    public Optional<Location> at(String project) {
        return of(project).stream().findFirst().map(Entity::at);
    }
}

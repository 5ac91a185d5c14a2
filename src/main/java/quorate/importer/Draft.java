package quorate.importer;

import java.util.List;
import java.util.Map;
import quorate.model.Entity;
import quorate.model.Link;
import quorate.source.Problem;

/**
 * What one source says, before it is merged with the others.
 *
 * @param sources paths of the files that were read for it
 * @param hosts other names by which its components are reached, with the id that each belongs to
 */
public record Draft(
        List<Entity> entities, List<Link> links, List<Problem> problems, List<String> sources, Map<String, String> hosts) {

    public Draft {
        entities = List.copyOf(entities);
        links = List.copyOf(links);
        problems = List.copyOf(problems);
        sources = List.copyOf(sources);
        hosts = Map.copyOf(hosts);
    }

    /** What a source says whose components have no other names. */
    public Draft(List<Entity> entities, List<Link> links, List<Problem> problems, List<String> sources) {
        this(entities, links, problems, sources, Map.of());
    }
}

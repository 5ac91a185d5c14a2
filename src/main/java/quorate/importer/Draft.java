package quorate.importer;

import java.util.List;
import quorate.model.Entity;
import quorate.model.Link;
import quorate.source.Problem;

/**
 * What one source says, before it is merged with the others.
 *
 * @param sources paths of the files that were read for it
 */
public record Draft(List<Entity> entities, List<Link> links, List<Problem> problems, List<String> sources) {

    public Draft {
        entities = List.copyOf(entities);
        links = List.copyOf(links);
        problems = List.copyOf(problems);
        sources = List.copyOf(sources);
    }
}

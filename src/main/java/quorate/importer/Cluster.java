package quorate.importer;

import java.util.List;
import java.util.Optional;
import quorate.source.Location;

/**
 * Units that are one component.
 *
 * @param id of the component
 * @param members ids of the units, in the order of the file
 * @param voters how many members vote, where the evidence is a list of voters
 * @param leaderAndFollowers whether one member is told to follow another
 * @param how what shows that they belong together
 * @param at where that is written
 */
record Cluster(
        String id, List<String> members, Optional<Integer> voters, boolean leaderAndFollowers, String how, Location at) {

    Cluster {
        members = List.copyOf(members);
    }

    boolean isSingle() {
        return members.size() == 1;
    }
}

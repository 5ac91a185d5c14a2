package quorate.importer;

import java.util.List;
import quorate.source.Location;
import quorate.source.Node;

/**
 * Compose files that run together, as one.
 *
 * @param volumes what is declared under the top key of that name
 */
record ComposeProject(List<Service> services, Node volumes, Interpolation interpolation) {

    ComposeProject {
        services = List.copyOf(services);
    }

    /**
     * One service.
     *
     * @param at its key in the lowest layer
     * @param file where that is; paths in the service are relative to it
     */
    record Service(String name, Location at, String file, Node.Fields node) {

        /** This one with another laid over it. */
        Service under(Service above) {
            return new Service(name, at, file, ComposeMerge.merge(node, above.node()));
        }
    }
}

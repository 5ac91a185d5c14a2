package quorate.importer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;

/** The dependencies that compose services state in keys of their own: {@code depends_on} and {@code links}. */
final class ComposeLinks {

    private final ComposeProject project;
    private final Assembly assembly;
    private final Problems problems;
    private final Set<String> names;

    ComposeLinks(ComposeProject project, Assembly assembly, Problems problems) {
        this.project = project;
        this.assembly = assembly;
        this.problems = problems;
        this.names = project.services().stream().map(ComposeProject.Service::name).collect(Collectors.toSet());
    }

    void read() {
        for (ComposeProject.Service service : project.services()) {
            service.node().field("depends_on").ifPresent(depends -> dependsOn(service.name(), depends));
            service.node().field("links").map(Node::items).orElse(List.of()).forEach(link -> link(service.name(), link));
        }
    }

    private void dependsOn(String service, Node depends) {
        if (depends instanceof Node.Scalar) {
            new Expect(problems).wrong(depends, "depends_on", "a list of services");
            return;
        }
        if (depends instanceof Node.Fields fields) {
            fields.values().forEach((other, how) -> dependsOn(service, other, fields.keyAt(other), how.field("condition")));
        }
        for (Node item : depends.items()) {
            new Expect(problems).text(item, "a service in depends_on")
                    .ifPresent(other -> dependsOn(service, other.text(), other.at(), Optional.empty()));
        }
    }

    private void dependsOn(String service, String other, Location at, Optional<Node> condition) {
        if (isUnknown(other)) {
            problems.warning(
                    at,
                    service + " depends on '" + other + "', which these files do not define",
                    "Add the file that defines it to imports.");
            return;
        }
        String when = condition.flatMap(Node::text).map(c -> " (" + c + ")").orElse("");
        assembly.startsAfter(service, other, at, "depends_on" + when);
    }

    private void link(String service, Node link) {
        String other = link.text().orElse("").replaceAll(":.*", "");
        if (!other.isEmpty() && !isUnknown(other)) {
            assembly.calls(service, other, link.at(), "links");
        }
    }

    private boolean isUnknown(String other) {
        return !names.contains(other);
    }
}

package quorate.importer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Origin;
import quorate.source.Node;
import quorate.source.Problems;

/** Replicas, health check and restart policy of a compose service. */
final class ComposeFacts {

    /** What compose itself reads under {@code deploy}; anything else is for Swarm. */
    private static final Set<String> PLAIN = Set.of("resources", "labels");

    private final Expect expect;
    private final Problems problems;

    ComposeFacts(Expect expect, Problems problems) {
        this.expect = expect;
        this.problems = problems;
    }

    void read(ComposeProject.Service service, Facts.Builder facts) {
        replicas(service, facts);
        health(service.node(), facts);
        restarts(service, facts);
    }

    private void replicas(ComposeProject.Service service, Facts.Builder facts) {
        Node.Fields node = service.node();
        node.field("deploy").ifPresent(deploy -> expect.fields(deploy, "deploy"));
        boolean global = node.path("deploy", "mode").flatMap(Node::text).filter("global"::equals).isPresent();
        Optional<Node> written = node.path("deploy", "replicas").or(() -> node.field("scale"));
        Optional<Integer> count = expect.count(written, "replicas");
        List<Written> profiles = expect.texts(node.field("profiles"), "profiles");
        if (count.isPresent()) {
            facts.set(Keys.REPLICAS, Fact.of(count.get(), Origin.imported(written.get().at(), "")));
        } else if (written.isEmpty() && !global) {
            facts.set(
                    Keys.REPLICAS,
                    Fact.of(1, Origin.imported(service.at(), "compose runs one when no replicas are written")));
        }
        if (!profiles.isEmpty()) {
            String names = profiles.stream().map(Written::text).collect(Collectors.joining(", "));
            problems.warning(
                    profiles.get(0).at(),
                    service.name() + " runs only with the profile " + names + "; it is read as if that were on",
                    "");
        }
    }

    /** Compose restarts nothing on a failed check; the check says only whether the container is well. */
    private void health(Node node, Facts.Builder facts) {
        Optional<Node.Fields> check = expect.fields(node.field("healthcheck"), "healthcheck");
        Optional<Node> test = check.flatMap(c -> c.field("test"));
        List<Written> words = expect.texts(test, "the test of healthcheck");
        boolean disabled = check.flatMap(c -> c.field("disable")).flatMap(Node::text).filter("true"::equals).isPresent();
        boolean none = words.size() == 1 && words.get(0).text().equals("NONE");
        if (disabled || none) {
            facts.set(Keys.LIVENESS, Fact.none(Origin.imported(check.get().at(), "healthcheck is disabled")));
            return;
        }
        boolean marked = !words.isEmpty() && words.get(0).text().matches("CMD|CMD-SHELL");
        String text = words.stream().skip(marked ? 1 : 0).map(Written::text).collect(Collectors.joining(" "));
        if (!text.isBlank()) {
            facts.set(Keys.LIVENESS, Fact.of(text.strip(), Origin.imported(test.get().at(), "healthcheck")));
        }
    }

    /** Compose starts nothing again unless it is told to; Swarm does, and a service with a part for Swarm may run there. */
    private void restarts(ComposeProject.Service service, Facts.Builder facts) {
        Node node = service.node();
        Optional<Written> policy = expect.text(node.path("deploy", "restart_policy", "condition"), "condition")
                .or(() -> expect.text(node.field("restart"), "restart"));
        boolean swarm = node.field("deploy").filter(Node.Fields.class::isInstance).map(Node.Fields.class::cast)
                .filter(deploy -> !PLAIN.containsAll(deploy.values().keySet()))
                .isPresent();
        if (policy.isEmpty() && node.field("restart").isEmpty() && !swarm) {
            Origin silent = Origin.imported(service.at(), "compose starts nothing again where no restart is written");
            facts.set(Keys.RESTARTS, Fact.none(silent));
        }
        policy.ifPresent(written -> {
            String word = written.text().replaceAll(":.*", "");
            Origin origin = Origin.imported(written.at(), "restart " + written.text());
            if (List.of("always", "unless-stopped", "on-failure", "any").contains(word)) {
                facts.set(Keys.RESTARTS, Fact.of(true, origin));
            } else if (List.of("no", "none", "false").contains(word)) {
                facts.set(Keys.RESTARTS, Fact.of(false, origin));
            } else if (!word.contains("$")) {
                problems.warning(
                        written.at(),
                        "restart is '" + written.text() + "', which is not read",
                        "Write no, always, on-failure or unless-stopped.");
            }
        });
    }
}

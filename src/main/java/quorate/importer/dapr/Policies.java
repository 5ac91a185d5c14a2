package quorate.importer.dapr;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import quorate.importer.Expect;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Origin;
import quorate.model.ValueType;
import quorate.model.Words;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;

/**
 * The policies of one resource. A timeout bounds one attempt, since retries go around it; the timeout of a circuit breaker is how
 * long it stays open. A target that names no policy gets the one that is called default for it, if there is one.
 */
final class Policies {

    private final Optional<Node> policies;
    private final Problems problems;

    Policies(Optional<Node> policies, Problems problems) {
        this.policies = policies;
        this.problems = problems;
    }

    /**
     * What bounds the calls to a target.
     *
     * @param scope word in the names of the default policies: {@code App}, {@code ComponentOutbound}
     */
    Facts of(Node target, String scope, Location at) {
        Facts.Builder facts = Facts.at(at);
        policy(target, "timeout", "timeouts", scope, "Timeout").ifPresent(node -> span(facts, Keys.TIMEOUT_TRY,
                Optional.of(node)));
        Optional<Node> breaker = policy(target, "circuitBreaker", "circuitBreakers", scope, "CircuitBreaker");
        policy(target, "retry", "retries", scope, "Retry").ifPresent(node -> retry(facts, node, breaker.isPresent()));
        breaker.ifPresent(node -> breaker(facts, node));
        return facts.build();
    }

    private Optional<Node> policy(Node target, String field, String section, String scope, String word) {
        Optional<Node> named = target.field(field).filter(n -> n.text().isPresent());
        if (named.isPresent()) {
            Optional<Node> found = policies.flatMap(p -> p.path(section, named.get().text().orElseThrow()));
            Optional<Node> direct = named.filter(n -> ValueType.Span.parse(n.text().orElse("")).isPresent()
                    && field.equals("timeout"));
            if (found.isEmpty() && direct.isEmpty()) {
                problems.warning(named.get().at(), "no policy '" + named.get().text().orElse("") + "' under " + section,
                        "Define it under spec.policies." + section + ".");
            }
            return found.or(() -> direct);
        }
        for (String prefix : List.of(scope, scope.replaceFirst("(In|Out)bound$", ""), "")) {
            Optional<Node> found = policies.flatMap(p -> p.path(section, "Default" + prefix + word + "Policy"));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private void retry(Facts.Builder facts, Node policy, boolean broken) {
        boolean exponential = DaprImporter.text(policy, "policy").equals("exponential");
        Location at = policy.at();
        Facts.Builder one = Facts.at(at).set(Keys.RETRY_LAYER, Fact.of(Words.Layer.MESH, Origin.imported(at,
                "the sidecar retries")));
        Optional<Node> count = policy.field("maxRetries").filter(n -> n.text().isPresent());
        String text = count.flatMap(Node::text).orElse("-1").strip();
        Location counted = count.map(Node::at).orElse(at);
        if (text.equals("-1")) {
            String how = count.isPresent() ? "maxRetries -1" : "Dapr sets no limit when maxRetries is not written";
            one.set(Keys.RETRY_UNBOUNDED, Fact.of(true, Origin.imported(counted, how)));
        } else if (text.matches("[0-9]{1,6}")) {
            int retries = Integer.parseInt(text);
            one.set(Keys.RETRY_ATTEMPTS, Fact.of(retries + 1, Origin.imported(counted, retries
                    + " retries after the first attempt")));
            one.set(Keys.RETRY_UNBOUNDED, Fact.of(false, Origin.imported(counted, "")));
        } else {
            new Expect(problems).wrong(count.orElse(policy), "maxRetries", "a whole number, or -1 for no limit");
        }
        Optional<Node> kind = policy.field("policy");
        kind.ifPresent(node -> one.set(Keys.RETRY_BACKOFF, Fact.of(
                exponential ? Words.Backoff.EXPONENTIAL : Words.Backoff.FIXED, Origin.imported(node.at(), ""))));
        kind.ifPresent(node -> one.set(Keys.RETRY_JITTER, Fact.of(
                exponential, Origin.imported(node.at(), exponential ? "policy exponential" : "policy constant"))));
        if (!broken) { // the format has no budget; a breaker limits what reaches the callee as well
            one.set(Keys.RETRY_BUDGET, Fact.none(Origin.imported(at,
                    "a retry policy of Dapr has no budget, and no breaker is set")));
        }
        span(one, Keys.RETRY_BASE, policy.field(exponential ? "initialInterval" : "duration"));
        span(one, Keys.RETRY_MAX, policy.field("maxInterval"));
        facts.set(Keys.RETRY, Fact.of(List.of(one.build()), Origin.imported(at, "")));
    }

    private void breaker(Facts.Builder facts, Node policy) {
        Optional<Node> trip = policy.field("trip").filter(n -> n.text().isPresent());
        facts.set(Keys.BREAKER_THRESHOLD, trip.isPresent()
                ? Fact.of(trip.get().text().orElseThrow().strip(), Origin.imported(trip.get().at(), ""))
                : Fact.of("more than 5 failures in a row", Origin.imported(policy.at(), "Dapr's own when trip is not written")));
        span(facts, Keys.BREAKER_WAIT, policy.field("timeout"));
        span(facts, Keys.BREAKER_WINDOW, policy.field("interval").filter(n -> !n.text().orElse("0s").matches("0s?")));
        Optional<Node> trials = policy.field("maxRequests");
        new Expect(problems).count(trials, "maxRequests").ifPresent(n ->
                facts.set(Keys.BREAKER_HALF_OPEN, Fact.of(n, Origin.imported(trials.get().at(), ""))));
    }

    private void span(Facts.Builder facts, Key<Duration> key, Optional<Node> node) {
        Optional<String> text = node.flatMap(Node::text).map(String::strip);
        Optional<Duration> span = text.flatMap(ValueType.Span::parse);
        span.ifPresent(s -> facts.set(key, Fact.of(s, Origin.imported(node.get().at(), ""))));
        if (node.isPresent() && span.isEmpty()) {
            new Expect(problems).wrong(node.get(), "the time", "a time such as 5s");
        }
    }
}

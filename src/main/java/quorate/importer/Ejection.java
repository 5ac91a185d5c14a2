package quorate.importer;

import java.util.List;
import java.util.Optional;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Origin;
import quorate.model.Words;
import quorate.source.Node;

/** What takes instances of a host out of the balance by the errors of real calls, as an automation that acts on it. */
final class Ejection {

    private static final List<String> ERRORS = List.of("consecutive5xxErrors", "consecutiveGatewayErrors", "consecutiveErrors");
    /** Istio's own, where none is written. */
    private static final int USUAL_SHARE = 10;

    private Ejection() {}

    static Entity of(String component, Node outliers) {
        Facts.Builder facts = Facts.at(outliers.at());
        Origin detection = Origin.imported(outliers.at(), "outlierDetection");
        facts.set(Keys.AUTOMATION_ACTION, Fact.of(Words.AutomationAction.EVICT, detection));
        facts.set(Keys.ACTS_ON, Fact.of(List.of(component), detection));
        Optional<Node> errors = ERRORS.stream().flatMap(field -> outliers.field(field).stream()).findFirst();
        errors.ifPresent(node -> number(node).ifPresent(count -> {
            Origin origin = Origin.imported(node.at(), "");
            String signal = count == 1 ? "1 error" : count + " errors in a row";
            facts.set(Keys.AUTOMATION_SIGNAL, Fact.of(signal, origin));
            facts.set(Keys.DETECTOR_HYSTERESIS, count > 1 ? Fact.of(signal, origin)
                    : Fact.none(Origin.imported(node.at(), "one error is enough")));
        }));
        Optional<Node> share = outliers.field("maxEjectionPercent");
        Origin capped = share.map(node -> Origin.imported(node.at(), "maxEjectionPercent"))
                .orElseGet(() -> Origin.imported(outliers.at(), "Istio's own where maxEjectionPercent is not written"));
        int percent = share.isPresent() ? number(share.get()).orElse(-1) : USUAL_SHARE;
        if (percent >= 0) {
            facts.set(Keys.CAP, percent < 100 ? Fact.of(percent + "% of the instances", capped) : Fact.none(capped));
        }
        return new Entity(Kind.AUTOMATION, component + "-ejection", facts.build(), outliers.at());
    }

    private static Optional<Integer> number(Node node) {
        return node.text().filter(text -> text.matches("[0-9]{1,6}")).map(Integer::valueOf);
    }
}

package quorate.importer;

import java.util.List;
import java.util.Optional;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Label;
import quorate.model.Origin;
import quorate.source.Node;

/** Where the pods of a workload are found: their namespace, if the manifest writes one, and the labels that select them. */
final class PodSelection {

    private PodSelection() {}

    static void read(Workload workload, Facts.Builder facts) {
        Optional<Node> namespace =
                workload.manifest().node().path("metadata", "namespace").filter(node -> node.text().isPresent());
        namespace.ifPresent(node -> facts.set(Keys.NAMESPACE, Fact.of(node.text().orElse(""), Origin.imported(node.at(), ""))));
        Optional<Node> selecting = workload.selecting();
        List<String> labels = Manifest.texts(selecting).entrySet().stream()
                .map(one -> new Label(one.getKey(), one.getValue()))
                .filter(Label::isWellFormed)
                .map(Label::toString)
                .sorted()
                .toList();
        if (!labels.isEmpty()) {
            facts.set(Keys.POD_LABELS, Fact.of(labels, Origin.imported(selecting.get().at(), "")));
        }
    }
}

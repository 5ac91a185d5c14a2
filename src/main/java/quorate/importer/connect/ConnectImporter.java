package quorate.importer.connect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quorate.importer.Context;
import quorate.importer.Documents;
import quorate.importer.Draft;
import quorate.importer.Importer;
import quorate.importer.settings.Calls;
import quorate.model.Entity;
import quorate.model.Link;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;

/**
 * Reads connectors of Kafka Connect: the JSON that its REST interface takes, with or without a name around the settings, and the
 * {@code KafkaConnector} of Strimzi. A connector runs in a worker: the one that Strimzi's label names, else the only component
 * that is known to be Kafka Connect, else a service of its own, called after the connector.
 */
public final class ConnectImporter implements Importer {

    static final String API = "kafka.strimzi.io";

    @Override
    public String name() {
        return "connect";
    }

    @Override
    public boolean accepts(SourceFile file) {
        return file.extension().equals("json") && file.text().contains("\"connector.class\"")
                || Documents.isOf(API, file) && file.text().contains("KafkaConnector");
    }

    @Override
    public Draft read(List<SourceFile> files, Context context) {
        Problems problems = new Problems();
        Workers workers = new Workers(context.known());
        Map<String, Entity> services = new LinkedHashMap<>();
        Map<String, Calls> calls = new LinkedHashMap<>();
        for (SourceFile file : files) {
            for (Node document : Documents.of(file, context.folder().limits(), problems)) {
                for (Definition definition : Definition.in(document, file, problems)) {
                    Entity worker = workers.of(definition);
                    services.merge(worker.id(), worker, (first, second) ->
                            first.with(first.facts().builder().addUnknown(second.facts()).build()));
                    Calls own = calls.computeIfAbsent(worker.id(), id -> new Calls(id, context.known()));
                    new Connector(definition, own, context, problems).read();
                }
            }
        }
        List<Entity> entities = new ArrayList<>(services.values());
        List<Link> links = new ArrayList<>();
        calls.values().forEach(own -> {
            entities.addAll(own.entities());
            links.addAll(own.links());
        });
        return new Draft(entities, links, problems.all(), files.stream().map(SourceFile::path).sorted().toList());
    }
}

package quorate.importer.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import quorate.importer.Context;
import quorate.importer.Ids;
import quorate.importer.Written;
import quorate.importer.settings.Calls;
import quorate.importer.settings.Endpoint;
import quorate.importer.settings.Endpoints;
import quorate.importer.settings.Values;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Origin;
import quorate.model.Words;
import quorate.source.Problems;

/** What a connector takes from where, and what it sends there: a store on one side, topics of Kafka on the other. */
final class Connector {

    private static final Endpoint KAFKA = Endpoint.channel("kafka");
    /** The name of a table, which else is an expression that may match others. */
    private static final Pattern TABLE = Pattern.compile("[\\w$-]+(?:\\.[\\w$-]+)*");
    private static final String STATE = "State the channels and the links to them in architecture.yaml.";

    private final Definition definition;
    private final Calls calls;
    private final Context context;
    private final Problems problems;
    private final Endpoints endpoints;

    Connector(Definition definition, Calls calls, Context context, Problems problems) {
        this.definition = definition;
        this.calls = calls;
        this.context = context;
        this.problems = problems;
        this.endpoints = new Endpoints(calls, context.recognizer(), new Values(problems));
    }

    void read() {
        Optional<Type> type = Type.of(definition.type().text());
        if (type.isEmpty()) {
            problems.warning(
                    definition.type().at(),
                    "the connector class " + definition.type().text() + " is not read",
                    "State in architecture.yaml what it takes from where.");
            return;
        }
        store(type.get());
        if (type.get().source()) {
            // Where the shapes of the tables are kept; without it a connector cannot go on.
            definition.first("schema.history.internal.kafka.bootstrap.servers", "database.history.kafka.bootstrap.servers")
                    .ifPresent(servers -> endpoints.link(KAFKA, servers, "the schema history"));
            captured();
        } else {
            consumed();
        }
        skipped(type.get());
    }

    private void store(Type type) {
        Words.Purpose purpose = type.source() ? Words.Purpose.READ : Words.Purpose.WRITE;
        boolean log = definition.isOf("io.debezium") && type.source();
        String how = "connector " + definition.name() + (log ? ", change data capture" : "");
        Optional<Facts.Builder> link = type.addresses().stream().flatMap(name -> definition.first(name).stream()
                        .flatMap(written -> endpoints.link(type.endpoint(), written, name).stream()))
                .findFirst()
                .or(() -> type.isObjectStore() ? bucket() : Optional.empty());
        link.ifPresent(facts -> facts.set(Keys.LINK_PURPOSE, Fact.of(purpose, Origin.imported(definition.type().at(), how))));
        if (link.isEmpty()) {
            problems.warning(
                    definition.at(),
                    "which store the connector " + definition.name() + (type.source() ? " reads" : " writes to")
                            + " cannot be seen here",
                    "State the store and the link to it in architecture.yaml.");
        }
    }

    /** Without an address it is S3 itself, where buckets have names. */
    private Optional<Facts.Builder> bucket() {
        return definition.first("s3.bucket.name", "aws.s3.bucket.name").map(bucket -> {
            Origin origin = Origin.detected(bucket.at(), "a bucket");
            Facts facts = Facts.at(bucket.at())
                    .set(Keys.TECHNOLOGY, Fact.of("s3", origin))
                    .set(Keys.STORE_TYPE, Fact.of(Words.StoreType.OBJECT_STORE, origin))
                    .build();
            String id = calls.component(Ids.ofName(bucket.text()), Kind.STORE, facts);
            return calls.to(id, Kind.STORE, bucket.at(), "the bucket " + bucket.text());
        });
    }

    private void captured() {
        for (Written transform : definition.settings().list("transforms")) {
            Optional<Written> type = definition.settings().value("transforms", transform.text(), "type");
            if (type.filter(w -> w.text().endsWith("EventRouter")).isPresent()) {
                outbox(transform.text(), type.get());
                return;
            }
            if (type.filter(w -> w.text().endsWith("Router")).isPresent()) {
                untold(type.get(), "are given other names by " + type.get().text());
                return;
            }
        }
        topics().forEach(topic -> publish(topic.text(), Origin.imported(topic.at(), "connector " + definition.name())));
    }

    /**
     * The rows of an outbox say themselves to which topic they go. Those topics are known of which another file tells, and whose
     * names have that form.
     */
    private void outbox(String transform, Written type) {
        Written form = definition.verbatim("transforms." + transform + ".route.topic.replacement")
                .orElse(new Written("outbox.event.${routedByValue}", type.at()));
        String[] parts = form.text().split("\\$\\{routedByValue}", -1);
        boolean telling = parts.length == 2 && !(parts[0] + parts[1]).isBlank();
        List<String> topics = !telling ? List.of() : context.known().all().stream()
                .filter(entity -> entity.kind() == Kind.CHANNEL).map(Entity::id)
                .filter(id -> id.length() > parts[0].length() + parts[1].length())
                .filter(id -> id.startsWith(parts[0]) && id.endsWith(parts[1]))
                .toList();
        if (topics.isEmpty()) {
            untold(form, "depend on what is written to the outbox: " + form.text());
        }
        topics.forEach(topic -> publish(topic, Origin.detected(form.at(), "the outbox goes to " + form.text()))
                .set(Keys.OUTBOX, Fact.of(true, Origin.imported(type.at(), "transform " + transform))));
    }

    private void untold(Written written, String why) {
        problems.warning(written.at(), "the topics of the connector " + definition.name() + " " + why, STATE);
    }

    /** The topics of the tables or collections that are named one by one. */
    private List<Written> topics() {
        Optional<Written> prefix = definition.first("topic.prefix", "database.server.name", "mongodb.name");
        List<Written> tables = new ArrayList<>();
        for (String setting : List.of(
                "table.include.list", "table.whitelist", "collection.include.list", "collection.whitelist")) {
            tables.addAll(definition.settings().list(setting.split("\\.")));
        }
        boolean polled = !definition.isOf("io.debezium");
        if (polled && definition.first("query").isPresent() && prefix.isPresent()) {
            return List.of(prefix.get()); // one query, one topic
        }
        List<Written> databases = definition.settings().list("database", "names");
        String between = polled ? "" : databases.size() == 1 ? "." + databases.get(0).text() + "." : ".";
        List<Written> topics = new ArrayList<>();
        for (Written table : tables) {
            String plain = table.text().replace("\\.", ".");
            if (prefix.isPresent() && TABLE.matcher(plain).matches()) {
                topics.add(new Written(prefix.get().text() + between + plain, table.at()));
            } else {
                untold(table, "follow from an expression or a name that is not here: " + table.text());
            }
        }
        if (tables.isEmpty()) {
            untold(definition.type(), "are those of all its tables, which are not named here");
        }
        return topics;
    }

    private Facts.Builder publish(String topic, Origin origin) {
        String id = channel(topic, Facts.at(origin.at()));
        return calls.message(id, Words.Purpose.PUBLISH, origin, "connector " + definition.name());
    }

    private String channel(String topic, Facts.Builder facts) {
        Origin origin = Origin.detected(definition.type().at(), "connector " + definition.name());
        return calls.channel(Ids.ofName(topic), facts.set(Keys.TECHNOLOGY, Fact.of("kafka", origin)).build());
    }

    private void consumed() {
        List<Written> topics = definition.settings().list("topics");
        Optional<Written> aside = definition.first("errors.deadletterqueue.topic.name");
        for (Written topic : topics) {
            Facts.Builder facts = Facts.at(topic.at());
            aside.ifPresent(w -> facts.set(Keys.DEAD_LETTER, Fact.of(w.text(), Values.origin(w))));
            Origin origin = Origin.imported(topic.at(), "connector " + definition.name());
            Facts.Builder link = calls.message(
                    channel(topic.text(), facts), Words.Purpose.CONSUME, origin, "connector " + definition.name());
            absorbed().ifPresent(w -> link.set(Keys.DEDUPLICATED_BY, Fact.of(w.text(), Values.origin(w))));
        }
        if (topics.isEmpty()) {
            untold(definition.verbatim("topics.regex").orElse(definition.type()), "are not named one by one");
        }
    }

    /** With a key of its own a record that comes again is written over itself. */
    private Optional<Written> absorbed() {
        return definition.first("insert.mode").filter(w -> w.text().strip().equalsIgnoreCase("upsert"))
                .map(w -> new Written("upsert by key", w.at()))
                .or(() -> definition.first("key.ignore").filter(w -> w.text().strip().equalsIgnoreCase("false"))
                        .map(w -> new Written("document id from the key of the record", w.at())));
    }

    private void skipped(Type type) {
        definition.first("errors.tolerance").filter(w -> w.text().strip().equalsIgnoreCase("all"))
                .filter(w -> type.source() || definition.first("errors.deadletterqueue.topic.name").isEmpty())
                .ifPresent(w -> problems.warning(
                        w.at(),
                        "with errors.tolerance 'all' the connector " + definition.name() + " leaves out what it cannot convert",
                        type.source()
                                ? "Let it stop (none)."
                                : "Let it stop (none), or put such records aside (errors.deadletterqueue.topic.name)."));
    }
}

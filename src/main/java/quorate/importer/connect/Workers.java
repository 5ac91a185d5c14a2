package quorate.importer.connect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import quorate.importer.Ids;
import quorate.importer.Known;
import quorate.importer.Written;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Origin;
import quorate.model.Words;

/** Which component runs a connector. */
final class Workers {

    /** How images and components of Kafka Connect are called. */
    private static final Pattern IMAGE = Pattern.compile(
            "(?:.*/)?(?:(?:strimzi-)?connect|cp-(?:server|kafka)-connect|[\\w.-]*kafka-connect)[\\w.-]*(?:[:@].*)?");
    private static final Pattern NAME = Pattern.compile("(?:.*-)?(?:kafka-?)?connect(?:-?(?:worker|cluster))?-?[0-9]{0,3}");

    private final Known known;
    private final Optional<String> only;

    Workers(Known known) {
        this.known = known;
        List<String> all = known.all().stream().filter(Workers::isWorker).map(Entity::id).toList();
        this.only = all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    private static boolean isWorker(Entity entity) {
        return entity.kind() == Kind.SERVICE
                && (entity.get(Keys.TECHNOLOGY).is("debezium"::equals)
                        || entity.get(Keys.IMAGE).is(image -> image.length() < 300 && IMAGE.matcher(image).matches())
                        || entity.id().length() < 100 && NAME.matcher(entity.id()).matches());
    }

    Entity of(Definition definition) {
        String id = definition.cluster().map(this::ofCluster).or(() -> only).orElseGet(() -> own(definition));
        Written type = definition.type();
        Origin origin = Origin.detected(type.at(), "runs the connector " + definition.name());
        Facts.Builder facts = Facts.at(definition.at()).set(Keys.SERVICE_TYPE, Fact.of(Words.ServiceType.WORKER, origin));
        if (definition.isOf("io.debezium")) {
            facts.set(Keys.TECHNOLOGY, Fact.of("debezium", origin));
        }
        return new Entity(Kind.SERVICE, id, facts.build(), definition.at());
    }

    /** A connector is often called like the store that it reads or writes, which is another component. */
    private static String own(Definition definition) {
        String name = Ids.ofName(definition.name());
        return name.toLowerCase(Locale.ROOT).contains("connect") ? name : name + "-connector";
    }

    /** Strimzi calls what it starts for a cluster by the cluster's name, with a word behind it. */
    private String ofCluster(Written cluster) {
        String name = Ids.ofName(cluster.text());
        return known.component(name).or(() -> known.component(name + "-connect")).or(() -> known.component(name + "-connect-api"))
                .orElse(name);
    }
}

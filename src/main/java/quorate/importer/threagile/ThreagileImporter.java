package quorate.importer.threagile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import quorate.importer.Context;
import quorate.importer.Draft;
import quorate.importer.Expect;
import quorate.importer.Ids;
import quorate.importer.Importer;
import quorate.importer.Recognizer.Recognized;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Origin;
import quorate.model.Words;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;
import quorate.source.Yaml;

/**
 * Reads the technical assets of Threagile models and the communication between them. An asset that is not redundant runs once;
 * of one that is, the number is unknown. The rating of its availability is what the owner says of how much depends on it. Trust
 * boundaries and shared runtimes are groups and no components.
 */
public final class ThreagileImporter implements Importer {

    private static final Pattern ASSETS = Pattern.compile("(?m)^technical_assets\\s*:");
    private static final Map<String, Words.Criticality> RATINGS = Map.of(
            "mission-critical", Words.Criticality.CRITICAL, "critical", Words.Criticality.CRITICAL,
            "important", Words.Criticality.IMPORTANT, "operational", Words.Criticality.MINOR, "archive", Words.Criticality.MINOR);
    private static final Map<String, Words.ServiceType> SERVICES = Map.of(
            "load-balancer", Words.ServiceType.PROXY, "reverse-proxy", Words.ServiceType.PROXY, "waf", Words.ServiceType.PROXY,
            "gateway", Words.ServiceType.GATEWAY, "service-mesh", Words.ServiceType.PROXY, "monitoring",
                    Words.ServiceType.TELEMETRY,
            "function", Words.ServiceType.FUNCTION, "batch-processing", Words.ServiceType.JOB);
    private static final Map<String, Words.StoreType> STORES = Map.of(
            "database", Words.StoreType.DATABASE, "identity-store-database", Words.StoreType.DATABASE,
            "identity-store-ldap", Words.StoreType.DATABASE, "vault", Words.StoreType.DATABASE, "data-lake",
                    Words.StoreType.OBJECT_STORE,
            "search-index", Words.StoreType.SEARCH_INDEX, "file-server", Words.StoreType.OBJECT_STORE,
            "block-storage", Words.StoreType.OBJECT_STORE);
    private static final Set<String> CHANNELS = Set.of("message-queue");

    @Override
    public String name() {
        return "threagile";
    }

    @Override
    public boolean accepts(SourceFile file) {
        return Set.of("yaml", "yml").contains(file.extension()) && ASSETS.matcher(file.text()).find();
    }

    @Override
    public Draft read(List<SourceFile> files, Context context) {
        Problems problems = new Problems();
        Map<String, Entity> entities = new LinkedHashMap<>();
        Map<String, Link> links = new LinkedHashMap<>();
        for (SourceFile file : files) {
            for (Node document : Yaml.documents(file, context.folder().limits(), problems)) {
                new Model(document, context, problems).read(entities, links);
            }
        }
        return new Draft(List.copyOf(entities.values()), List.copyOf(links.values()), problems.all(),
                files.stream().map(SourceFile::path).sorted().toList());
    }

    private static final class Model {
        private final Context context;
        private final Problems problems;
        private final Expect expect;
        private final Map<String, Node.Fields> assets = new LinkedHashMap<>();
        private final Map<String, Location> titles = new LinkedHashMap<>();
        private final Map<String, String> names = new LinkedHashMap<>();

        Model(Node document, Context context, Problems problems) {
            this.context = context;
            this.problems = problems;
            this.expect = new Expect(problems);
            expect.fields(document.field("technical_assets"), "technical_assets").ifPresent(all -> all.values()
                    .forEach((title, node) ->
                    expect.fields(node, "asset " + title).ifPresent(asset -> {
                        String id = Ids.ofName(text(asset, "id").isBlank() ? Ids.ofTitle(title) : text(asset, "id"));
                        assets.putIfAbsent(id, asset);
                        titles.putIfAbsent(id, all.keyAt(title));
                        names.putIfAbsent(id, title);
                    })));
        }

        void read(Map<String, Entity> entities, Map<String, Link> links) {
            assets.forEach((id, asset) -> entities.putIfAbsent(id, entity(id, asset)));
            assets.forEach((id, asset) -> expect.fields(asset.field("communication_links"), "communication_links")
                    .ifPresent(all ->
                    all.values().forEach((title, node) -> link(id, title, node, all.keyAt(title), entities, links))));
        }

        private Entity entity(String id, Node asset) {
            Location at = titles.get(id);
            Kind kind = kind(asset);
            Facts.Builder facts = Facts.at(at).set(Keys.NAME, Fact.of(names.get(id), Origin.imported(at, "")));
            asset.field("description").ifPresent(d -> d.text().flatMap(text -> text.lines().map(String::strip)
                    .filter(l -> !l.isEmpty()).findFirst())
                    .ifPresent(line -> facts.set(Keys.PURPOSE, Fact.of(line, Origin.imported(d.at(), "description")))));
            asset.field("owner").ifPresent(o -> o.text().filter(text -> !text.isBlank())
                    .ifPresent(text -> facts.set(Keys.OWNER, Fact.of(text, Origin.imported(o.at(), "")))));
            asset.field("availability").ifPresent(a -> a.text().map(RATINGS::get)
                    .ifPresent(rating -> facts.set(Keys.CRITICALITY, Fact.of(rating, Origin.imported(a.at(), "availability "
                            + a.text().orElse(""))))));
            if (kind != Kind.EXTERNAL) {
                asset.field("redundant").filter(r -> r.text().filter("false"::equalsIgnoreCase).isPresent())
                        .ifPresent(r -> facts.set(Keys.REPLICAS, Fact.of(1, Origin.imported(r.at(), "redundant: false"))));
                type(kind, asset, facts);
            }
            product(kind, asset).ifPresent(fact -> facts.set(Keys.TECHNOLOGY, fact));
            return new Entity(kind, id, facts.build(), at);
        }

        private static Kind kind(Node asset) {
            if (CHANNELS.contains(technology(asset).flatMap(Node::text).orElse(""))) {
                return Kind.CHANNEL;
            }
            return switch (text(asset, "type")) {
                case "external-entity" -> Kind.EXTERNAL;
                case "datastore" -> Kind.STORE;
                default -> Kind.SERVICE;
            };
        }

        /** Later versions of the format list several. */
        private static Optional<Node> technology(Node asset) {
            return asset.field("technology").or(() -> asset.field("technologies").flatMap(all -> all.items().stream()
                    .findFirst()));
        }

        private static void type(Kind kind, Node asset, Facts.Builder facts) {
            technology(asset).ifPresent(node -> {
                String word = node.text().orElse("");
                Origin origin = Origin.detected(node.at(), "technology " + word);
                if (kind == Kind.SERVICE && SERVICES.containsKey(word)) {
                    facts.set(Keys.SERVICE_TYPE, Fact.of(SERVICES.get(word), origin));
                } else if (kind == Kind.STORE && STORES.containsKey(word)) {
                    facts.set(Keys.STORE_TYPE, Fact.of(STORES.get(word), origin));
                }
            });
        }

        /** A tag that names a product of that kind; the format's technologies are kinds of things. */
        private Optional<Fact<String>> product(Kind kind, Node asset) {
            for (Node tag : asset.field("tags").map(Node::items).orElse(List.of())) {
                Optional<Recognized> known = tag.text().flatMap(word -> context.recognizer().image(word)
                        .or(() -> context.recognizer().scheme(word)))
                        .filter(r -> r.kind() == kind && kind != Kind.SERVICE);
                if (known.isPresent()) {
                    return known.map(r -> Fact.of(r.technology(), Origin.detected(tag.at(), "tag " + tag.text().orElse(""))));
                }
            }
            return Optional.empty();
        }

        private void link(String from, String title, Node node, Location at, Map<String, Entity> entities, Map<String,
                Link> links) {
            String to = Ids.ofName(text(node, "target"));
            if (!assets.containsKey(to)) {
                problems.warning(at, "'" + title + "' leads to '" + text(node, "target") + "', which is no asset that is read",
                        "Name one by its id.");
                return;
            }
            Facts.Builder facts = Facts.at(at).set(Keys.NAME, Fact.of(title, Origin.imported(at, "")));
            boolean channel = entities.get(to).kind() == Kind.CHANNEL || entities.get(from).kind() == Kind.CHANNEL;
            Words.LinkMode mode = channel ? Words.LinkMode.ASYNC : Words.LinkMode.SYNC;
            if (!text(node, "usage").equals("devops")) { // whether anybody waits for building and administration is not said
                String how = channel ? "an end is a channel" : "a communication link";
                facts.set(Keys.MODE, Fact.of(mode, Origin.detected(at, how)));
            }
            node.field("protocol").ifPresent(p -> p.text().filter(text -> !text.startsWith("unknown"))
                    .ifPresent(text -> facts.set(Keys.PROTOCOL, Fact.of(text, Origin.imported(p.at(), "")))));
            node.field("readonly").filter(r -> r.text().filter("true"::equalsIgnoreCase).isPresent())
                    .ifPresent(r -> facts.set(Keys.EFFECT, Fact.of(Words.Effect.READ_ONLY, Origin.imported(r.at(), "readonly"))));
            Link link = new Link(Link.idOf(from, to), from, to, facts.build(), at);
            if (!from.equals(to)) {
                links.merge(link.id(), link, (first, second) -> first.with(first.facts().without(Keys.EFFECT)));
            }
        }

        private static String text(Node node, String field) {
            return node.field(field).flatMap(Node::text).orElse("");
        }
    }
}

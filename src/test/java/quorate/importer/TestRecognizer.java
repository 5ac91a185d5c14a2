package quorate.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quorate.model.Kind;
import quorate.source.Limits;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;
import quorate.source.Yaml;

/** A recognizer for tests: a short fixed list, or the images and schemes of the catalog's technology entries. */
final class TestRecognizer implements Recognizer {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("relational-database", "database"), Map.entry("document-database", "database"),
            Map.entry("wide-column-store", "database"), Map.entry("key-value-store", "database"),
            Map.entry("cache", "cache"), Map.entry("search-index", "search-index"),
            Map.entry("time-series-database", "database"), Map.entry("graph-database", "database"),
            Map.entry("object-store", "object-store"), Map.entry("event-store", "event-log"), Map.entry("log", "event-log"),
            Map.entry("coordination", "coordination"), Map.entry("failover-manager", "database"),
            Map.entry("service-registry", "coordination"), Map.entry("gateway", "gateway"), Map.entry("proxy", "proxy"),
            Map.entry("telemetry", "telemetry"));

    private final Map<String, Recognized> images = new LinkedHashMap<>();
    private final Map<String, Recognized> schemes = new LinkedHashMap<>();

    /** A dozen products, always the same, so that expectations do not move with the catalog. */
    static Recognizer small() {
        TestRecognizer recognizer = new TestRecognizer();
        recognizer.add("postgresql", Kind.STORE, "database", "postgres bitnami/postgresql", "postgres postgresql");
        recognizer.add("mongodb", Kind.STORE, "database", "mongo bitnami/mongodb", "mongodb");
        recognizer.add("mysql", Kind.STORE, "database", "mysql", "mysql");
        recognizer.add("redis", Kind.STORE, "cache", "redis bitnami/redis", "redis");
        recognizer.add("etcd", Kind.STORE, "coordination", "quay.io/coreos/etcd bitnami/etcd", "");
        recognizer.add("zookeeper", Kind.STORE, "coordination", "zookeeper", "");
        recognizer.add("cassandra", Kind.STORE, "database", "cassandra", "");
        recognizer.add("kafka", Kind.CHANNEL, "", "apache/kafka bitnami/kafka", "kafka");
        recognizer.add("rabbitmq", Kind.CHANNEL, "", "rabbitmq", "amqp");
        recognizer.add("patroni", Kind.STORE, "database", "ghcr.io/zalando/spilo-16", "");
        recognizer.add("haproxy", Kind.SERVICE, "proxy", "haproxy", "");
        recognizer.add("envoy", Kind.SERVICE, "proxy", "envoyproxy/envoy", "");
        return recognizer;
    }

    /** What the catalog lists. */
    static Recognizer catalog(Path technologies) throws IOException {
        TestRecognizer recognizer = new TestRecognizer();
        try (Stream<Path> files = Files.list(technologies)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                String text = Files.readString(file);
                String front = text.substring(text.indexOf("---") + 3, text.indexOf("\n---", 3));
                String id = file.getFileName().toString().replace(".md", "");
                Yaml.documents(new SourceFile(id, front), Limits.DEFAULT, new Problems())
                        .forEach(node -> recognizer.addEntry(id, node));
            }
        }
        return recognizer;
    }

    private void addEntry(String id, Node node) {
        String role = node.field("role").flatMap(Node::text).orElse("service");
        String type = TYPES.getOrDefault(node.field("kind").flatMap(Node::text).orElse(""), "");
        add(id, Kind.valueOf(role.toUpperCase(Locale.ROOT)), type, words(node, "images"), words(node, "schemes"));
    }

    private static String words(Node node, String field) {
        List<String> words = new ArrayList<>();
        node.field(field).ifPresent(list -> list.items().forEach(item -> item.text().ifPresent(words::add)));
        return String.join(" ", words);
    }

    private void add(String id, Kind kind, String type, String imageNames, String schemeNames) {
        Recognized recognized = new Recognized(id, kind, type);
        Stream.of(imageNames.split(" ")).filter(s -> !s.isEmpty()).forEach(name -> images.putIfAbsent(name, recognized));
        Stream.of(schemeNames.split(" ")).filter(s -> !s.isEmpty()).forEach(name -> schemes.putIfAbsent(name, recognized));
    }

    @Override
    public Optional<Recognized> image(String image) {
        String name = Image.of(image).name().replaceFirst("^docker\\.io/", "").replaceFirst("^library/", "");
        return Optional.ofNullable(images.get(name));
    }

    @Override
    public Optional<Recognized> scheme(String scheme) {
        return Optional.ofNullable(schemes.get(scheme));
    }
}

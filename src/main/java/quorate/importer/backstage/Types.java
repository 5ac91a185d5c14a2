package quorate.importer.backstage;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import quorate.model.Kind;
import quorate.model.Words;

/** What {@code spec.type} says of a component, a resource or an API: the words are the owner's, and the common ones are known. */
final class Types {

    private static final Pattern STORE = Pattern.compile(
            "(.*[-_ ])?(database|db|datastore|data-store|data-warehouse|warehouse|cache|bucket|blob-storage|object-storage"
                    + "|object-store|search-index|search-engine|table|file-share|storage)");
    private static final Pattern CHANNEL = Pattern.compile(
            "(.*[-_ ])?(queue|topic|message-broker|broker|event-bus|message-bus|bus|stream|pubsub|pub-sub)");
    /** Code that runs as a part of others, and what does not run. */
    private static final Set<String> LIBRARIES = Set.of(
            "library", "lib", "sdk", "package", "module", "plugin", "documentation", "docs", "template", "schema", "spec", "tool",
            "cli", "configuration", "infrastructure-as-code", "monorepo");
    private static final Map<String, Words.ServiceType> SERVICES = Map.ofEntries(
            Map.entry("website", Words.ServiceType.FRONTEND), Map.entry("frontend", Words.ServiceType.FRONTEND),
            Map.entry("web-app", Words.ServiceType.FRONTEND), Map.entry("webapp", Words.ServiceType.FRONTEND),
            Map.entry("mobile-app", Words.ServiceType.FRONTEND), Map.entry("mobile", Words.ServiceType.FRONTEND),
            Map.entry("gateway", Words.ServiceType.GATEWAY), Map.entry("api-gateway", Words.ServiceType.GATEWAY),
            Map.entry("worker", Words.ServiceType.WORKER), Map.entry("job", Words.ServiceType.JOB),
            Map.entry("cronjob", Words.ServiceType.JOB), Map.entry("batch", Words.ServiceType.JOB),
            Map.entry("function", Words.ServiceType.FUNCTION), Map.entry("lambda", Words.ServiceType.FUNCTION),
            Map.entry("proxy", Words.ServiceType.PROXY));
    /** APIs of which every call is answered. */
    private static final Map<String, String> PROTOCOLS = Map.of(
            "openapi", "http", "graphql", "graphql", "grpc", "grpc", "trpc", "http", "odata", "http", "soap", "soap",
            "wsdl", "soap", "rest", "http");

    private Types() {}

    static boolean isLibrary(String type) {
        return LIBRARIES.contains(type);
    }

    static Optional<Words.ServiceType> service(String type) {
        return Optional.ofNullable(SERVICES.get(type));
    }

    /** What keeps data or hands messages on. */
    static Optional<Kind> resource(String type) {
        return CHANNEL.matcher(type).matches()
                ? Optional.of(Kind.CHANNEL)
                : STORE.matcher(type).matches() ? Optional.of(Kind.STORE) : Optional.empty();
    }

    static Words.StoreType store(String type) {
        return type.endsWith("cache") ? Words.StoreType.CACHE
                : type.matches(".*(bucket|blob-storage|object-storage|object-store|file-share)") ? Words.StoreType.OBJECT_STORE
                : type.matches(".*search-(index|engine)") ? Words.StoreType.SEARCH_INDEX : Words.StoreType.DATABASE;
    }

    static Optional<String> protocol(String api) {
        return Optional.ofNullable(PROTOCOLS.get(api));
    }
}

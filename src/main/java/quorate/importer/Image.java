package quorate.importer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A container image reference.
 *
 * @param name with registry and namespace, without tag and digest; may hold variables that have no value
 * @param tag empty when none is written
 */
record Image(String name, String tag) {

    /** Publishers whose tags are the version of the product, not of their packaging of it. */
    private static final Set<String> PUBLISHERS = Set.of(
            "", "library", "bitnami", "bitnamilegacy", "apache", "coreos", "etcd-development", "hashicorp", "grafana", "prom",
            "prometheus", "valkey", "valkey-io", "mongodb", "mysql", "percona", "elasticsearch", "opensearchproject", "nats-io",
            "minio", "cockroachdb", "pingcap", "traefik", "envoyproxy", "jaegertracing", "openzipkin", "otel", "clickhouse",
            "scylladb", "temporalio", "arangodb", "timescale", "memcached", "istio");

    private static final Pattern VERSION = Pattern.compile("(?:v(?=[0-9]+\\.))?([0-9]+(?:\\.[0-9]+)*)(?:-[A-Za-z].*)?");

    /** Splits a reference; {@code registry:5000/shop/cart:1.2@sha256:...} keeps its port. */
    static Image of(String reference) {
        String text = reference.trim();
        int digest = text.indexOf('@');
        if (digest > 0) {
            text = text.substring(0, digest);
        }
        int slash = text.lastIndexOf('/');
        int colon = tagColon(text, slash);
        return colon < 0 ? new Image(text, "") : new Image(text.substring(0, colon), text.substring(colon + 1));
    }

    /** The colon before the tag; those inside a variable do not count. */
    private static int tagColon(String text, int slash) {
        int depth = 0;
        for (int i = slash + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == ':' && depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The last part of the name. */
    String base() {
        return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether any part of the name depends on a variable without a value. */
    boolean isOpen() {
        return name.contains("$");
    }

    /** The version in the tag; nothing for tags such as {@code latest}, {@code nightly}, {@code 1.0-3.4.10}. */
    Optional<String> version() {
        Matcher matcher = VERSION.matcher(tag);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether the tag is the version of the product itself. */
    boolean fromItsMakers() {
        List<String> parts = List.of(name.split("/"));
        int last = parts.size() - 1;
        boolean registryOnly = last == 1 && (parts.get(0).contains(".") || parts.get(0).contains(":"));
        String publisher = last == 0 || registryOnly ? "" : parts.get(last - 1);
        return !isOpen() && PUBLISHERS.contains(publisher);
    }
}

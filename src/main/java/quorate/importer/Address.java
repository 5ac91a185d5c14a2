package quorate.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place that a text names.
 *
 * @param scheme in lower case; empty when none is written
 * @param port 0 when none is written
 * @param sure whether the form alone says that it is an address; otherwise it counts only if it is the name of a known host
 */
public record Address(String scheme, String host, int port, boolean sure) {

    private static final String HOST = "[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,250}[A-Za-z0-9_])?";
    private static final Pattern URL =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,30})://(?:[^/@]*@)?(" + HOST + ")(?::([0-9]{1,5}))?");
    private static final Pattern PAIR = Pattern.compile("(" + HOST + "):([0-9]{1,5})(?:[:/?].*)?");
    private static final Pattern BARE = Pattern.compile("(" + HOST + ")(?:/.*)?");
    private static final Pattern OPEN = Pattern.compile("\\$\\{[^}]*}|\\$\\([^)]*\\)");

    /** As in {@code ConnectionStrings__Orders}, whose last word is the name of what it connects to. */
    private static final Pattern CONNECTION_STRING = Pattern.compile("(?i)connection[_.-]*strings?");

    /** Last words of variables whose value is an address. */
    private static final Set<String> ADDRESS_WORDS = Set.of(
            "host", "hosts", "hostname", "addr", "addrs", "address", "addresses", "url", "urls", "uri", "uris", "dsn", "service",
            "endpoint",
            "endpoints", "server", "servers", "broker", "brokers", "seed", "seeds", "node", "nodes", "peer", "peers", "target",
            "targets", "upstream", "upstreams", "backend", "origin", "connect", "string", "source", "master", "proxy", "gateway");

    /** Of these, the ones whose value is nothing but an address, so that an unknown host in them is worth a word. */
    private static final Set<String> HOST_WORDS =
            Set.of("host", "hosts", "addr", "addrs", "address", "endpoint", "url", "uri", "servers", "brokers");

    static boolean namesAddress(String variable) {
        return ADDRESS_WORDS.contains(lastWord(variable)) || CONNECTION_STRING.matcher(variable).find();
    }

    static boolean namesHost(String variable) {
        return HOST_WORDS.contains(lastWord(variable));
    }

    private static String lastWord(String variable) {
        String[] words = variable.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT).split("[^a-z0-9]+");
        return words.length == 0 ? "" : words[words.length - 1];
    }

    /**
     * The addresses in a value.
     *
     * @param variable the name under which it is written; its last word decides whether a bare host name counts
     */
    public static List<Address> in(String variable, String value) {
        List<Address> found = new ArrayList<>();
        // What depends on a variable without a value cannot be told; a space keeps its neighbours apart from it.
        String text = OPEN.matcher(value).replaceAll("\u0001");
        for (String chunk : text.split("[\\s,;'\"|()\\[\\]{}]+")) {
            if (!chunk.isEmpty() && chunk.length() <= 2_000) {
                read(variable, chunk, found);
            }
        }
        return found;
    }

    private static void read(String variable, String chunk, List<Address> found) {
        Matcher url = URL.matcher(chunk);
        boolean any = false;
        while (url.find()) {
            any = true;
            String scheme = url.group(1).toLowerCase(Locale.ROOT);
            found.add(new Address(scheme, url.group(2), port(url.group(3)), true));
        }
        if (any || chunk.contains("://")) {
            return;
        }
        int equals = chunk.lastIndexOf('=');
        String label = equals > 0 ? chunk.substring(0, equals) : variable;
        String value = chunk.substring(Math.max(equals, chunk.lastIndexOf('@')) + 1);
        Matcher pair = PAIR.matcher(value);
        if (pair.matches()) {
            found.add(new Address("", pair.group(1), port(pair.group(2)), namesAddress(label)));
            return;
        }
        Matcher bare = BARE.matcher(value);
        if (bare.matches() && namesAddress(label)) {
            found.add(new Address("", bare.group(1), 0, namesHost(label) && equals < 0 && value.equals(bare.group(1))));
        }
    }

    private static int port(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** {@code host:port}, or the host alone; never what stands before or behind it, where passwords are. */
    public String shown() {
        return port == 0 ? host : host + ":" + port;
    }

    /** Whether it names the container itself, the machine, or no host at all. */
    public boolean isLocal() {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.equals("localhost")
                || lower.matches("[0-9.]+")
                || lower.matches("true|false|yes|no|none|null|auto|default|on|off")
                || Set.of("file", "unix", "classpath", "data", "jar", "about").contains(scheme);
    }

    /** Whether the host is a name of the public internet. */
    public boolean isPublic() {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.matches(".+\\.[a-z]{2,24}")
                && !lower.matches(".+\\.(local|internal|localhost|localdomain|lan|svc|test|invalid|home|corp|intranet)")
                && !lower.matches(".+\\.(ya?ml|json|xml|properties|conf|sh|js|py|jar|class|txt|html|php|sock|db|sql|log)");
    }
}

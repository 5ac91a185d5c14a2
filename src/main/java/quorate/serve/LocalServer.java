package quorate.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * Serves a built site on the loopback interface, and tells open pages to load themselves again. Only what it serves is
 * changed for that (a script tag more, the content security policy left out), never the files.
 */
public final class LocalServer implements AutoCloseable {

    private static final String EVENTS = "/-/reload";
    private static final String SCRIPT = "/-/reload.js";
    private static final String CODE =
            "new EventSource('" + EVENTS + "').onmessage = function () { location.reload(); };\n";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("xml", "application/xml"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("md", "text/markdown; charset=utf-8"),
            Map.entry("csv", "text/csv; charset=utf-8"),
            Map.entry("yaml", "text/yaml; charset=utf-8"));

    private final Path root;
    private final HttpServer server;
    private final List<OutputStream> listeners = new CopyOnWriteArrayList<>();

    private LocalServer(Path root, HttpServer server) {
        this.root = root;
        this.server = server;
    }

    /**
     * Starts to serve.
     *
     * @param port 0 for any that is free
     */
    public static LocalServer start(Path root, int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        LocalServer local = new LocalServer(root.toAbsolutePath().normalize(), HttpServer.create(address, 0));
        local.server.createContext("/", local::answer);
        local.server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "serve");
            thread.setDaemon(true);
            return thread;
        }));
        local.server.start();
        return local;
    }

    /** The address to open. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** Tells every open page to load itself again. */
    public void reload() {
        for (OutputStream listener : listeners) {
            try {
                listener.write("data: changed\n\n".getBytes(StandardCharsets.UTF_8));
                listener.flush();
            } catch (IOException e) {
                listeners.remove(listener); // the page was closed
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals(EVENTS)) {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, 0);
            listeners.add(exchange.getResponseBody());
            return;
        }
        try (exchange) {
            if (path.equals(SCRIPT)) {
                send(exchange, 200, "js", CODE.getBytes(StandardCharsets.UTF_8));
            } else {
                file(exchange, path);
            }
        }
    }

    private void file(HttpExchange exchange, String path) throws IOException {
        Path wanted = root.resolve(path.substring(1)).normalize();
        if (!wanted.startsWith(root)) {
            send(exchange, 404, "txt", "not found\n".getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (Files.isDirectory(wanted)) {
            wanted = wanted.resolve("index.html");
        }
        boolean found = Files.isRegularFile(wanted) && wanted.toRealPath().startsWith(root.toRealPath());
        Path file = found ? wanted : root.resolve("404.html");
        if (!Files.isRegularFile(file)) {
            send(exchange, 404, "txt", "not found\n".getBytes(StandardCharsets.UTF_8));
            return;
        }
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        byte[] bytes = Files.readAllBytes(file);
        send(exchange, found ? 200 : 404, ending, ending.equals("html") ? withScript(bytes) : bytes);
    }

    private static byte[] withScript(byte[] page) {
        String html = new String(page, StandardCharsets.UTF_8)
                .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
                .replace("</body>", "<script src=\"" + SCRIPT + "\"></script></body>");
        return html.getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String ending, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(ending, "application/octet-stream"));
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
        if (!head && bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}

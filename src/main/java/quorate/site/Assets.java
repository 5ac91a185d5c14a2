package quorate.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Style sheet, scripts and pictures under names that hold the hash of their content. */
final class Assets {

    /** The only script that stands in a page; it sets the theme before the first paint. */
    static final String THEME = "theme-first.js";

    private static final String STYLE = "quorate.css";

    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> names = new TreeMap<>();

    Assets(Map<String, byte[]> given, Map<String, String> colours) {
        given.forEach((name, bytes) -> {
            if (!name.equals(THEME)) {
                add(name, name.equals(STYLE) ? withColours(bytes, colours) : bytes);
            }
        });
        theme = new String(given.getOrDefault(THEME, new byte[0]), StandardCharsets.UTF_8).strip();
    }

    private final String theme;

    /** Keeps a file under {@code assets/}; notices and licences keep their name. */
    void add(String name, byte[] bytes) {
        int dot = name.lastIndexOf('.');
        boolean served = dot > 0 && !name.endsWith(".txt");
        String hashed = served ? name.substring(0, dot) + "." + hash(bytes) + name.substring(dot) : name;
        names.put(name, "assets/" + hashed);
        files.put("assets/" + hashed, bytes);
    }

    /** The published name; empty if there is no such asset. */
    String name(String name) {
        return names.getOrDefault(name, "");
    }

    /** All published names, by the names under which the files were given. */
    Map<String, String> names() {
        return names;
    }

    Map<String, byte[]> files() {
        return files;
    }

    String themeScript() {
        return theme;
    }

    /** Nothing from elsewhere, nothing inline but the theme script. */
    String policy() {
        String inline = "'sha256-" + Base64.getEncoder().encodeToString(sha256(theme.getBytes(StandardCharsets.UTF_8))) + "'";
        return "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; script-src 'self' " + inline
                + "; base-uri 'none'; form-action 'none'";
    }

    /** Appends the colours of the site's owner; the schema lets through token names and hex values only. */
    private static byte[] withColours(byte[] css, Map<String, String> colours) {
        if (colours.isEmpty()) {
            return css;
        }
        String light = declarations(colours, false);
        String dark = declarations(colours, true);
        String added = "\n:root{" + light + "}\n"
                + (dark.isEmpty() ? "" : "@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){" + dark + "}}\n"
                        + "@media screen{:root[data-theme=dark]{" + dark + "}}\n");
        return (new String(css, StandardCharsets.UTF_8) + added).getBytes(StandardCharsets.UTF_8);
    }

    private static String declarations(Map<String, String> colours, boolean dark) {
        return colours.entrySet().stream()
                .filter(colour -> colour.getKey().endsWith("-dark") == dark)
                .map(colour -> "--" + colour.getKey().replaceAll("-dark$", "") + ":" + colour.getValue())
                .collect(Collectors.joining(";"));
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes), 0, 5);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

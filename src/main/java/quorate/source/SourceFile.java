package quorate.source;

/**
 * A file that was read, as text.
 *
 * @param path relative to the project folder, with forward slashes
 */
public record SourceFile(String path, String text) {

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The lower-case ending without the dot, or the empty string. */
    public String extension() {
        int dot = name().lastIndexOf('.');
        return dot < 0 ? "" : name().substring(dot + 1).toLowerCase(java.util.Locale.ROOT);
    }

    public Location whole() {
        return Location.of(path);
    }
}

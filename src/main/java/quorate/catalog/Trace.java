package quorate.catalog;

/** A trace by which something is recognised in files: an image, a dependency, a configuration key. */
public record Trace(String kind, String value) {}

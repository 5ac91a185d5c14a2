package quorate.source;

/**
 * A comment of a YAML file.
 *
 * @param text what follows the number sign, without spaces around it
 * @param line the line that it speaks of: its own where it stands behind something, else the next line that says anything
 */
public record Comment(String text, Location at, int line) {}

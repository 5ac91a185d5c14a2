package quorate.model;

/**
 * Two sources that state different values of a fact about what runs.
 *
 * @param kept the value that the analysis uses: the worse one where one is worse, else the declared one
 * @param keptAt where it is stated
 * @param other the value that it does not use
 * @param otherAt where that is stated
 */
public record Conflict(Kind kind, String subject, Key<?> key, String kept, Origin keptAt, String other, Origin otherAt) {}

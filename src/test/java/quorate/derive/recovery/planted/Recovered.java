package quorate.derive.recovery.planted;

/** A derivation that another one knows. */
public final class Recovered {}

package quorate.importer;

import quorate.source.Location;

/** A text and the place where it is written. */
public record Written(String text, Location at) {}

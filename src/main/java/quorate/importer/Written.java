package quorate.importer;

import quorate.source.Location;

/** A text and the place where it is written. */
record Written(String text, Location at) {}

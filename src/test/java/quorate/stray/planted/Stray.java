package quorate.stray.planted;

/** A class of ours that belongs to no layer. */
final class Stray {}

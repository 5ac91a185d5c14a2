package quorate.cli;

/** What some reports tell beside the findings, each of which takes time to work out. */
enum Besides {
    /** What single facts decide. */
    SENSITIVITY,
    /** How far what is wrong reaches in its file. */
    EXTENTS,
    /** What follows from failures, by which questions are ranked. */
    SCENARIOS
}

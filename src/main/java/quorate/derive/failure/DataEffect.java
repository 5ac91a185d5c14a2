package quorate.derive.failure;

/** What can happen to a data domain. */
public enum DataEffect {
    UNAFFECTED("not affected"),
    SERVES_STALE("serves stale reads"),
    BLOCKS_WRITES("blocks writes"),
    UNAVAILABLE("unavailable"),
    MAY_REPEAT("may apply a change twice"),
    MAY_DIVERGE("may diverge"),
    MAY_LOSE("may lose data");

    private final String words;

    DataEffect(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}

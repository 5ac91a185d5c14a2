package quorate.derive.reliability;

/**
 * A hash table from longs other than 0 to ints, by open addressing. Building a decision diagram looks up little else, and a map
 * of boxed numbers takes several times as long.
 */
final class LongTable {

    static final int ABSENT = -1;

    private long[] keys = new long[1024];
    private int[] values = new int[1024];
    private int size;

    /** The value of the key, or {@link #ABSENT}. */
    int get(long key) {
        int place = place(key);
        return keys[place] == key ? values[place] : ABSENT;
    }

    /** @param value from 0 */
    void put(long key, int value) {
        if (2 * size >= keys.length) {
            grow();
        }
        int place = place(key);
        size += keys[place] == 0 ? 1 : 0;
        keys[place] = key;
        values[place] = value;
    }

    int size() {
        return size;
    }

    /** Where the key is or would be put. */
    private int place(long key) {
        int mask = keys.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 32) & mask;
        while (keys[place] != 0 && keys[place] != key) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                values[place] = oldValues[i];
            }
        }
    }
}

package dev.pith.activities.conversation;

/**
 * Counts occurrences of many items, identified by a 64-bit hash. Uses about 24 bytes for each item; a map of objects
 * needs five times as much. Not thread-safe.
 */
public final class Occurrences {

    private long[] keys = new long[1024];
    private int[] counts = new int[1024];
    private int size;

    /** Counts an occurrence; returns the number so far, including this one. */
    public int next(long hash) {
        if (2 * size >= keys.length) {
            grow();
        }
        int at = slot(hash);
        if (counts[at] == 0) {
            keys[at] = hash;
            size++;
        }
        return ++counts[at];
    }

    /** Returns the slot of a hash, or the free slot for it. */
    private int slot(long hash) {
        int mask = keys.length - 1;
        int at = (int) (hash ^ (hash >>> 32)) & mask;
        while (counts[at] != 0 && keys[at] != hash) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[2 * oldKeys.length];
        counts = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] != 0) {
                int at = slot(oldKeys[i]);
                keys[at] = oldKeys[i];
                counts[at] = oldCounts[i];
            }
        }
    }
}

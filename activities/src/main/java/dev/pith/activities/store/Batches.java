package dev.pith.activities.store;

import java.util.function.IntUnaryOperator;

/** Deletes rows in batches, so that no transaction is long, until a batch is not full or the thread is interrupted. */
public final class Batches {

    /** Rows deleted in one transaction, which takes some tens of milliseconds. */
    private static final int ROWS = 1_000;

    private Batches() {}

    /**
     * Deletes all rows; returns the total number.
     *
     * @param deletion deletes up to the given number of rows in a transaction of its own, and returns how many it
     *     deleted
     */
    public static long all(IntUnaryOperator deletion) {
        long all = 0;
        int deleted = ROWS;
        while (deleted == ROWS && !Thread.currentThread().isInterrupted()) {
            deleted = deletion.applyAsInt(ROWS);
            all += deleted;
        }
        return all;
    }
}

package dev.pith.activities.store;

import java.util.function.IntUnaryOperator;

/** Deletes rows in bounded batches until fewer than a batch are left. */
public final class Batches {

    /** Rows of one transaction: some tens of milliseconds. */
    private static final int ROWS = 1_000;

    private Batches() {}

    /**
     * How many were deleted in all.
     *
     * @param deletion deletes up to as many rows as it is given, and returns how many
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

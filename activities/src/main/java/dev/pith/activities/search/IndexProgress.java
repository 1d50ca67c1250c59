package dev.pith.activities.search;

/** Is told how far an update of a search index is: at its start, and from time to time. */
@FunctionalInterface
public interface IndexProgress {

    /** Is told and does nothing. */
    IndexProgress SILENT = (added, left) -> {};

    /**
     * Is told how far the update is. An exception ends the update; what was added until then stays.
     *
     * @param added messages that were added so far
     * @param left messages that are still to be added
     */
    void at(long added, long left);
}

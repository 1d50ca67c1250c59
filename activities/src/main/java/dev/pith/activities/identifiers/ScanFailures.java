package dev.pith.activities.identifiers;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Isolates failures while reading one text from the rest of the conversation. Exceptions are counted and logged, by
 * class and location only, and reading continues with the next text. Not thread-safe.
 */
public final class ScanFailures {

    private static final Logger LOG = LoggerFactory.getLogger(ScanFailures.class);

    /** Maximum number of logged failures; further ones are only counted. */
    private static final int LOGGED = 3;

    private int count;

    /**
     * Runs the reading of one text and contains its failure.
     *
     * @param what name of what is read, for the log; must not contain conversation text
     */
    public void guard(String what, Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException | StackOverflowError e) {
            count++;
            if (count <= LOGGED) {
                StackTraceElement[] trace = e.getStackTrace();
                LOG.warn(
                        "{} of one text not read: {} at {}",
                        what,
                        e.getClass().getSimpleName(),
                        trace.length == 0 ? "an unknown place" : trace[0]);
            }
        }
    }

    /** Returns the number of texts whose reading failed. */
    public int count() {
        return count;
    }
}

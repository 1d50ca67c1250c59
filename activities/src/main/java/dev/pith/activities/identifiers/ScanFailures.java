package dev.pith.activities.identifiers;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a defect in the reading of one text from costing the conversation: what is thrown there is counted and logged, by
 * its class and place only, and the reading goes on with the next text. Not thread-safe.
 */
public final class ScanFailures {

    private static final Logger LOG = LoggerFactory.getLogger(ScanFailures.class);

    /** More are counted, but not logged. */
    private static final int LOGGED = 3;

    private int count;

    /**
     * Reads one text.
     *
     * @param what is read, for the log; no words of a conversation
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

    /** How many texts were not read to their end. */
    public int count() {
        return count;
    }
}

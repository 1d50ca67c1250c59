package dev.pith.activities.context.export;

import dev.pith.activities.context.Entry.Replied;
import dev.pith.activities.context.Entry.Said;
import java.io.IOException;
import java.time.Instant;

/** Writes the session file of one tool. Times never decrease from one call to the next. */
interface SessionWriter {

    /** Writes what precedes all entries. */
    void begin() throws IOException;

    /** Writes the live summaries as one text, in the form of the tool's own compaction if it has one. */
    void summarized(String text, Instant at) throws IOException;

    void said(Said said, Instant at) throws IOException;

    void replied(Replied replied, Instant at) throws IOException;

    /** Writes what follows the last entry. Does not close the file. */
    void end() throws IOException;
}

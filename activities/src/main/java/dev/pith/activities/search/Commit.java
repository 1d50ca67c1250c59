package dev.pith.activities.search;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;

/**
 * What a commit of an index says of it.
 *
 * @param watermark rows that this transaction or a later one changed were not read, or must be read again
 */
record Commit(long watermark) {

    /** A change of the analysis or the fields needs a new number, so that older indexes are built anew. */
    private static final String FORMAT = "1";

    /** Returns what the commit of an index says; an index of another format counts as empty. */
    static Commit of(Map<String, String> data) {
        return new Commit(isCurrent(data) ? Long.parseLong(data.get("watermark")) : 0);
    }

    static boolean isCurrent(Map<String, String> data) {
        return FORMAT.equals(data.get("format"));
    }

    Commit at(long newer) {
        return new Commit(newer);
    }

    void make(IndexWriter writer) throws IOException {
        writer.setLiveCommitData(
                Map.of("format", FORMAT, "watermark", Long.toString(watermark)).entrySet());
        writer.commit();
    }
}

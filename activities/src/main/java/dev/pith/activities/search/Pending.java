package dev.pith.activities.search;

import dev.pith.activities.search.SearchRows.Changed;
import dev.pith.activities.search.SearchRows.Remembered;
import dev.pith.activities.store.Database;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;

/**
 * What the store holds that an index does not.
 *
 * @param watermark the watermark of an index that has read all of it
 */
record Pending(long watermark, List<Changed> conversations, List<Remembered> memories) {

    static Pending of(Database database, IndexSearcher index, long last) throws IOException {
        SearchRows rows = database.table(SearchRows.class);
        // Read first: what is committed later is read again next time.
        long watermark = rows.watermark();
        // A store that was copied into a new PostgreSQL counts its transactions anew.
        long since = last > watermark ? 0 : last;
        List<Changed> behind = new ArrayList<>();
        for (Changed changed : rows.conversations(since)) {
            if (!Head.of(index, changed.conversation()).equals(Head.of(changed))) {
                behind.add(changed);
            }
        }
        return new Pending(watermark, behind, rows.memories(since));
    }

    boolean isEmpty() {
        return conversations.isEmpty() && memories.isEmpty();
    }
}

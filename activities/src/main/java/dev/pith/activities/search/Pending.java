package dev.pith.activities.search;

import dev.pith.activities.search.SearchRows.Changed;
import dev.pith.activities.search.SearchRows.Remembered;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Tombstones;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;

/**
 * What the store holds that an index does not.
 *
 * @param watermark the watermark of an index that has read all of it
 * @param messages how many messages of these conversations the index lacks
 * @param erased deleted conversations that the index still holds
 */
record Pending(
        long watermark, List<Changed> conversations, long messages, List<Remembered> memories, List<String> erased) {

    static Pending of(Database database, IndexSearcher index, long last) throws IOException {
        SearchRows rows = database.table(SearchRows.class);
        // Read first: what is committed later is read again next time.
        long watermark = rows.watermark();
        // A store that was copied into a new PostgreSQL counts its transactions anew.
        long since = last > watermark ? 0 : last;
        List<Changed> behind = new ArrayList<>();
        long messages = 0;
        for (Changed changed : rows.conversations(since)) {
            Head known = Head.of(index, changed.conversation());
            if (!known.equals(Head.of(changed))) {
                behind.add(changed);
                messages += known.lacking(changed.messages());
            }
        }
        List<String> erased = new ArrayList<>();
        for (String conversation : database.table(Tombstones.class).since(since)) {
            if (index.count(new TermQuery(new Term(Fields.CONVERSATION, conversation))) > 0) {
                erased.add(conversation);
            }
        }
        return new Pending(watermark, behind, messages, rows.memories(since), erased);
    }

    boolean isEmpty() {
        return conversations.isEmpty() && memories.isEmpty() && erased.isEmpty();
    }
}

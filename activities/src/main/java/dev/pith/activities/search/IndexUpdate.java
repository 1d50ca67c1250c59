package dev.pith.activities.search;

import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.search.SearchRows.Changed;
import dev.pith.activities.search.SearchRows.Remembered;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.MessageReading;
import dev.pith.activities.store.Summaries;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Brings an index up to date with the store. If it is interrupted, the next update goes on from the last commit. */
final class IndexUpdate {

    /** Messages between two commits. */
    private static final int COMMIT = 20_000;

    private final Database database;
    private final IndexWriter writer;
    private final IndexProgress progress;
    private long added;
    private long lacking;

    IndexUpdate(Database database, IndexWriter writer, IndexProgress progress) {
        this.database = database;
        this.writer = writer;
        this.progress = progress;
    }

    void run(Commit last) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            IndexSearcher index = new IndexSearcher(reader);
            Pending pending = Pending.of(database, index, last.watermark());
            lacking = pending.messages();
            progress.at(0, lacking);
            for (Changed changed : pending.conversations()) {
                update(changed, Head.of(index, changed.conversation()), last);
            }
            for (Remembered memory : pending.memories()) {
                update(memory);
            }
            erase(pending.erased());
            last.at(pending.watermark()).make(writer);
        }
    }

    /** Deletes the conversations, also from the files: a document that is only marked as deleted keeps its words. */
    private void erase(List<String> conversations) throws IOException {
        for (String conversation : conversations) {
            writer.deleteDocuments(new Term(Fields.CONVERSATION, conversation));
        }
        if (!conversations.isEmpty()) {
            writer.flush();
            // A segment that is being merged already is not merged again, and a merge that still runs at the end is
            // lost.
            awaitMerges();
            writer.forceMergeDeletes();
        }
    }

    private void awaitMerges() {
        if (writer.getConfig().getMergeScheduler() instanceof ConcurrentMergeScheduler merges) {
            merges.sync();
        }
    }

    private void update(Changed changed, Head stored, Commit last) throws IOException {
        Head wanted = Head.of(changed);
        Head known = stored;
        if (wanted.through() < known.through()) {
            // An older copy of the store was restored.
            writer.deleteDocuments(of(changed.conversation(), ItemKind.MESSAGE));
            known = new Head(changed.conversation(), 0, known.summaries());
        }
        messages(known, wanted.through(), last);
        if (!wanted.summaries().equals(known.summaries())) {
            writer.deleteDocuments(of(changed.conversation(), ItemKind.SUMMARY, ItemKind.GIST));
            for (Summary summary : database.table(Summaries.class).inOrder(wanted.summaryIds())) {
                writer.addDocument(Item.of(summary));
            }
        }
        head(wanted);
    }

    private void messages(Head known, long to, Commit last) throws IOException {
        try (Stream<StoredMessage> all =
                MessageReading.legible(database, known.conversation(), known.through() + 1, to, Ranges.NONE)) {
            for (Iterator<StoredMessage> messages = all.iterator(); messages.hasNext(); ) {
                StoredMessage message = messages.next();
                writer.addDocument(Item.of(known.conversation(), message));
                if (++added % COMMIT == 0) {
                    head(new Head(known.conversation(), message.seq(), known.summaries()));
                    last.make(writer);
                    progress.at(added, Math.max(0, lacking - added));
                }
            }
        }
    }

    private void head(Head head) throws IOException {
        writer.updateDocument(Head.term(head.conversation()), head.document());
    }

    private void update(Remembered memory) throws IOException {
        Term id = new Term(Fields.ID, memory.id());
        if (memory.holds()) {
            writer.updateDocument(id, Item.of(memory));
        } else {
            writer.deleteDocuments(id);
        }
    }

    private static Query of(String conversation, ItemKind... kinds) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (ItemKind kind : kinds) {
            any.add(new TermQuery(new Term(Fields.KIND, kind.lower())), Occur.SHOULD);
        }
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.CONVERSATION, conversation)), Occur.MUST)
                .add(any.build(), Occur.MUST)
                .build();
    }
}

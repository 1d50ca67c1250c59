package dev.pith.activities.memory;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.gateway.Attempt;
import dev.pith.activities.store.BrokenInvariantException;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.MessageReading;
import dev.pith.workflows.flush.Extracted;
import dev.pith.workflows.flush.FlushTask;
import dev.pith.workflows.model.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * Extracts and stores the memories of one flush. Memories and the flush's completion are written in one transaction, so
 * that repeated attempts write them once. Thread-safe.
 */
public final class Extracting {

    private final Database database;
    private final Extractor extractor;

    public Extracting(Database database, Extractor extractor) {
        this.database = database;
        this.extractor = extractor;
    }

    /**
     * Extracts memories from the range and stores them; returns zero counts if the flush is already done.
     *
     * @throws BrokenInvariantException if the flush does not exist, or was split during the extraction
     */
    public Extracted extract(FlushTask task, Attempt attempt) {
        long id = task.range().flush();
        if (flush(database.table(Flushes.class), id).done()) {
            return new Extracted(Verdict.FIT, 0, 0, 0);
        }
        Conversation conversation = database.table(Conversations.class)
                .find(task.range().conversation())
                .orElseThrow();
        List<ExtractedMemory> found = found(task, conversation, attempt);
        return database.transact(handle -> {
            Flushes flushes = handle.attach(Flushes.class);
            Flush flush = flushes.lock(id).orElseThrow(() -> gone(id));
            if (flush.done()) {
                return new Extracted(Verdict.FIT, 0, 0, 0);
            }
            if (flush.toSeq() != task.range().toSeq()) {
                throw new BrokenInvariantException("flush " + id + " was split while it was extracted");
            }
            WriteResult writeResult = MemoryWriter.remember(handle, conversation, id, flush.day(), found);
            flushes.done(id, writeResult.added());
            return new Extracted(Verdict.FIT, writeResult.added(), writeResult.merged(), writeResult.superseded());
        });
    }

    private List<ExtractedMemory> found(FlushTask task, Conversation conversation, Attempt attempt) {
        ContextVersion version = database.table(ContextVersions.class).current(conversation.id());
        try (Stream<StoredMessage> messages = MessageReading.legible(
                database,
                conversation.id(),
                task.range().fromSeq(),
                task.range().toSeq(),
                version.abandoned())) {
            return extractor.extract(
                    task, conversation, messages.peek(message -> attempt.alive().accept(message.seq())), attempt);
        }
    }

    private static Flush flush(Flushes flushes, long id) {
        return flushes.find(id).orElseThrow(() -> gone(id));
    }

    private static BrokenInvariantException gone(long id) {
        return new BrokenInvariantException("flush " + id + " is not in the store");
    }
}

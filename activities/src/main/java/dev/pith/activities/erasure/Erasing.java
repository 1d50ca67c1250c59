package dev.pith.activities.erasure;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Tombstones;
import java.util.List;

/**
 * Deletes a conversation and its subagents' conversations: messages, summaries, replies, calls and memories. Workflows must
 * be ended before, and the memories' blocks taken out of the files after {@link #forget}.
 */
public final class Erasing {

    private final Database database;

    public Erasing(Database database) {
        this.database = database;
    }

    /** Returns the ids of the conversation and of its subagents' conversations. */
    public List<String> family(String conversation) {
        return database.table(Erasures.class).family(conversation);
    }

    /** Counts what a deletion would remove. */
    public Erased count(List<String> ids) {
        return database.table(Erasures.class).count(ids);
    }

    /** Marks the memories of these conversations as forgotten, so that the memory files drop them. */
    public void forget(List<String> ids) {
        database.table(Erasures.class).forget(ids);
    }

    /** Deletes these conversations in one transaction and leaves a tombstone for each; returns what was deleted. */
    public Erased erase(List<String> ids) {
        return database.transact(handle -> {
            Erasures rows = handle.attach(Erasures.class);
            List<Conversation> locked = rows.lock(ids);
            Erased erased = rows.count(ids);
            Tombstones tombstones = handle.attach(Tombstones.class);
            locked.forEach(one -> tombstones.insert(Tombstones.key(one), one.id()));
            rows.unlinkMemories(ids);
            rows.unlinkSummaries(ids);
            rows.delete(ids);
            return erased;
        });
    }
}

package dev.pith.activities.undo;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.UnknownConversationException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Restores the context from before an undo as a new version. Each redo takes back one undo, the newest first; a new
 * compaction or a rewind ends that. Thread-safe.
 */
public final class RedoService {

    private final Database database;

    public RedoService(Database database) {
        this.database = database;
    }

    /** Thrown if there is no undo to take back; the message names the reason and the cure. */
    public static final class NotRedoneException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotRedoneException(String message) {
            super(message);
        }
    }

    /**
     * Takes back the newest undo in one transaction, and lets automatic compaction go on.
     *
     * @return the new context version
     * @throws UnknownConversationException if the conversation is not stored
     * @throws NotRedoneException if a compaction is running, or nothing was undone since the last compaction
     */
    public int redo(String conversation) {
        return database.transact(handle -> {
            Conversation row = handle.attach(Conversations.class)
                    .lock(conversation)
                    .orElseThrow(() -> new UnknownConversationException(conversation));
            if (handle.attach(Compactions.class).isRunning(conversation)) {
                throw new NotRedoneException("conversation " + conversation
                        + " is being compacted: cancel that first (pith cancel " + conversation + ")");
            }
            return redo(handle, row);
        });
    }

    private static int redo(Handle handle, Conversation row) {
        ContextVersions versions = handle.attach(ContextVersions.class);
        Integer undone = undone(versions.all(row.id())).peek();
        if (undone == null) {
            throw new NotRedoneException(
                    "conversation " + row.id() + " has no undo since its last compaction: there is nothing to redo");
        }
        // Only undo and redo lie between, so what is abandoned is what was abandoned then.
        ContextVersion before = versions.at(row.id(), undone - 1);
        int next = row.contextVersion() + 1;
        versions.append(
                new ContextVersion(
                        row.id(),
                        next,
                        before.summaries(),
                        before.compactedThrough(),
                        before.abandoned(),
                        before.pruned(),
                        "redo"),
                null);
        Conversations conversations = handle.attach(Conversations.class);
        conversations.setVersion(row.id(), next);
        conversations.resumeAutomatic(row.id());
        return next;
    }

    /** Returns the versions of the undos that were not taken back, the newest on top. */
    private static Deque<Integer> undone(List<ContextVersion> all) {
        Deque<Integer> undone = new ArrayDeque<>();
        for (ContextVersion version : all) {
            switch (version.cause()) {
                case "undo" -> undone.push(version.version());
                case "redo" -> undone.pop();
                default -> undone.clear();
            }
        }
        return undone;
    }
}

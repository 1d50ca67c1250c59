package dev.pith.activities.undo;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Messages;
import dev.pith.activities.store.UnknownConversationException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Restores the context from before a compaction as a new version. Later compactions are undone with it. Thread-safe.
 */
public final class UndoService {

    private final Database database;

    public UndoService(Database database) {
        this.database = database;
    }

    /**
     * The result of an undo.
     *
     * @param version the new context version
     * @param compactions the undone compactions, newest first
     */
    public record Undone(int version, List<String> compactions) {}

    /** Thrown if a compaction cannot be undone; the message names the reason and the cure. */
    public static final class NotUndoneException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotUndoneException(String message) {
            super(message);
        }
    }

    /**
     * Undoes a compaction in one transaction, and pauses automatic compaction until a message arrives. Restored
     * messages that have a newer revision become abandoned.
     *
     * @param compaction the compaction to undo; null means the newest one in force
     * @throws UnknownConversationException if the conversation is not stored
     * @throws NotUndoneException if a compaction is running, or the given one is not in force
     */
    public Undone undo(String conversation, @Nullable String compaction) {
        return database.transact(handle -> {
            Conversation row = handle.attach(Conversations.class)
                    .lock(conversation)
                    .orElseThrow(() -> new UnknownConversationException(conversation));
            if (handle.attach(Compactions.class).isRunning(conversation)) {
                throw new NotUndoneException("conversation " + conversation
                        + " is being compacted: cancel that first (pith cancel " + conversation + ")");
            }
            return undo(handle, row, compaction);
        });
    }

    private static Undone undo(Handle handle, Conversation row, @Nullable String wanted) {
        ContextVersions versions = handle.attach(ContextVersions.class);
        ContextVersion current = versions.current(row.id());
        ContextVersion target = current;
        List<ContextVersion> all = versions.all(row.id());
        List<String> undone = new ArrayList<>();
        do {
            ContextVersion committed = committed(all, target);
            String compaction = committed == null ? null : versions.compaction(row.id(), committed.version());
            if (committed == null || compaction == null) {
                throw new NotUndoneException(
                        wanted == null
                                ? "conversation " + row.id() + " has no compaction in force: there is nothing to undo"
                                : "compaction " + wanted + " is not in force in conversation " + row.id()
                                        + ": pith show " + row.id() + " lists those that are");
            }
            undone.add(compaction);
            target = versions.at(row.id(), committed.version() - 1);
        } while (wanted != null && !undone.contains(wanted));
        int next = current.version() + 1;
        Ranges revised = handle.attach(Messages.class)
                .revised(row.id(), target.compactedThrough() + 1, current.compactedThrough(), current.abandoned());
        versions.append(
                new ContextVersion(
                        row.id(),
                        next,
                        target.summaries(),
                        target.compactedThrough(),
                        current.abandoned().plus(revised),
                        target.pruned(),
                        "undo"),
                undone.get(undone.size() - 1));
        Conversations conversations = handle.attach(Conversations.class);
        conversations.setVersion(row.id(), next);
        conversations.pauseAutomatic(row.id());
        return new Undone(next, undone);
    }

    /** Returns the newest version by a compaction that has the context of the given one; null without one. */
    private static @Nullable ContextVersion committed(List<ContextVersion> all, ContextVersion target) {
        return all.stream()
                .filter(version -> version.version() <= target.version()
                        && version.cause().equals("compaction")
                        && version.hasContextOf(target))
                .reduce((older, newer) -> newer)
                .orElse(null);
    }
}

package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.intake.MemoryConversation;
import dev.pith.activities.planning.SizesFrom;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.UnknownConversationException;
import dev.pith.workflows.compaction.CompactionSpec;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Forecasts compactions without changing anything, for {@code --dry-run} and for the budget of a backfill. Thread-safe.
 */
public final class Forecaster {

    private final Database database;

    public Forecaster(Database database) {
        this.database = database;
    }

    /**
     * Forecasts the compaction of a stored conversation.
     *
     * @throws UnknownConversationException if it is not stored
     */
    public Forecast ofStored(String conversation, CompactionSpec spec) {
        return database.snapshot(handle -> ofStored(handle, conversation, spec));
    }

    /**
     * Forecasts within the caller's transaction.
     *
     * @throws UnknownConversationException if the conversation is not stored
     */
    public static Forecast ofStored(Handle handle, String conversation, CompactionSpec spec) {
        Conversation stored = handle.attach(Conversations.class)
                .find(conversation)
                .orElseThrow(() -> new UnknownConversationException(conversation));
        ContextVersion version = handle.attach(ContextVersions.class).current(stored.id());
        int window = Planner.window(handle, spec.model());
        CompactionBase compactionBase = CompactionBase.of(handle, stored, version, spec, window);
        return Forecast.of(
                compactionBase.plan(StoredSizes.any(handle, version, stored.messages()), spec, window), spec, window);
    }

    /**
     * Forecasts the compaction of a conversation that was read from its source but not imported. If it is already
     * stored, the forecast starts from the stored context, as after an import.
     */
    public Forecast ofRead(MemoryConversation read, CompactionSpec spec) {
        return database.snapshot(handle -> {
            int window = Planner.window(handle, spec.model());
            Optional<Conversation> stored = stored(handle, read.header());
            if (stored.isEmpty()) {
                return Forecast.of(
                        CompactionBase.NOTHING.plan(SizesFrom.unpruned(from -> read.sizes()), spec, window),
                        spec,
                        window);
            }
            ContextVersion version = handle.attach(ContextVersions.class)
                    .current(stored.get().id())
                    .abandoning(read.abandoned());
            CompactionBase compactionBase = CompactionBase.of(handle, stored.get(), version, spec, window);
            return Forecast.of(
                    compactionBase.plan(
                            SizesFrom.unpruned(from -> read.sizes(from - 1, version.abandoned())), spec, window),
                    spec,
                    window);
        });
    }

    /** Returns the stored conversation that an import of this one would continue; empty if there is none. */
    public Optional<Conversation> stored(ConversationHeader header) {
        return database.snapshot(handle -> stored(handle, header));
    }

    private static Optional<Conversation> stored(Handle handle, ConversationHeader header) {
        String subagent = header.subagentId() == null ? "" : header.subagentId();
        Conversations conversations = handle.attach(Conversations.class);
        return header.identity() == ConversationHeader.Identity.PATH
                ? conversations.byPath(header.source(), header.nativeId(), subagent).stream()
                        .findFirst()
                : conversations.byKey(header.source(), header.nativeId(), subagent);
    }
}

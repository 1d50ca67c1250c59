package dev.pith.activities.intake;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Creates an empty conversation with its first context version. */
public final class ConversationCreation {

    private ConversationCreation() {}

    /**
     * Creates a conversation in the current transaction; returns its id, or empty if its key exists. Waits for a
     * concurrent transaction that creates or deletes the same key.
     *
     * @param header with the characters that PostgreSQL refuses already escaped
     */
    public static Optional<String> create(Handle handle, ConversationHeader header) {
        String fresh = OpaqueId.next();
        Conversations conversations = handle.attach(Conversations.class);
        if (conversations.insert(fresh, header) == 0) {
            return Optional.empty();
        }
        handle.attach(ContextVersions.class)
                .append(new ContextVersion(fresh, 1, List.of(), 0, Ranges.NONE, Ranges.NONE, "import"), null);
        if (header.subagentId() == null || header.subagentId().equals(header.nativeId())) {
            conversations.adoptChildren(fresh, header.source(), header.nativeId());
        }
        return Optional.of(fresh);
    }
}

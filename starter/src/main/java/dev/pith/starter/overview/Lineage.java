package dev.pith.starter.overview;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The parent and origin of a conversation, by their ids in this store, or by the source's ids if they are not stored.
 *
 * @param parent the session that called this subagent; null if there is none or the source does not name it
 * @param origin the session that this one was forked from; null if it is not a fork
 */
public record Lineage(
        boolean subagent, @Nullable String parent, @Nullable String origin) {

    private static final String UNNAMED = "a session that the source does not name";

    /** Reads the lineage of a conversation. */
    public static Lineage of(Conversation one, Database database) {
        String parent = one.parent() == null ? one.parentNativeId() : one.parent();
        String forkedFrom = one.forkedFrom();
        String origin = forkedFrom == null
                ? null
                : database.table(Conversations.class)
                        .byKey(one.source(), forkedFrom, "")
                        .map(Conversation::id)
                        .orElse(forkedFrom);
        return new Lineage(!one.subagentId().isEmpty(), parent, origin);
    }

    /** Returns a prefix for the title; empty if the conversation is neither a subagent nor a fork. */
    public String prefix() {
        String called = subagent ? "subagent of " + Objects.requireNonNullElse(parent, UNNAMED) + ": " : "";
        return called + (origin == null ? "" : "fork of " + origin + ": ");
    }

    /** Returns the parent as {@code show} prints it. */
    public String parentOrUnnamed() {
        return Objects.requireNonNullElse(parent, UNNAMED);
    }
}

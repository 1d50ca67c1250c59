package dev.pith.starter.cli.conversation;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation comes from, named by ids of this store, or by the source's own where the other one is not stored.
 *
 * @param parent the session that called this subagent; null where there is none or the source does not name it
 * @param origin the session that this one was forked from; null where it began empty
 */
record Lineage(
        boolean subagent, @Nullable String parent, @Nullable String origin) {

    private static final String UNNAMED = "a session that the source does not name";

    static Lineage of(Conversation one, Database database) {
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

    /** A few words before a title; empty for a session that began empty. */
    String prefix() {
        String called = subagent ? "subagent of " + Objects.requireNonNullElse(parent, UNNAMED) + ": " : "";
        return called + (origin == null ? "" : "fork of " + origin + ": ");
    }

    /** The parent as {@code show} names it. */
    String parentOrUnnamed() {
        return Objects.requireNonNullElse(parent, UNNAMED);
    }
}

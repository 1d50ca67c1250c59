package dev.pith.activities.store;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.hashing.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Table {@code erased}: the conversations that a user deleted. */
public interface Tombstones {

    /** Returns the key of a conversation, by which a later import recognizes it. */
    static String key(Conversation conversation) {
        return key(conversation.source(), conversation.nativeId(), conversation.subagentId());
    }

    /**
     * Returns the key of a conversation. A path keeps its key when another file takes its place, which an import marks
     * by {@code ~2}, {@code ~3} …
     */
    static String key(String source, String nativeId, @Nullable String subagentId) {
        String replaced = nativeId.startsWith("/") ? nativeId.replaceAll("~[0-9]{1,9}$", "") : nativeId;
        return Sha256.hex(source, replaced, subagentId == null ? "" : subagentId);
    }

    /** Stores a tombstone. */
    @SqlUpdate("""
            insert into erased (key, conversation) values (:key, :conversation)
            on conflict (key) do update
            set conversation = excluded.conversation, at = now(), changed = pg_current_xact_id()
            """)
    void insert(@Bind("key") String key, @Bind("conversation") String conversation);

    /** Returns when the conversation was deleted; empty if it was not. */
    @SqlQuery("""
            select at from erased where key = :key
            """)
    Optional<Instant> at(@Bind("key") String key);

    /** Lets a conversation be imported again; returns 0 if it was not deleted. */
    @SqlUpdate("""
            delete from erased where key = :key
            """)
    int lift(@Bind("key") String key);

    /** Returns the ids of conversations whose tombstones this transaction or a later one stored. */
    @SqlQuery("""
            select conversation from erased where changed >= :since::text::xid8
            """)
    List<String> since(@Bind("since") long since);
}

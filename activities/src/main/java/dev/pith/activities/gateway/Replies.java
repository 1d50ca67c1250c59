package dev.pith.activities.gateway;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Table {@code model_reply}: the reply journal. */
public interface Replies {

    /**
     * Returns an unexpired reply to a request in one of the given scopes; prefers a compaction's own to a shared one.
     */
    @SqlQuery("""
            select request_hash, scope, conversation, text, verdict from model_reply
            where request_hash = :hash and scope = any(:scopes) and expires > now() order by scope desc limit 1
            """)
    Optional<StoredReply> find(@Bind("hash") String hash, @Bind("scopes") List<String> scopes);

    /** Stores a reply; replaces an earlier one to the same request in the same scope. */
    @SqlUpdate("""
            insert into model_reply (request_hash, scope, conversation, text, verdict)
            values (:requestHash, :scope, :conversation, :text, :verdict)
            on conflict (request_hash, scope) do update
            set text = excluded.text, verdict = excluded.verdict, conversation = excluded.conversation,
                created = excluded.created, expires = excluded.expires
            """)
    void put(@BindMethods StoredReply reply);

    /** Deletes up to {@code limit} expired replies, and returns their number. */
    @SqlUpdate("""
            delete from model_reply
            where ctid = any(array(select ctid from model_reply where expires <= now() limit :limit))
            """)
    int purge(@Bind("limit") int limit);
}

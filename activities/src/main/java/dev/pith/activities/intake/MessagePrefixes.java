package dev.pith.activities.intake;

import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Copies the first messages of a conversation to another one that shares them. */
interface MessagePrefixes {

    @SqlUpdate("""
            insert into message (conversation, seq, uid, parent_uid, api_message_id, role, origin, parts, tokens,
                                 fingerprint, binds_from, created)
            select :to, seq, uid, parent_uid, api_message_id, role, origin, parts, tokens, fingerprint, binds_from,
                   created
            from message where conversation = :from and seq <= :through
            """)
    void copy(@Bind("from") String from, @Bind("to") String to, @Bind("through") long through);

    @SqlUpdate("""
            update conversation c
            set messages = m.messages, tokens = m.tokens, earliest = m.earliest, latest = m.latest
            from (select count(*) messages, coalesce(sum(tokens), 0) tokens, min(created) earliest, max(created) latest
                  from message where conversation = :id) m
            where c.id = :id
            """)
    void count(@Bind("id") String id);
}

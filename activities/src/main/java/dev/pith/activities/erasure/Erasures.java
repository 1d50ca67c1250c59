package dev.pith.activities.erasure;

import dev.pith.activities.conversation.Conversation;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of a deletion, over all tables that hold something of a conversation. */
public interface Erasures {

    /** Returns the ids of a conversation and of its subagents' conversations. */
    @SqlQuery("""
            with recursive family as (
              select id from conversation where id = :id
              union select c.id from conversation c join family f on c.parent = f.id)
            select id from family order by id
            """)
    List<String> family(@Bind("id") String id);

    /**
     * Returns the conversations to delete, without those of subagents.
     *
     * @param project their directory, or one above it; null for all
     * @param before only those whose last message is older; null for all
     */
    @SqlQuery("""
            select * from conversation
            where subagent_id = ''
              and (:project::text is null or project = :project or starts_with(project, rtrim(:project, '/') || '/'))
              and (:before::timestamptz is null or coalesce(latest, updated) < :before)
            order by coalesce(latest, updated), id
            """)
    List<Conversation> matching(@Bind("project") @Nullable String project, @Bind("before") @Nullable Instant before);

    /** Locks conversations until the transaction ends. */
    @SqlQuery("""
            select * from conversation where id = any(:ids) order by id for update
            """)
    List<Conversation> lock(@Bind("ids") List<String> ids);

    /** Counts what conversations hold. */
    @SqlQuery("""
            select (select count(*) from conversation where id = any(:ids)) as conversations,
                   (select count(*) from message where conversation = any(:ids)) as messages,
                   (select count(*) from summary where conversation = any(:ids)) as summaries,
                   (select count(*) from memory where conversation = any(:ids)) as memories
            """)
    Erased count(@Bind("ids") List<String> ids);

    /** Marks memories as forgotten, so that their blocks leave the memory files. */
    @SqlUpdate("""
            update memory set state = 'forgotten' where conversation = any(:ids) and state <> 'forgotten'
            """)
    int forget(@Bind("ids") List<String> ids);

    /** Removes references of memories to those that are about to be deleted. */
    @SqlUpdate("""
            update memory set superseded_by = null
            where superseded_by in (select id from memory where conversation = any(:ids))
            """)
    int unlinkMemories(@Bind("ids") List<String> ids);

    /**
     * Removes references of summaries to their sources: a cascade deletes summaries in any order, and one that another
     * was made from may not go before it.
     */
    @SqlUpdate("""
            delete from summary_source
            where summary in (select id from summary where conversation = any(:ids))
            """)
    int unlinkSummaries(@Bind("ids") List<String> ids);

    /** Deletes conversations; every row that refers to one goes with it. */
    @SqlUpdate("""
            delete from conversation where id = any(:ids)
            """)
    int delete(@Bind("ids") List<String> ids);
}

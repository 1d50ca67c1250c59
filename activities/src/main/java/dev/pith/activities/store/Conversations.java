package dev.pith.activities.store;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.ConversationHeader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Table {@code conversation}. */
public interface Conversations {

    @SqlQuery("""
            select * from conversation where id = :id
            """)
    Optional<Conversation> find(@Bind("id") String id);

    /** Returns the conversations with these ids, in no particular order; missing ones are left out. */
    @SqlQuery("""
            select * from conversation where id = any(:ids)
            """)
    List<Conversation> withIds(@Bind("ids") List<String> ids);

    /** Returns up to {@code limit} conversations whose id starts with a prefix; ids contain no LIKE wildcards. */
    @SqlQuery("""
            select * from conversation where id like :prefix || '%' order by id limit :limit
            """)
    List<Conversation> startingWith(@Bind("prefix") String prefix, @Bind("limit") int limit);

    /** Returns the conversations with the id of their source program, main ones before those of subagents. */
    @SqlQuery("""
            select * from conversation where native_id = :nativeId order by subagent_id, updated desc
            """)
    List<Conversation> byNativeId(@Bind("nativeId") String nativeId);

    /** Returns the ids that a source program gave to its sessions and subagents. */
    @SqlQuery("""
            select native_id from conversation where source = :source
            union select subagent_id from conversation where source = :source and subagent_id <> ''
            """)
    Set<String> idsOf(@Bind("source") String source);

    @SqlQuery("""
            select * from conversation
            where source = :source and native_id = :nativeId and subagent_id = :subagentId
            """)
    Optional<Conversation> byKey(
            @Bind("source") String source, @Bind("nativeId") String nativeId, @Bind("subagentId") String subagentId);

    /**
     * Returns the conversations of a path, newest first: a file that was replaced is stored under the path and
     * {@code ~2}, {@code ~3} ….
     */
    @SqlQuery("""
            select * from conversation
            where source = :source and subagent_id = :subagentId
              and (native_id = :path
                   or (starts_with(native_id, :path || '~') and substr(native_id, length(:path) + 2) ~ '^[0-9]+$'))
            order by created desc, length(native_id) desc, native_id desc
            """)
    List<Conversation> byPath(
            @Bind("source") String source, @Bind("path") String path, @Bind("subagentId") String subagentId);

    /**
     * Returns the newest conversations first.
     *
     * @param subagents whether to include the conversations of subagents
     * @param project only conversations in this directory or below it; null for all
     */
    @SqlQuery("""
            select * from conversation
            where (:subagents or subagent_id = '')
              and (:project::text is null or project = :project
                   or starts_with(project, rtrim(:project, '/') || '/'))
            order by coalesce(latest, updated) desc, id limit :limit
            """)
    List<Conversation> newest(
            @Bind("limit") int limit, @Bind("subagents") boolean subagents, @Bind("project") @Nullable String project);

    /** Returns the newest conversation held in exactly this directory that has messages and is no subagent's. */
    @SqlQuery("""
            select * from conversation where project = :project and subagent_id = '' and messages > 0
            order by coalesce(latest, updated) desc, id limit 1
            """)
    Optional<Conversation> newestOfProject(@Bind("project") String project);

    /** Locks the row until the transaction ends, which serializes appends and commits of one conversation. */
    @SqlQuery("""
            select * from conversation where id = :id for update
            """)
    Optional<Conversation> lock(@Bind("id") String id);

    /** Inserts an empty conversation unless its key exists; returns the number of inserted rows, 0 or 1. */
    @SqlUpdate("""
            insert into conversation
                   (id, source, native_id, subagent_id, parent, parent_native_id, forked_from, title, project)
            values (:id, :source, :nativeId, coalesce(:subagentId, ''),
                    (select c.id from conversation c
                     where c.source = :source and c.native_id = :parentNativeId
                       and c.subagent_id in ('', c.native_id)),
                    :parentNativeId, :forkedFrom, :title, :project)
            on conflict (source, native_id, subagent_id) do nothing
            """)
    int insert(@Bind("id") String id, @BindMethods ConversationHeader header);

    /** Sets the parent of subagents that were imported before it. */
    @SqlUpdate("""
            update conversation child set parent = :id
            where child.source = :source and child.parent_native_id = :nativeId
              and child.subagent_id <> '' and child.parent is null
            """)
    void adoptChildren(@Bind("id") String id, @Bind("source") String source, @Bind("nativeId") String nativeId);

    /** Sets title, project and branch; null leaves a value unchanged. */
    @SqlUpdate("""
            update conversation
            set title = coalesce(:title, title), project = coalesce(:project, project),
                branch = coalesce(:branch, branch)
            where id = :id
            """)
    void describe(
            @Bind("id") String id,
            @Bind("title") @Nullable String title,
            @Bind("project") @Nullable String project,
            @Bind("branch") @Nullable String branch);

    /** Adds appended messages to the counts and times of a conversation. */
    @SqlUpdate("""
            update conversation
            set messages = messages + :added, tokens = tokens + :tokens, updated = now(),
                earliest = least(earliest, :earliest), latest = greatest(latest, :latest)
            where id = :id
            """)
    void grow(
            @Bind("id") String id,
            @Bind("added") long added,
            @Bind("tokens") long tokens,
            @Bind("earliest") @Nullable Instant earliest,
            @Bind("latest") @Nullable Instant latest);

    @SqlUpdate("""
            update conversation set context_version = :version, updated = now() where id = :id
            """)
    void setVersion(@Bind("id") String id, @Bind("version") int version);

    @SqlUpdate("""
            update conversation set gist = :gist, updated = now() where id = :id
            """)
    void setGist(@Bind("id") String id, @Bind("gist") String gist);

    /** Returns the names of all sources that are stored, in order. */
    @SqlQuery("""
            select distinct source from conversation order by source
            """)
    List<String> sources();

    /** Pauses automatic compaction until the conversation has new messages. */
    @SqlUpdate("""
            update conversation set auto_paused_at = messages where id = :id
            """)
    void pauseAutomatic(@Bind("id") String id);

    /** Ends the pause of automatic compaction. */
    @SqlUpdate("""
            update conversation set auto_paused_at = null where id = :id
            """)
    void resumeAutomatic(@Bind("id") String id);
}

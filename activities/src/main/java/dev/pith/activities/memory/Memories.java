package dev.pith.activities.memory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Table {@code memory}: the stored memories in all states. */
public interface Memories {

    @SqlQuery("""
            select * from memory where id = :id
            """)
    Optional<Memory> find(@Bind("id") String id);

    /** Returns the memories of one day in the order in which they were stored. */
    @SqlQuery("""
            select * from memory where day = :day order by created, conversation, from_seq, id
            """)
    List<Memory> ofDay(@Bind("day") LocalDate day);

    /**
     * Inserts a memory; does nothing if one with the same hash exists, in whatever state.
     *
     * @param words the meaningful words of its text
     * @param hash the SHA-256 of kind, project and normalized text
     * @return the number of inserted rows, 0 or 1
     */
    @SqlUpdate("""
            insert into memory
              (id, conversation, flush, from_seq, to_seq, day, kind, source, project, text, words, hash, last_day)
            values
              (:id, :conversation, :flush, :fromSeq, :toSeq, :day, lower(:kind), lower(:source), :project, :text, :words,
               :hash, :lastDay)
            on conflict (hash) do nothing
            """)
    int insert(@BindMethods Memory memory, @Bind("words") String[] words, @Bind("hash") String hash);

    /**
     * Takes the advisory lock for writing memories until the transaction ends; blocks while another transaction holds
     * it. All conversations and projects share one lock, since similar memories can come from any of them. Its holder
     * must wait for no other lock.
     */
    @SqlQuery("""
            select 1 from (select pg_advisory_xact_lock(hashtextextended('pith memory', 0))) as locked
            """)
    int lock();

    /** Returns the memory with a hash of kind, project and normalized text, in any state. */
    @SqlQuery("""
            select * from memory where hash = :hash
            """)
    Optional<Memory> byHash(@Bind("hash") String hash);

    /**
     * Returns up to 50 similar memories of the same project, or of any project if either side has none, newest first.
     *
     * @param telling words of which every similar memory contains at least one
     * @param words all meaningful words of the text
     * @param kinds the kinds to compare with, in lower case
     * @param share the minimum number of shared words, as a share of the longer word list
     */
    @SqlQuery("""
            select * from memory
            where words && :telling
              and kind = any(:kinds)
              and (project = :project or project is null or :project is null)
              and cardinality(words) between :share * cardinality(:words) and cardinality(:words) / :share
              and (select count(*) from unnest(words) word where word = any(:words))
                  >= :share * greatest(cardinality(words), cardinality(:words))
            order by last_day desc, created desc, id
            limit 50
            """)
    List<Memory> alike(
            @Bind("telling") String[] telling,
            @Bind("words") String[] words,
            @Bind("kinds") String[] kinds,
            @Bind("project") @Nullable String project,
            @Bind("share") double share);

    /**
     * Returns up to 20 active constraints, preferences, decisions and facts about a topic, of the same project or of
     * none, newest first.
     *
     * @param words the words of the topic
     * @param share the minimum share of these words that a memory contains
     */
    @SqlQuery("""
            select * from memory
            where words && :words and state = 'active'
              and kind in ('constraint', 'preference', 'decision', 'fact')
              and (project = :project or project is null or :project is null)
              and (select count(*) from unnest(:words) word where word = any(words)) >= :share * cardinality(:words)
            order by last_day desc, created desc, id
            limit 20
            """)
    List<Memory> about(
            @Bind("words") String[] words, @Bind("project") @Nullable String project, @Bind("share") double share);

    /** Ends an active memory without a successor. */
    @SqlUpdate("""
            update memory set state = 'superseded', superseded_by = null where id = :id and state = 'active'
            """)
    int end(@Bind("id") String id);

    /** Counts one more sighting of a memory on a day. */
    @SqlUpdate("""
            update memory set sightings = sightings + 1, last_day = greatest(last_day, :day) where id = :id
            """)
    int sighted(@Bind("id") String id, @Bind("day") LocalDate day);

    /** Marks an active memory as superseded by another one. */
    @SqlUpdate("""
            update memory set state = 'superseded', superseded_by = :by where id = :id and state = 'active'
            """)
    int supersede(@Bind("id") String id, @Bind("by") String by);

    /** Makes a superseded memory active again. */
    @SqlUpdate("""
            update memory set state = 'active', superseded_by = null where id = :id and state = 'superseded'
            """)
    int revive(@Bind("id") String id);

    /**
     * Stores the text that a person wrote in a memory's block.
     *
     * @param state {@code EDITED}, or {@code SUPERSEDED} if the person struck the text out; a successor recorded
     *     earlier is kept only for {@code SUPERSEDED}
     */
    @SqlUpdate("""
            update memory
            set text = :text, words = :words, state = lower(:state),
                superseded_by = case when lower(:state) = 'superseded' then superseded_by end
            where id = :id
            """)
    int edit(
            @Bind("id") String id,
            @Bind("text") String text,
            @Bind("words") String[] words,
            @Bind("state") MemoryState state);

    /** Marks a memory as forgotten, because a person removed its block. */
    @SqlUpdate("""
            update memory set state = 'forgotten' where id = :id and state <> 'forgotten'
            """)
    int forget(@Bind("id") String id);
}

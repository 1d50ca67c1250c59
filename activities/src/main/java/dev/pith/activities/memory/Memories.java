package dev.pith.activities.memory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Table {@code memory}. */
@RegisterConstructorMapper(Memory.class)
public interface Memories {

    @SqlQuery("""
            select * from memory where id = :id
            """)
    Optional<Memory> find(@Bind("id") String id);

    /** Of one day, in the order in which they were remembered. */
    @SqlQuery("""
            select * from memory where day = :day order by created, conversation, from_seq, id
            """)
    List<Memory> ofDay(@Bind("day") LocalDate day);

    /**
     * A new one; nothing where the same thing is remembered already, in whatever state.
     *
     * @param words those that carry meaning
     * @param hash of kind, project and plain text
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
     * Waits until no other transaction remembers, and keeps others waiting until this one ends. There is one lock for all, since
     * what is alike can come from any conversation and project; who holds it waits for nothing else.
     */
    @SqlQuery("""
            select 1 from (select pg_advisory_xact_lock(hashtextextended('pith memory', 0))) as locked
            """)
    int lock();

    @SqlQuery("""
            select * from memory where hash = :hash
            """)
    Optional<Memory> byHash(@Bind("hash") String hash);

    /**
     * Those that may say nearly the same, in the same project or where one of both has none, the newest first; at most 50.
     *
     * @param telling words of which a near one has at least one
     * @param words all that carry meaning
     * @param share of all words that both have
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
     * What persons set and what was decided that is about something and holds, in the same project or in none; at most 20.
     *
     * @param words of what it is about
     * @param share of these words that it has
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

    /** It holds no more, and nothing takes its place. */
    @SqlUpdate("""
            update memory set state = 'superseded', superseded_by = null where id = :id and state = 'active'
            """)
    int end(@Bind("id") String id);

    /** The same thing was found again. */
    @SqlUpdate("""
            update memory set sightings = sightings + 1, last_day = greatest(last_day, :day) where id = :id
            """)
    int sighted(@Bind("id") String id, @Bind("day") LocalDate day);

    /** A later one takes its place. */
    @SqlUpdate("""
            update memory set state = 'superseded', superseded_by = :by where id = :id and state = 'active'
            """)
    int supersede(@Bind("id") String id, @Bind("by") String by);

    /** It holds again. */
    @SqlUpdate("""
            update memory set state = 'active', superseded_by = null where id = :id and state = 'superseded'
            """)
    int revive(@Bind("id") String id);

    /**
     * Takes over what somebody wrote in its place.
     *
     * @param state edited; superseded where somebody struck it out, by nothing if nothing took its place before
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

    /** Somebody removed it. */
    @SqlUpdate("""
            update memory set state = 'forgotten' where id = :id and state <> 'forgotten'
            """)
    int forget(@Bind("id") String id);
}

package dev.pith.activities.backfill;

import dev.pith.workflows.backfill.ItemOutcome;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Table {@code backfill_item}: fills and reads it. */
public interface BackfillItems {

    /** The condition of a {@link Selected} on table {@code conversation}, with alias {@code c}. */
    String SELECTED = """
            c.messages > 0
            and (:subagents or c.subagent_id = '')
            and (:project::text is null or c.project = :project or starts_with(c.project, rtrim(:project, '/') || '/'))
            and (:source::text is null or c.source = :source)
            and (:since::timestamptz is null or coalesce(c.latest, c.updated) >= :since)
            and (:until::timestamptz is null or coalesce(c.latest, c.updated) < :until)
            and (:idleSeconds = 0
                 or coalesce(c.latest, c.updated) <= clock_timestamp() - :idleSeconds * interval '1 second')
            and (:pattern::text is null or c.native_id ~ :pattern or c.title ~ :pattern or c.project ~ :pattern)
            and not exists (
              select from unnest(:except::text[]) glob
              where c.native_id ~ glob or c.parent_native_id ~ glob or c.title ~ glob or c.project ~ glob)
            """;

    /**
     * Appends the selected stored conversations, newest first. The caller must hold the lock on the backfill's row, so
     * that numbers stay unique.
     *
     * @param conversations only these ids; null for all
     * @param file the file that they were imported from; null if they were stored before
     */
    @SqlUpdate("""
            insert into backfill_item (backfill, number, conversation, source)
            select :backfill,
                   (select coalesce(max(number), 0) from backfill_item where backfill = :backfill)
                     + row_number() over (order by coalesce(c.latest, c.updated) desc, c.id),
                   c.id, :file
            from conversation c
            where
            """ + SELECTED + """
            and (:conversations::text[] is null or c.id = any(:conversations::text[]))
            on conflict (backfill, conversation) do nothing
            """)
    int select(
            @Bind("backfill") String backfill,
            @Bind("conversations") String @Nullable [] conversations,
            @Bind("file") @Nullable String file,
            @BindMethods Selected selection);

    /** Returns the ids of the selected stored conversations, newest first. */
    @SqlQuery("select c.id from conversation c where " + SELECTED + """
            order by coalesce(c.latest, c.updated) desc, c.id
            """)
    List<String> selected(@BindMethods Selected selection);

    /** Appends an unreadable file as an ended item, unless it is already listed. */
    @SqlUpdate("""
            insert into backfill_item (backfill, number, source, state, outcome, detail, started, ended)
            select :backfill, coalesce(max(number), 0) + 1, :source, 'ended', :outcome, :detail, clock_timestamp(),
                   clock_timestamp()
            from backfill_item where backfill = :backfill
            having not coalesce(bool_or(conversation is null and source = :source), false)
            """)
    int unreadable(
            @Bind("backfill") String backfill,
            @Bind("source") String source,
            @Bind("outcome") ItemOutcome outcome,
            @Bind("detail") String detail);

    /** Deletes all items of a backfill. */
    @SqlUpdate("""
            delete from backfill_item where backfill = :backfill
            """)
    int forget(@Bind("backfill") String backfill);

    /**
     * Resets items that ended with one of these outcomes to waiting without earlier attempts. Returns their number.
     */
    @SqlUpdate("""
            update backfill_item
            set state = 'waiting', outcome = null, attempts = 0, failing_since = null, due = clock_timestamp(), ended = null
            where backfill = :backfill and state = 'ended' and conversation is not null and outcome = any(:outcomes)
            """)
    int again(@Bind("backfill") String backfill, @Bind("outcomes") String[] outcomes);

    /** Returns the number of items by state and outcome. */
    @SqlQuery("""
            select state, outcome, count(*) as count
            from backfill_item where backfill = :backfill group by state, outcome order by outcome nulls last, state
            """)
    List<OutcomeCount> counts(@Bind("backfill") String backfill);

    /** Returns the items that ended with one of these outcomes, by number. */
    @SqlQuery("""
            select * from backfill_item
            where backfill = :backfill and outcome = any(:outcomes) order by number
            """)
    List<BackfillEntry> ended(@Bind("backfill") String backfill, @Bind("outcomes") String[] outcomes);

    /** Returns the earliest time at which a waiting item is due; null if none waits. */
    @SqlQuery("""
            select min(due) from backfill_item where backfill = :backfill and state = 'waiting'
            """)
    @Nullable
    Instant nextDue(@Bind("backfill") String backfill);

    /** Returns the number of due flushes of conversations that this run compacted. */
    @SqlQuery("""
            select count(*) from flush f
            where f.state = 'pending' and f.due <= clock_timestamp()
              and exists (select from backfill_item i
                          where i.backfill = :backfill and i.conversation = f.conversation and i.compactions <> '{}')
            """)
    long dueFlushes(@Bind("backfill") String backfill);

    /** Returns some conversations of this run whose flush has been due since a time; a random choice each time. */
    @SqlQuery("""
            select f.conversation from flush f
            where f.state = 'pending' and f.due <= :since
              and exists (select from backfill_item i
                          where i.backfill = :backfill and i.conversation = f.conversation and i.compactions <> '{}')
            order by random() limit :most
            """)
    List<String> overdueFlushes(
            @Bind("backfill") String backfill, @Bind("since") Instant since, @Bind("most") int most);
}

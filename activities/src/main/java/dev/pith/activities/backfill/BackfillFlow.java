package dev.pith.activities.backfill;

import dev.pith.activities.store.Reserved;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.backfill.ItemOutcome;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Table {@code backfill_item}: moves items from waiting to running to ended. */
public interface BackfillFlow {

    /** Returns the items in flight, by number. */
    @SqlQuery("""
            select * from backfill_item where backfill = :backfill and state = 'running' order by number
            """)
    List<BackfillEntry> running(@Bind("backfill") String backfill);

    /** Returns the items in flight whose newest compaction has ended. */
    @SqlQuery("""
            select i.number, c.outcome, c.error, c.failure, i.attempts, i.failing_since
            from backfill_item i join compaction c on c.id = i.compactions[cardinality(i.compactions)]
            where i.backfill = :backfill and i.state = 'running' and c.state = 'ended'
            order by i.number
            """)
    List<Ended> ended(@Bind("backfill") String backfill);

    /**
     * Returns the first waiting items that are due. A gist is up to date as planning judges it. A context is up to date
     * if no message arrived after its newest compaction, this had the requested strategy and is neither degraded nor
     * undone, and no live summary is degraded. An undone compaction is not repeated before a message arrives.
     *
     * @param strategy the requested strategy
     * @param from returns only items after this number
     * @param after the number of new messages that outdate a gist; 0 if no gist is requested
     */
    @SqlQuery("""
            select i.number, i.conversation, i.compactions <> '{}' as begun,
                   case when :after > 0
                     then g.id is not null and not g.degraded and not v.abandoned @> g.to_seq
                          and :after > (select count(*) from (
                                select from message m
                                where m.conversation = c.id and m.seq > g.to_seq and not v.abandoned @> m.seq
                                limit :after) later)
                     else exists (
                          select from compaction p
                          where p.id = (select q.id from compaction q
                                        where q.conversation = c.id and q.strategy <> 'GIST'
                                        order by q.started desc, q.id limit 1)
                            and p.strategy = :strategy and p.mark >= c.messages and not p.degraded
                            and p.outcome in ('COMPACTED', 'NOTHING_TO_DO', 'IRREDUCIBLE')
                            and c.context_version = coalesce(p.to_version, p.from_version))
                          and not exists (select from summary s where s.id = any(v.summaries) and s.degraded)
                   end as up_to_date,
                   :after = 0 and c.messages <= coalesce(c.auto_paused_at, -1) as undone
            from backfill_item i
            join conversation c on c.id = i.conversation
            join context_version v on v.conversation = c.id and v.version = c.context_version
            left join summary g on g.id = c.gist
            where i.backfill = :backfill and i.state = 'waiting' and i.due <= clock_timestamp() and i.number > :from
            order by i.number limit :limit
            """)
    List<Candidate> due(
            @Bind("backfill") String backfill,
            @Bind("strategy") Strategy strategy,
            @Bind("from") long from,
            @Bind("after") int after,
            @Bind("limit") int limit);

    /** Returns the number of items that were ever started. */
    @SqlQuery("""
            select count(*) from backfill_item where backfill = :backfill and compactions <> '{}'
            """)
    long begun(@Bind("backfill") String backfill);

    /** Marks waiting items as running, with their compactions and reservations. */
    @SqlBatch("""
            update backfill_item
            set state = 'running', compactions = compactions || :compaction, started = coalesce(started, clock_timestamp()),
                reserved_tokens = :tokens, reserved_cost = :cost
            where backfill = :backfill and number = :number and state = 'waiting'
            """)
    void begin(@Bind("backfill") String backfill, @BindMethods List<DispatchedItem> items);

    /** Returns the most tokens and cost that the items in flight may take together. */
    @SqlQuery("""
            select coalesce(sum(reserved_tokens), 0) as tokens, coalesce(sum(reserved_cost), 0) as cost
            from backfill_item where backfill = :backfill and state = 'running'
            """)
    Reserved reserved(@Bind("backfill") String backfill);

    /** Ends items that have not ended. */
    @SqlBatch("""
            update backfill_item
            set state = 'ended', outcome = :outcome, detail = coalesce(:detail, detail), ended = clock_timestamp()
            where backfill = :backfill and number = :number and state <> 'ended'
            """)
    void end(
            @Bind("backfill") String backfill,
            @Bind("number") List<Long> numbers,
            @Bind("outcome") ItemOutcome outcome,
            @Bind("detail") @Nullable String detail);

    /** Ends all waiting items, and returns their number. */
    @SqlUpdate("""
            update backfill_item
            set state = 'ended', outcome = :outcome, detail = coalesce(detail, :detail), ended = clock_timestamp()
            where backfill = :backfill and state = 'waiting'
            """)
    int endWaiting(
            @Bind("backfill") String backfill, @Bind("outcome") ItemOutcome outcome, @Bind("detail") String detail);

    /** Deletes waiting items that were never started, and returns their number. */
    @SqlUpdate("""
            delete from backfill_item where backfill = :backfill and state = 'waiting' and compactions = '{}'
            """)
    int forgetUnbegun(@Bind("backfill") String backfill);

    /** Schedules a failed item for another attempt. */
    @SqlUpdate("""
            update backfill_item
            set state = 'waiting', attempts = attempts + 1, failing_since = coalesce(failing_since, clock_timestamp()),
                due = :due, detail = :detail
            where backfill = :backfill and number = :number and state = 'running'
            """)
    int again(
            @Bind("backfill") String backfill,
            @Bind("number") long number,
            @Bind("due") Instant due,
            @Bind("detail") @Nullable String detail);

    /**
     * Returns items to waiting without counting an attempt, because another compaction of their conversation is
     * running.
     */
    @SqlBatch("""
            update backfill_item
            set state = 'waiting', due = :due, compactions = trim_array(compactions, 1)
            where backfill = :backfill and number = :number and state = 'running'
            """)
    void giveBack(@Bind("backfill") String backfill, @Bind("number") List<Long> numbers, @Bind("due") Instant due);

    /** Returns how many of the newest started and ended items failed because the model refused. */
    @SqlQuery("""
            select count(*) filter (where c.failure = 'MODEL_REFUSED') from (
              select compactions[cardinality(compactions)] as id from backfill_item
              where backfill = :backfill and state = 'ended' and compactions <> '{}'
              order by ended desc limit :last) newest
            join compaction c on c.id = newest.id
            """)
    int refusedOfLast(@Bind("backfill") String backfill, @Bind("last") int last);
}

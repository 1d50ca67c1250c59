package dev.pith.activities.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Table {@code model_call}: the cost ledger, one row per attempt. */
public interface ModelCalls {

    /** The outcomes of the group {@link CallOutcome.Group#UNFIT}. */
    String UNFIT = """
            'CUT_OFF', 'ONLY_REASONING', 'EMPTY', 'INFLATED', 'REFUSED', 'QUESTION', 'ECHO', 'REPETITIVE', 'OFF_TOPIC',
            'TOO_SHORT', 'MALFORMED', 'TOO_SLOW', 'UNCLEAR', 'TRUNCATED_INPUT'""";

    /**
     * The columns of {@link CallFigures}. Calls with a verdict other than FIT are unfit; calls cut by or lost with
     * their process are lost; all others that have ended without a verdict have failed.
     */
    String FIGURES = """
            count(*) as calls, coalesce(sum(tokens_in), 0) as tokens_in, coalesce(sum(tokens_out), 0) as tokens_out,
            coalesce(sum(tokens_cached), 0) as tokens_cached, coalesce(sum(cost), 0) as known_cost,
            count(*) filter (where cost is null) as unpriced, count(*) filter (where estimated) as estimated,
            count(*) filter (where outcome = 'RUNNING') as running,
            count(*) filter (where outcome in (""" + UNFIT + """
            )) as unfit,
            count(*) filter (where outcome not in ('RUNNING', 'LOST', 'INTERRUPTED', 'FIT',\s""" + UNFIT + """
            )) as failed,
            count(*) filter (where outcome in ('LOST', 'INTERRUPTED')) as lost, coalesce(sum(redacted), 0) as redacted
            """;

    /** Inserts the row of a call that begins, and returns its id. */
    @SqlUpdate("""
            insert into model_call (conversation, compaction, purpose, work, endpoint, profile, model, outcome,
                                    tokens_in, tokens_out, cost, redacted)
            values (:conversation, :compaction, :purpose, :work, :endpoint, :profile, :model, 'RUNNING',
                    :tokensIn, :tokensOut, :cost, :redacted)
            """)
    @GetGeneratedKeys("id")
    long begin(@BindMethods CallRow call);

    /**
     * Books the end of a call. A lost call stays lost if it turns out to be canceled or cut, so that it counts as an
     * attempt.
     */
    @SqlUpdate("""
            update model_call
            set outcome = :outcome, tokens_in = :tokensIn, tokens_out = :tokensOut, tokens_cached = :tokensCached,
                estimated = :estimated, cost = :cost, duration_ms = :durationMs, error = :error
            where id = :id and not (outcome = 'LOST' and :outcome in ('CANCELED', 'INTERRUPTED'))
            """)
    void end(@Bind("id") long id, @BindMethods CallEnd end);

    /**
     * Marks running calls for a text as lost: only one attempt works on a text at a time, so they belong to terminated
     * processes.
     */
    @SqlUpdate("""
            update model_call set outcome = 'LOST'
            where compaction = :compaction and work = :work and outcome = 'RUNNING'
            """)
    int lose(@Bind("compaction") @Nullable String compaction, @Bind("work") String work);

    /**
     * Marks calls as lost that have run for an hour or more and whose compaction has ended: no next attempt at their
     * texts would mark them. A call that still runs books its end nevertheless.
     */
    @SqlUpdate("""
            update model_call c set outcome = 'LOST'
            where c.outcome = 'RUNNING'
              and c.started between clock_timestamp() - interval '7 days' and clock_timestamp() - interval '1 hour'
              and exists (select from compaction k where k.id = c.compaction and k.state = 'ended')
            """)
    int loseOrphans();

    /** Returns how many calls for a text were lost or failed by server or network errors. */
    @SqlQuery("""
            select count(*) from model_call
            where compaction = :compaction and work = :work and outcome in ('LOST', 'TRANSPORT')
            """)
    int failures(@Bind("compaction") @Nullable String compaction, @Bind("work") String work);

    /** Returns the newest error message that the endpoint itself gave for a text, with its HTTP status first. */
    @SqlQuery("""
            select error from model_call
            where compaction = :compaction and work = :work and error ~ '^[0-9]{3}: ' order by id desc limit 1
            """)
    Optional<String> said(@Bind("compaction") @Nullable String compaction, @Bind("work") String work);

    /** Returns whether any call of a compaction was lost or failed by a server or network error. */
    @SqlQuery("""
            select exists (select from model_call where compaction = :compaction and outcome in ('LOST', 'TRANSPORT'))
            """)
    boolean anyFailed(@Bind("compaction") @Nullable String compaction);

    /** Returns what the calls of a compaction took. */
    @SqlQuery("""
            select count(*) as calls, coalesce(sum(tokens_in), 0) as tokens_in, coalesce(sum(tokens_out), 0) as tokens_out,
                   coalesce(sum(cost), 0) as cost, count(*) filter (where cost is null) as unpriced
            from model_call where compaction = :compaction
            """)
    Spent spent(@Bind("compaction") @Nullable String compaction);

    /**
     * Returns the calls to an endpoint that began within the last minute, and those with a permit that have not begun.
     */
    @SqlQuery("""
            select (select count(*) from model_call
                    where endpoint = :endpoint and started > clock_timestamp() - interval '1 minute')
                 + (select count(*) from provider_permit
                    where endpoint = :endpoint and not begun and until > clock_timestamp())
            """)
    long ofThisMinute(@Bind("endpoint") String endpoint);

    /** Returns the reason of a compaction's newest call; empty if that is running or its reply was fit. */
    @SqlQuery("""
            select words from
              (select outcome, coalesce(error, 'the reply was not fit') as words from model_call
               where compaction = :compaction order by id desc limit 1) newest
            where outcome not in ('FIT', 'RUNNING')
            """)
    Optional<String> setback(@Bind("compaction") String compaction);

    /**
     * Returns why a compaction's newest call without a fit reply failed: the provider's message, else the verdict. If
     * that call met only a broken connection, an earlier message of the provider for the same text comes first.
     */
    @SqlQuery("""
            select case when newest.outcome = 'TRANSPORT' and newest.error !~ '^[0-9]{3}: ' then coalesce(
                          (select said.error || ', at last: ' from model_call said
                           where said.compaction = newest.compaction and said.work = newest.work
                             and said.error ~ '^[0-9]{3}: ' order by said.id desc limit 1), '')
                        else '' end
                   || coalesce(newest.error, case newest.outcome when 'RUNNING' then 'no reply came in its time'
                                                                 else 'the reply was not fit' end)
            from model_call newest
            where newest.compaction = :compaction and newest.outcome <> 'FIT' order by newest.id desc limit 1
            """)
    Optional<String> newestSetback(@Bind("compaction") String compaction);

    /** Returns the figures of all calls that began since a time, by model and purpose. */
    @SqlQuery("select null::text as compaction, profile, model, purpose, " + FIGURES + """
            from model_call where started >= :since
            group by profile, model, purpose order by profile, model, purpose
            """)
    List<CallGroup> byModel(@Bind("since") Instant since);

    /**
     * Returns the figures of one conversation's calls by compaction, model and purpose; manual flushes have no
     * compaction.
     */
    @SqlQuery("select (select id from compaction where compaction.id = model_call.compaction) as compaction, "
            + "profile, model, purpose, " + FIGURES + """
            from model_call where conversation = :conversation and started >= :since
            group by 1, profile, model, purpose order by min(id)
            """)
    List<CallGroup> byCompaction(@Bind("conversation") String conversation, @Bind("since") Instant since);

    /** Returns the figures of a compaction's calls without those of its flush. */
    @SqlQuery("select " + FIGURES + " from model_call where compaction = :compaction and purpose <> 'flush'")
    CallFigures figures(@Bind("compaction") String compaction);

    /** Returns the figures of the calls for a compaction's flush so far. */
    @SqlQuery("select " + FIGURES + " from model_call where compaction = :compaction and purpose = 'flush'")
    CallFigures flushFigures(@Bind("compaction") String compaction);

    /** Returns the figures of all calls of a backfill's newest run, flushes included. */
    @SqlQuery("select " + FIGURES + """
            from model_call where compaction in (
              select unnest(compactions) from backfill_item where backfill = :backfill)
              and started >= (select started from backfill where name = :backfill)
            """)
    CallFigures figuresOfBackfill(@Bind("backfill") String backfill);
}

package dev.pith.activities.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Table {@code model_call}: the cost ledger, one row per attempt. */
@RegisterConstructorMapper(Spent.class)
@RegisterConstructorMapper(CallFigures.class)
@RegisterConstructorMapper(CallGroup.class)
public interface ModelCalls {

    /** The outcome of a call whose process went away before it could say. It may have been paid. */
    String LOST = "LOST";

    /** The outcome of a call that its own process cut when it was stopped. It may have been paid, and is no attempt. */
    String INTERRUPTED = "INTERRUPTED";

    /** The verdicts on a reply that is no summary: all of {@link dev.pith.workflows.model.Verdict} but FIT. */
    String UNFIT = """
            'CUT_OFF', 'ONLY_REASONING', 'EMPTY', 'INFLATED', 'REFUSED', 'QUESTION', 'ECHO', 'REPETITIVE', 'OFF_TOPIC',
            'TOO_SHORT', 'MALFORMED', 'TOO_SLOW', 'UNCLEAR', 'TRUNCATED_INPUT'""";

    /**
     * The columns of {@link CallFigures}. What was answered with a verdict but not fit is unfit; what its process cut or took
     * along is lost; what has neither ended nor a verdict nor is lost has failed.
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

    @SqlUpdate("""
            insert into model_call (conversation, compaction, purpose, work, endpoint, profile, model, outcome,
                                    tokens_in, tokens_out, cost, redacted)
            values (:conversation, :compaction, :purpose, :work, :endpoint, :profile, :model, 'RUNNING',
                    :tokensIn, :tokensOut, :cost, :redacted)
            """)
    @GetGeneratedKeys("id")
    long begin(@BindMethods CallRow call);

    /** That a call was canceled or cut does not change that it was lost before: it counts as an attempt. */
    @SqlUpdate("""
            update model_call
            set outcome = :outcome, tokens_in = :tokensIn, tokens_out = :tokensOut, tokens_cached = :tokensCached,
                estimated = :estimated, cost = :cost, duration_ms = :durationMs, error = :error
            where id = :id and not (outcome = 'LOST' and :outcome in ('CANCELED', 'INTERRUPTED'))
            """)
    void end(@Bind("id") long id, @BindMethods CallEnd end);

    /** Only one attempt works on a text at a time, so whatever else still runs for it is lost. */
    @SqlUpdate("""
            update model_call set outcome = 'LOST'
            where compaction = :compaction and work = :work and outcome = 'RUNNING'
            """)
    int lose(@Bind("compaction") @Nullable String compaction, @Bind("work") String work);

    /**
     * Loses calls of an hour ago and older whose compaction is over: nobody asks for their texts again, so no next attempt
     * does. One that still runs after all tells so at its end.
     */
    @SqlUpdate("""
            update model_call c set outcome = 'LOST'
            where c.outcome = 'RUNNING'
              and c.started between clock_timestamp() - interval '7 days' and clock_timestamp() - interval '1 hour'
              and exists (select from compaction k where k.id = c.compaction and k.state = 'ended')
            """)
    int loseOrphans();

    /** How many calls for a text failed by errors of servers and networks. */
    @SqlQuery("""
            select count(*) from model_call
            where compaction = :compaction and work = :work and outcome in ('LOST', 'TRANSPORT')
            """)
    int failures(@Bind("compaction") @Nullable String compaction, @Bind("work") String work);

    /** What the endpoint itself said, after its status, to the newest call for a text that it failed or refused. */
    @SqlQuery("""
            select error from model_call
            where compaction = :compaction and work = :work and error ~ '^[0-9]{3}: ' order by id desc limit 1
            """)
    Optional<String> said(@Bind("compaction") @Nullable String compaction, @Bind("work") String work);

    /** Whether any call of a compaction failed by an error of servers and networks. */
    @SqlQuery("""
            select exists (select from model_call where compaction = :compaction and outcome in ('LOST', 'TRANSPORT'))
            """)
    boolean anyFailed(@Bind("compaction") @Nullable String compaction);

    /** What a compaction took. */
    @SqlQuery("""
            select count(*) as calls, coalesce(sum(tokens_in), 0) as tokens_in, coalesce(sum(tokens_out), 0) as tokens_out,
                   coalesce(sum(cost), 0) as cost, count(*) filter (where cost is null) as unpriced
            from model_call where compaction = :compaction
            """)
    Spent spent(@Bind("compaction") @Nullable String compaction);

    /** Calls to an endpoint that began within a minute, and those that are permitted and about to begin. */
    @SqlQuery("""
            select (select count(*) from model_call
                    where endpoint = :endpoint and started > clock_timestamp() - interval '1 minute')
                 + (select count(*) from provider_permit
                    where endpoint = :endpoint and not begun and until > clock_timestamp())
            """)
    long ofThisMinute(@Bind("endpoint") String endpoint);

    /** The same, if no call has ended well or begun since. */
    @SqlQuery("""
            select words from
              (select outcome, coalesce(error, 'the reply was not fit') as words from model_call
               where compaction = :compaction order by id desc limit 1) newest
            where outcome not in ('FIT', 'RUNNING')
            """)
    Optional<String> setback(@Bind("compaction") String compaction);

    /**
     * Why an ending compaction's newest call without a fit reply brought none: the provider's words, else the verdict. Where
     * that call met only a broken connection, what the provider said to an earlier one for the same text comes first.
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

    /** What all calls that began since a moment took, by model and purpose. */
    @SqlQuery("select null::text as compaction, profile, model, purpose, " + FIGURES + """
            from model_call where started >= :since
            group by profile, model, purpose order by profile, model, purpose
            """)
    List<CallGroup> byModel(@Bind("since") Instant since);

    /** The same of one conversation, for each of its compactions; flushes asked for by hand belong to none. */
    @SqlQuery("select (select id from compaction where compaction.id = model_call.compaction) as compaction, "
            + "profile, model, purpose, " + FIGURES + """
            from model_call where conversation = :conversation and started >= :since
            group by 1, profile, model, purpose order by min(id)
            """)
    List<CallGroup> byCompaction(@Bind("conversation") String conversation, @Bind("since") Instant since);

    /** What the calls of a compaction took, without those for its flush. */
    @SqlQuery("select " + FIGURES + " from model_call where compaction = :compaction and purpose <> 'flush'")
    CallFigures figures(@Bind("compaction") String compaction);

    /** What the calls for a compaction's flush took so far. */
    @SqlQuery("select " + FIGURES + " from model_call where compaction = :compaction and purpose = 'flush'")
    CallFigures flushFigures(@Bind("compaction") String compaction);

    /** What the calls of everything that a backfill's newest run began took, flushes included. */
    @SqlQuery("select " + FIGURES + """
            from model_call where compaction in (
              select unnest(compactions) from backfill_item where backfill = :backfill)
              and started >= (select started from backfill where name = :backfill)
            """)
    CallFigures figuresOfBackfill(@Bind("backfill") String backfill);
}

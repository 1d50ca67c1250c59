package dev.pith.activities.store;

import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Table {@code compaction}. */
public interface Compactions {

    @SqlQuery("""
            select * from compaction where id = :id
            """)
    Optional<Compaction> find(@Bind("id") String id);

    /** Locks the row of a compaction until the transaction ends. */
    @SqlQuery("""
            select id from compaction where id = :id for update
            """)
    Optional<String> lock(@Bind("id") String id);

    /** Returns the compaction of a conversation that started last, running or ended. */
    @SqlQuery("""
            select * from compaction where conversation = :conversation order by started desc, id limit 1
            """)
    Optional<Compaction> newest(@Bind("conversation") String conversation);

    /** Returns the running compactions of a conversation and its newest one, newest first. */
    @SqlQuery("""
            select * from compaction
            where conversation = :conversation
              and (state = 'running'
                   or id = (select id from compaction where conversation = :conversation order by started desc, id limit 1))
            order by started desc, id
            """)
    List<Compaction> present(@Bind("conversation") String conversation);

    /**
     * Returns the compactions of a conversation that started, or made a model call, at or after a time, oldest first.
     */
    @SqlQuery("""
            select * from compaction
            where conversation = :conversation
              and (started >= :since
                   or exists (select from model_call
                              where model_call.compaction = compaction.id and model_call.started >= :since))
            order by started, id
            """)
    List<Compaction> since(@Bind("conversation") String conversation, @Bind("since") Instant since);

    /** Returns the running compactions of a Temporal server and namespace, and those without a recorded one. */
    @SqlQuery("""
            select * from compaction
            where state = 'running' and (temporal is null or temporal is not distinct from :temporal)
            order by started
            """)
    List<Compaction> running(@Bind("temporal") @Nullable String temporal);

    /** Returns whether a compaction is running that may change the context, which a gist does not. */
    @SqlQuery("""
            select exists (select from compaction
                           where conversation = :conversation and state = 'running' and strategy <> 'GIST')
            """)
    boolean isRunning(@Bind("conversation") String conversation);

    /**
     * Returns the newest compaction of a conversation that was requested as a preview and produced a text, applied or
     * not.
     */
    @SqlQuery("""
            select * from compaction
            where conversation = :conversation and (request ->> 'preview')::boolean
              and (outcome = 'PREVIEWED' or to_version is not null)
            order by started desc, id limit 1
            """)
    Optional<Compaction> newestPreview(@Bind("conversation") String conversation);

    @SqlUpdate("""
            insert into compaction
              (id, conversation, request, strategy, decision, from_version, from_gist, basis, mark, head_from, head_to, pinned, chunks,
               head_tokens, summary_budget, chunk_budget, tokens_before, state, temporal)
            values
              (:id, :conversation, :request::jsonb, :strategy, :decision, :fromVersion, :fromGist, :basis, :mark, :headFrom, :headTo,
               :pinned, :chunks, :headTokens, :summaryBudget, :chunkBudget, :tokensBefore, 'running',
               :temporal)
            """)
    void insert(@BindMethods Compaction compaction, @Bind("temporal") @Nullable String temporal);

    /** Inserts a compaction before it is planned, so that one that ends without a plan has a row, too. */
    @SqlUpdate("""
            insert into compaction
              (id, conversation, request, strategy, from_version, mark, tokens_before, state)
            select :id, c.id, :request::jsonb, :strategy, c.context_version, c.messages, 0, 'running'
            from conversation c where c.id = :conversation
            on conflict (id) do nothing
            """)
    void insertUnplanned(
            @Bind("id") String id,
            @Bind("conversation") String conversation,
            @Bind("request") String request,
            @Bind("strategy") Strategy strategy);

    /** Records the staged summary of a running compaction. */
    @SqlUpdate("""
            update compaction set summary = :summary, degraded = :degraded where id = :id and state = 'running'
            """)
    void stage(@Bind("id") String id, @Bind("summary") String summary, @Bind("degraded") boolean degraded);

    /** Records the type of the failure of a running compaction; null leaves it unchanged. */
    @SqlUpdate("""
            update compaction set failure = :failure where id = :id and state = 'running' and :failure::text is not null
            """)
    int failure(@Bind("id") String id, @Bind("failure") @Nullable String failure);

    /**
     * Ends a running compaction; has no effect if it has ended.
     *
     * @return the number of updated rows, 0 or 1
     */
    @SqlUpdate("""
            update compaction
            set state = 'ended', outcome = :outcome, to_version = :toVersion, tokens_after = :tokensAfter,
                error = :error, ended = now()
            where id = :id and state = 'running'
            """)
    int end(
            @Bind("id") String id,
            @Bind("outcome") Outcome outcome,
            @Bind("toVersion") @Nullable Integer toVersion,
            @Bind("tokensAfter") long tokensAfter,
            @Bind("error") @Nullable String error);

    /**
     * Records the result of applying a preview, which has already ended.
     *
     * @return the number of updated rows, 0 or 1
     */
    @SqlUpdate("""
            update compaction
            set outcome = :outcome, to_version = :toVersion, tokens_after = :tokensAfter, error = :error
            where id = :id and outcome = 'PREVIEWED'
            """)
    int apply(
            @Bind("id") String id,
            @Bind("outcome") Outcome outcome,
            @Bind("toVersion") @Nullable Integer toVersion,
            @Bind("tokensAfter") long tokensAfter,
            @Bind("error") @Nullable String error);
}

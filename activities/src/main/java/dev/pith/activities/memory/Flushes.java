package dev.pith.activities.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Table {@code flush}: ranges of messages whose memories are written or due. */
public interface Flushes {

    /**
     * Requests a flush of all messages up to {@code through} not yet flushed. Idempotent; locks the conversation row,
     * so ranges never overlap.
     *
     * @param compaction the compaction that requests it; null if requested by hand
     * @param model the model request as JSON; null without a model
     * @return the number of inserted rows, 0 or 1
     */
    @SqlUpdate("""
            with due as (
              select id, flushed_through as done from conversation
              where id = :conversation and flushed_through < :through
              for update),
            marked as (
              update conversation set flushed_through = :through from due where conversation.id = due.id)
            insert into flush (conversation, from_seq, to_seq, day, compaction, model)
            select :conversation, due.done + 1, :through,
                   (select coalesce(m.created, now()) at time zone 'UTC' from message m
                    where m.conversation = :conversation and m.seq = :through)::date,
                   :compaction, :model::jsonb
            from due
            """)
    int request(
            @Bind("conversation") String conversation,
            @Bind("through") long through,
            @Bind("compaction") @Nullable String compaction,
            @Bind("model") @Nullable String model);

    @SqlQuery("""
            select * from flush where id = :id
            """)
    Optional<Flush> find(@Bind("id") long id);

    /** Returns a flush and locks its row until the transaction ends. */
    @SqlQuery("""
            select * from flush where id = :id for update
            """)
    Optional<Flush> lock(@Bind("id") long id);

    /** Returns the first range of a conversation that is due, and records the start of its first attempt. */
    @SqlQuery("""
            update flush set started = coalesce(started, clock_timestamp())
            where id = (select id from flush
                        where conversation = :conversation and state = 'pending' and due <= clock_timestamp()
                        order by from_seq limit 1)
            returning *
            """)
    Optional<Flush> startNext(@Bind("conversation") String conversation);

    /** Returns the earliest time at which a pending range of a conversation is due; empty if none is pending. */
    @SqlQuery("""
            select due from flush where conversation = :conversation and state = 'pending' order by due limit 1
            """)
    Optional<Instant> nextDue(@Bind("conversation") String conversation);

    /** Marks a flush as done; has no effect if it already is. */
    @SqlUpdate("""
            update flush set state = 'done', memories = :memories, error = null, ended = clock_timestamp()
            where id = :id and state <> 'done'
            """)
    int done(@Bind("id") long id, @Bind("memories") int memories);

    /** Postpones a pending flush without counting an attempt. */
    @SqlUpdate("""
            update flush set due = :due, error = :error where id = :id and state = 'pending'
            """)
    int postpone(@Bind("id") long id, @Bind("due") Instant due, @Bind("error") String error);

    /** Records a failed attempt; has no effect if that attempt is already recorded. */
    @SqlUpdate("""
            update flush set attempts = :attempt, due = :due, error = :error
            where id = :id and state = 'pending' and attempts < :attempt
            """)
    int failed(
            @Bind("id") long id, @Bind("attempt") int attempt, @Bind("due") Instant due, @Bind("error") String error);

    /** Switches a pending flush to extraction without a model, due now and with its attempts reset. */
    @SqlUpdate("""
            update flush set model = null, asked = asked + 1, attempts = 0, due = clock_timestamp(), error = :error
            where id = :id and state = 'pending' and model is not null
            """)
    int withoutModel(@Bind("id") long id, @Bind("error") String error);

    /** Marks a pending flush as failed; it stays so until it is requested again. */
    @SqlUpdate("""
            update flush set state = 'failed', attempts = :attempt, error = :error, ended = clock_timestamp()
            where id = :id and state = 'pending'
            """)
    int giveUp(@Bind("id") long id, @Bind("attempt") int attempt, @Bind("error") String error);

    /** Shortens a pending flush to the first half of its range, for a split. */
    @SqlUpdate("""
            update flush set to_seq = :through where id = :id and state = 'pending'
            """)
    int shorten(@Bind("id") long id, @Bind("through") long through);

    /**
     * Inserts a flush for the second half of a split: due now, without attempts; day, compaction, model and creation
     * time are those of the first half.
     */
    @SqlUpdate("""
            insert into flush (conversation, from_seq, to_seq, day, compaction, model, created)
            select conversation, :from, :to, day, compaction, model, created from flush where id = :id
            """)
    int rest(@Bind("id") long id, @Bind("from") long from, @Bind("to") long to);

    /** Returns the last message of the first half of a range, halved by tokens. */
    @SqlQuery("""
            select coalesce(max(seq), :from) from (
              select seq, sum(tokens) over (order by seq) as through, sum(tokens) over () as whole
              from message where conversation = :conversation and seq between :from and :to) each
            where through * 2 <= whole and seq < :to
            """)
    long middle(@Bind("conversation") String conversation, @Bind("from") long from, @Bind("to") long to);

    /** Returns the ids of conversations with pending flushes. */
    @SqlQuery("""
            select distinct conversation from flush where state = 'pending' order by conversation
            """)
    List<String> waiting();

    /** Returns the flushes that are not done, of one conversation or (null) of all, oldest first. */
    @SqlQuery("""
            select * from flush
            where state <> 'done' and (:conversation::text is null or conversation = :conversation)
            order by created, conversation, from_seq
            """)
    List<Flush> open(@Bind("conversation") @Nullable String conversation);

    /** Returns the flushes of a conversation in the order of their ranges; done ones are purged after 30 days. */
    @SqlQuery("""
            select * from flush where conversation = :conversation order by from_seq
            """)
    List<Flush> of(@Bind("conversation") String conversation);

    /** Returns the flushes of a conversation with the newest ranges, those first. */
    @SqlQuery("""
            select * from flush where conversation = :conversation order by from_seq desc limit :limit
            """)
    List<Flush> newest(@Bind("conversation") String conversation, @Bind("limit") int limit);

    /**
     * Makes all flushes of a conversation that are not done due now, with the given model and their attempts reset.
     *
     * @return the number of flushes
     */
    @SqlUpdate("""
            update flush set state = 'pending', asked = asked + 1, attempts = 0, due = clock_timestamp(), model = :model::jsonb, ended = null
            where conversation = :conversation and state <> 'done'
            """)
    int again(@Bind("conversation") String conversation, @Bind("model") @Nullable String model);

    /**
     * Deletes up to {@code limit} flushes that were done more than 30 days ago. The conversation's
     * {@code flushed_through} still records that their messages were flushed.
     *
     * @return the number of deleted rows
     */
    @SqlUpdate("""
            delete from flush where id = any(array(
              select id from flush where ended < now() - interval '30 days' and state = 'done' limit :limit))
            """)
    int purge(@Bind("limit") int limit);
}

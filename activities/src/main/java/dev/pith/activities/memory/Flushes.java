package dev.pith.activities.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Table {@code flush}: ranges of messages whose memories are written or due. */
@RegisterConstructorMapper(Flush.class)
public interface Flushes {

    /**
     * Asks for what is not flushed yet up to a message; asked twice, it adds nothing. What stands at a message that is in no
     * range any more stays as it is: ranges of a conversation never overlap, because the row is held before it is read.
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

    /** Holds the row until the transaction ends. */
    @SqlQuery("""
            select * from flush where id = :id for update
            """)
    Optional<Flush> lock(@Bind("id") long id);

    /** The first range of a conversation that is due, which counts as started. */
    @SqlQuery("""
            update flush set started = coalesce(started, clock_timestamp())
            where id = (select id from flush
                        where conversation = :conversation and state = 'pending' and due <= clock_timestamp()
                        order by from_seq limit 1)
            returning *
            """)
    Optional<Flush> startNext(@Bind("conversation") String conversation);

    /** When a conversation's first pending range is due. */
    @SqlQuery("""
            select due from flush where conversation = :conversation and state = 'pending' order by due limit 1
            """)
    Optional<Instant> nextDue(@Bind("conversation") String conversation);

    @SqlUpdate("""
            update flush set state = 'done', memories = :memories, error = null, ended = clock_timestamp()
            where id = :id and state <> 'done'
            """)
    int done(@Bind("id") long id, @Bind("memories") int memories);

    /** Not before a moment. */
    @SqlUpdate("""
            update flush set due = :due, error = :error where id = :id and state = 'pending'
            """)
    int postpone(@Bind("id") long id, @Bind("due") Instant due, @Bind("error") String error);

    /** Records that an attempt failed, once for each attempt. */
    @SqlUpdate("""
            update flush set attempts = :attempt, due = :due, error = :error
            where id = :id and state = 'pending' and attempts < :attempt
            """)
    int failed(
            @Bind("id") long id, @Bind("attempt") int attempt, @Bind("due") Instant due, @Bind("error") String error);

    /** It goes on without its model, from its first attempt. */
    @SqlUpdate("""
            update flush set model = null, asked = asked + 1, attempts = 0, due = clock_timestamp(), error = :error
            where id = :id and state = 'pending' and model is not null
            """)
    int withoutModel(@Bind("id") long id, @Bind("error") String error);

    /** Nobody tries it again until somebody asks. */
    @SqlUpdate("""
            update flush set state = 'failed', attempts = :attempt, error = :error, ended = clock_timestamp()
            where id = :id and state = 'pending'
            """)
    int giveUp(@Bind("id") long id, @Bind("attempt") int attempt, @Bind("error") String error);

    /** The first half of a split. */
    @SqlUpdate("""
            update flush set to_seq = :through where id = :id and state = 'pending'
            """)
    int shorten(@Bind("id") long id, @Bind("through") long through);

    /** The second half of a split: the rest of the messages, with everything else as the first half has it. */
    @SqlUpdate("""
            insert into flush (conversation, from_seq, to_seq, day, compaction, model, created)
            select conversation, :from, :to, day, compaction, model, created from flush where id = :id
            """)
    int rest(@Bind("id") long id, @Bind("from") long from, @Bind("to") long to);

    /** Where the tokens of a range are halved: the last message of its first half. */
    @SqlQuery("""
            select coalesce(max(seq), :from) from (
              select seq, sum(tokens) over (order by seq) as through, sum(tokens) over () as whole
              from message where conversation = :conversation and seq between :from and :to) each
            where through * 2 <= whole and seq < :to
            """)
    long middle(@Bind("conversation") String conversation, @Bind("from") long from, @Bind("to") long to);

    /** Conversations with ranges that are still to be flushed. */
    @SqlQuery("""
            select distinct conversation from flush where state = 'pending' order by conversation
            """)
    List<String> waiting();

    /** What is not done, of one conversation or of all, in order. */
    @SqlQuery("""
            select * from flush
            where state <> 'done' and (:conversation::text is null or conversation = :conversation)
            order by created, conversation, from_seq
            """)
    List<Flush> open(@Bind("conversation") @Nullable String conversation);

    /** The ranges of a conversation that its flushes were asked for, in order; done ones as long as they are kept. */
    @SqlQuery("""
            select * from flush where conversation = :conversation order by from_seq
            """)
    List<Flush> of(@Bind("conversation") String conversation);

    /** What waits or was given up is due at once, with the model that somebody chose now. */
    @SqlUpdate("""
            update flush set state = 'pending', asked = asked + 1, attempts = 0, due = clock_timestamp(), model = :model::jsonb, ended = null
            where conversation = :conversation and state <> 'done'
            """)
    int again(@Bind("conversation") String conversation, @Bind("model") @Nullable String model);

    /**
     * Forgets up to as many that were done long ago. What was flushed is known by the conversation's own mark.
     *
     * @return how many there were
     */
    @SqlUpdate("""
            delete from flush where id = any(array(
              select id from flush where ended < now() - interval '30 days' and state = 'done' limit :limit))
            """)
    int purge(@Bind("limit") int limit);
}

package dev.pith.activities.store;

import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Table {@code flush}: the ranges whose memories are still to be written. */
public interface Flushes {

    /** Asks for what is not flushed yet up to a message; asked twice, it adds nothing. */
    @SqlUpdate("""
            with due as (
              update conversation set flushed_through = :through
              where id = :conversation and flushed_through < :through
              returning (select before.flushed_through from conversation before where before.id = :conversation) as done)
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
}

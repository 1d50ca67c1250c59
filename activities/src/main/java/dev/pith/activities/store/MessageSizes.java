package dev.pith.activities.store;

import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.planning.MessageSize;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Streams the sizes of messages, so that a million of them are never in memory at once; must run in a transaction. */
public interface MessageSizes {

    /**
     * The tokens of a message; 0 for system messages, which stay in the context, so that compaction saves nothing on
     * them. A pruned message counts as it stands in the context.
     */
    String TOKENS = """
            case when role in ('system', 'developer') then 0
                 when seq <@ :pruned::int8multirange then coalesce(
                   (select shown.tokens from pruned_result shown
                    where shown.conversation = message.conversation and shown.seq = message.seq), tokens)
                 else tokens end""";

    /**
     * The columns that planning needs. A cut before a message is safe if no message from it on is tied to an earlier
     * one.
     */
    String SIZED = "select seq, " + TOKENS + """
             as tokens, origin = 'person' as person, origin = 'native_summary' as native_summary,
                   seq <= min(coalesce(binds_from, seq)) over (order by seq desc) as safe_start
            from message
            where conversation = :conversation and seq between :from and :to
              and not seq <@ :without::int8multirange
            """;

    /** Streams the sizes of a range without the ranges in {@code without}, newest first. */
    @SqlQuery(SIZED + "order by seq desc")
    @FetchSize(1000)
    Stream<MessageSize> backward(
            @Bind("conversation") String conversation,
            @Bind("from") long from,
            @Bind("to") long to,
            @Bind("without") Ranges without,
            @Bind("pruned") Ranges pruned);

    /** Streams the sizes of a range without the ranges in {@code without}, oldest first. */
    @SqlQuery("select * from (" + SIZED + ") sized order by seq")
    @FetchSize(1000)
    Stream<MessageSize> forward(
            @Bind("conversation") String conversation,
            @Bind("from") long from,
            @Bind("to") long to,
            @Bind("without") Ranges without,
            @Bind("pruned") Ranges pruned);

    /** Returns the tokens of the system messages as a context has them: a repeated one counts once. */
    @SqlQuery("""
            select coalesce(sum(tokens), 0) from (
              select distinct on (parts) tokens from message
              where conversation = :conversation and role in ('system', 'developer')
                and not seq <@ :without::int8multirange) once
            """)
    long systemTokens(@Bind("conversation") String conversation, @Bind("without") Ranges without);
}

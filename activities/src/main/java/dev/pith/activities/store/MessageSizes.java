package dev.pith.activities.store;

import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.planning.MessageSize;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The sizes of messages, streamed, so that a million of them never stand in memory. For use inside a transaction. */
@RegisterConstructorMapper(MessageSize.class)
public interface MessageSizes {

    /** A cut before a message is safe where no later message is tied to an earlier one. */
    @SqlQuery("""
            select seq, tokens, origin = 'person' as person, origin = 'native_summary' as native_summary,
                   seq <= min(coalesce(binds_from, seq)) over (order by seq desc) as safe_start
            from message
            where conversation = :conversation and seq between :from and :to
              and not seq <@ :without::int8multirange
            order by seq desc
            """)
    @FetchSize(1000)
    Stream<MessageSize> backward(
            @Bind("conversation") String conversation,
            @Bind("from") long from,
            @Bind("to") long to,
            @Bind("without") Ranges without);

    @SqlQuery("""
            select * from (
              select seq, tokens, origin = 'person' as person, origin = 'native_summary' as native_summary,
                     seq <= min(coalesce(binds_from, seq)) over (order by seq desc) as safe_start
              from message
              where conversation = :conversation and seq between :from and :to
                and not seq <@ :without::int8multirange) sized
            order by seq
            """)
    @FetchSize(1000)
    Stream<MessageSize> forward(
            @Bind("conversation") String conversation,
            @Bind("from") long from,
            @Bind("to") long to,
            @Bind("without") Ranges without);
}

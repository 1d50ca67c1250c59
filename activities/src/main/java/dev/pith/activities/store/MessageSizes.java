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

    /** System messages stay in the context whatever is summarized: nothing can be saved on them. */
    String TOKENS = "case when role in ('system', 'developer') then 0 else tokens end";

    /** What planning needs to know of messages; a cut before one is safe where no later one is tied to an earlier one. */
    String SIZED = "select seq, " + TOKENS + """
             as tokens, origin = 'person' as person, origin = 'native_summary' as native_summary,
                   seq <= min(coalesce(binds_from, seq)) over (order by seq desc) as safe_start
            from message
            where conversation = :conversation and seq between :from and :to
              and not seq <@ :without::int8multirange
            """;

    @SqlQuery(SIZED + "order by seq desc")
    @FetchSize(1000)
    Stream<MessageSize> backward(
            @Bind("conversation") String conversation,
            @Bind("from") long from,
            @Bind("to") long to,
            @Bind("without") Ranges without);

    @SqlQuery("select * from (" + SIZED + ") sized order by seq")
    @FetchSize(1000)
    Stream<MessageSize> forward(
            @Bind("conversation") String conversation,
            @Bind("from") long from,
            @Bind("to") long to,
            @Bind("without") Ranges without);
}

package dev.pith.activities.store;

import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.StoredMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Table {@code message}, for reading; an import writes it. */
@RegisterRowMapper(StoredMessageMapper.class)
@RegisterConstructorMapper(Messages.Known.class)
@RegisterConstructorMapper(Messages.Tie.class)
public interface Messages {

    /** The id of the message that a row is a revision of, else its own: an import appends 20 hex digits to a revised id. */
    String ORIGINAL = "regexp_replace(uid, '~[0-9a-f]{20}$', '')";

    /** A message that is in the store already. */
    record Known(long seq, String uid, String fingerprint) {}

    /** What ties a message to others: the reply it belongs to and the calls it makes. */
    record Tie(long seq, @Nullable String apiMessageId, List<String> calls) {}

    /** The messages of a range that are not abandoned, at most so many, in order. */
    @SqlQuery("""
            select * from message
            where conversation = :conversation and seq between :from and :to
              and not seq <@ :without::int8multirange
            order by seq limit :limit
            """)
    List<StoredMessage> page(
            @Bind("conversation") String conversation,
            @Bind("from") long from,
            @Bind("to") long to,
            @Bind("without") Ranges without,
            @Bind("limit") int limit);

    @SqlQuery("""
            select * from message where conversation = :conversation and seq = :seq
            """)
    Optional<StoredMessage> at(@Bind("conversation") String conversation, @Bind("seq") long seq);

    /** What the messages of a range take that are not abandoned; system messages, which stay whatever comes, take 0. */
    @SqlQuery("select coalesce(sum(" + MessageSizes.TOKENS + """
            ), 0) from message
            where conversation = :conversation and seq between :from and :to
              and not seq <@ :without::int8multirange
            """)
    long tokens(
            @Bind("conversation") String conversation,
            @Bind("from") long from,
            @Bind("to") long to,
            @Bind("without") Ranges without);

    /** How many messages of a range are not abandoned. */
    @SqlQuery("""
            select count(*) from message
            where conversation = :conversation and seq between :from and :to
              and not seq <@ :without::int8multirange
            """)
    long count(
            @Bind("conversation") String conversation,
            @Bind("from") long from,
            @Bind("to") long to,
            @Bind("without") Ranges without);

    /** The last message up to the mark that a person wrote and that is not abandoned; its index wants the {@code seq > 0}. */
    @SqlQuery("""
            select * from message
            where conversation = :conversation and origin = 'person' and seq > 0 and seq <= :mark
              and not seq <@ :without::int8multirange
            order by seq desc limit 1
            """)
    Optional<StoredMessage> lastOfPerson(
            @Bind("conversation") String conversation, @Bind("mark") long mark, @Bind("without") Ranges without);

    /** The messages that instruct the model and are not abandoned, in order; see {@code Role.isSystem()}. */
    @SqlQuery("""
            select * from message
            where conversation = :conversation and role in ('system', 'developer')
              and not seq <@ :without::int8multirange
            order by seq
            """)
    List<StoredMessage> ofSystem(@Bind("conversation") String conversation, @Bind("without") Ranges without);

    /** One look into the index for each: a plan that reads the conversation instead grows with it, batch for batch. */
    @SqlQuery("""
            select found.* from unnest(:uids) wanted
            cross join lateral (
              select seq, uid, encode(fingerprint, 'hex') as fingerprint
              from message where conversation = :conversation and uid = wanted offset 0) found
            """)
    List<Known> known(@Bind("conversation") String conversation, @Bind("uids") List<String> uids);

    @SqlQuery("""
            select seq, uid, encode(fingerprint, 'hex') as fingerprint from message
            where conversation = :conversation and seq between :from and :to order by seq
            """)
    List<Known> inOrder(@Bind("conversation") String conversation, @Bind("from") long from, @Bind("to") long to);

    /** The messages of a range that were said anew later, where that is not left behind itself. It reads all ids. */
    @SqlQuery("select seq from (select seq, max(seq) over (partition by " + ORIGINAL + """
            ) as newest from message where conversation = :conversation) message
            where seq between :from and :to and seq < newest and not newest <@ :without::int8multirange
            """)
    List<Long> saidAnew(
            @Bind("conversation") String conversation,
            @Bind("from") long from,
            @Bind("to") long to,
            @Bind("without") Ranges without);

    /** The same as ranges: where a summary of them leaves the context, they must not come back beside what changed them. */
    default Ranges revised(String conversation, long from, long to, Ranges without) {
        return saidAnew(conversation, from, to, without).stream()
                .map(seq -> Ranges.of(seq, seq))
                .reduce(Ranges.NONE, Ranges::plus);
    }

    /** The newest revision of each message that has one. It reads all ids: few imports change what they sent before. */
    @SqlQuery("select " + ORIGINAL + " as uid, max(seq) as seq from message"
            + " where conversation = :conversation and uid <> " + ORIGINAL
            + " and " + ORIGINAL + " = any(:uids) group by 1")
    @KeyColumn("uid")
    @ValueColumn("seq")
    Map<String, Long> newestRevisions(@Bind("conversation") String conversation, @Bind("uids") List<String> uids);

    /** The last message of a person under each parent that has one. */
    @SqlQuery("""
            select wanted as parent_uid, found.seq from unnest(:parentUids) wanted
            cross join lateral (
              select max(seq) as seq from (
                select seq from message
                where conversation = :conversation and origin = 'person' and parent_uid = wanted offset 0) persons) found
            where found.seq is not null
            """)
    @KeyColumn("parent_uid")
    @ValueColumn("seq")
    Map<String, Long> personsUnder(
            @Bind("conversation") String conversation, @Bind("parentUids") List<String> parentUids);

    @SqlQuery("""
            select seq, api_message_id,
                   array(select part ->> 'callId' from jsonb_array_elements(parts) part
                         where part ->> 'type' = 'tool_call') as calls
            from message where conversation = :conversation and seq > :after order by seq
            """)
    List<Tie> tiesAfter(@Bind("conversation") String conversation, @Bind("after") long after);
}

package dev.pith.activities.store;

import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.StoredMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Reads table {@code message}; package {@code intake} writes it. */
@RegisterRowMapper(StoredMessageMapper.class)
public interface Messages {

    /**
     * The id without the revision suffix: for a revised message, an import appends {@code ~} and 20 hex digits to the
     * id.
     */
    String ORIGINAL = "regexp_replace(uid, '~[0-9a-f]{20}$', '')";

    /** The key and fingerprint of a stored message. */
    record Known(long seq, String uid, String fingerprint) {}

    /** What ties a message to others: the id of the model reply that it belongs to, and the calls it makes. */
    record Tie(long seq, @Nullable String apiMessageId, List<String> calls) {}

    /** Returns up to {@code limit} messages of a range in order, without the ranges in {@code without}. */
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

    /**
     * Returns up to {@code limit} messages of a range in order. Ends after the message with which their parts together
     * take more than so many bytes, as text.
     */
    @SqlQuery("""
            select * from message
            where conversation = :conversation and seq between :from and :to
              and seq <= coalesce(
                (select min(seq) from (
                   select seq, sum(octet_length(parts::text)) over (order by seq) as bytes from message
                   where conversation = :conversation and seq between :from and :to order by seq limit :limit) each
                 where each.bytes > :bytes), :to)
            order by seq limit :limit
            """)
    List<StoredMessage> pageWithin(
            @Bind("conversation") String conversation,
            @Bind("from") long from,
            @Bind("to") long to,
            @Bind("limit") int limit,
            @Bind("bytes") long bytes);

    @SqlQuery("""
            select * from message where conversation = :conversation and seq = :seq
            """)
    Optional<StoredMessage> at(@Bind("conversation") String conversation, @Bind("seq") long seq);

    /**
     * Returns the tokens of a range without the ranges in {@code without}; system messages, which stay in the context,
     * count 0, and those in the ranges of {@code pruned} count as they stand in the context.
     */
    @SqlQuery("select coalesce(sum(" + MessageSizes.TOKENS + """
            ), 0) from message
            where conversation = :conversation and seq between :from and :to
              and not seq <@ :without::int8multirange
            """)
    long tokens(
            @Bind("conversation") String conversation,
            @Bind("from") long from,
            @Bind("to") long to,
            @Bind("without") Ranges without,
            @Bind("pruned") Ranges pruned);

    /** Returns the number of messages of a range without the ranges in {@code without}. */
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

    /**
     * Returns the last message of a person up to {@code mark} outside of {@code without}. {@code seq > 0} selects the
     * partial index.
     */
    @SqlQuery("""
            select * from message
            where conversation = :conversation and origin = 'person' and seq > 0 and seq <= :mark
              and not seq <@ :without::int8multirange
            order by seq desc limit 1
            """)
    Optional<StoredMessage> lastOfPerson(
            @Bind("conversation") String conversation, @Bind("mark") long mark, @Bind("without") Ranges without);

    /** Returns the system messages outside of {@code without}, in order; see {@code Role.isSystem()}. */
    @SqlQuery("""
            select * from message
            where conversation = :conversation and role in ('system', 'developer')
              and not seq <@ :without::int8multirange
            order by seq
            """)
    List<StoredMessage> ofSystem(@Bind("conversation") String conversation, @Bind("without") Ranges without);

    /**
     * Returns the stored messages with these ids. The lateral join forces one index lookup for each id: a scan of the
     * conversation would make every batch slower as it grows.
     */
    @SqlQuery("""
            select found.* from unnest(:uids) wanted
            cross join lateral (
              select seq, uid, encode(fingerprint, 'hex') as fingerprint
              from message where conversation = :conversation and uid = wanted offset 0) found
            """)
    List<Known> known(@Bind("conversation") String conversation, @Bind("uids") List<String> uids);

    /** Returns the keys and fingerprints of a range, in order. */
    @SqlQuery("""
            select seq, uid, encode(fingerprint, 'hex') as fingerprint from message
            where conversation = :conversation and seq between :from and :to order by seq
            """)
    List<Known> inOrder(@Bind("conversation") String conversation, @Bind("from") long from, @Bind("to") long to);

    /**
     * Returns the messages of a range that have a later revision outside of {@code without}. Reads all ids of the
     * conversation.
     */
    @SqlQuery("select seq from (select seq, max(seq) over (partition by " + ORIGINAL + """
            ) as newest from message where conversation = :conversation) message
            where seq between :from and :to and seq < newest and not newest <@ :without::int8multirange
            """)
    List<Long> saidAnew(
            @Bind("conversation") String conversation,
            @Bind("from") long from,
            @Bind("to") long to,
            @Bind("without") Ranges without);

    /**
     * Returns {@link #saidAnew} as ranges: if a summary of them leaves the context, they must not reappear beside their
     * revisions.
     */
    default Ranges revised(String conversation, long from, long to, Ranges without) {
        return saidAnew(conversation, from, to, without).stream()
                .map(seq -> Ranges.of(seq, seq))
                .reduce(Ranges.NONE, Ranges::plus);
    }

    /**
     * Returns the newest revision of each message that has one, by original id. Reads all ids of the conversation,
     * which few imports need.
     */
    @SqlQuery("select " + ORIGINAL + " as uid, max(seq) as seq from message"
            + " where conversation = :conversation and uid <> " + ORIGINAL
            + " and " + ORIGINAL + " = any(:uids) group by 1")
    @KeyColumn("uid")
    @ValueColumn("seq")
    Map<String, Long> newestRevisions(@Bind("conversation") String conversation, @Bind("uids") List<String> uids);

    /** Returns the last message of a person under each parent that has one, by the parent's id. */
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

    /** Returns the ties of the messages after {@code after}, in order. */
    @SqlQuery("""
            select seq, api_message_id,
                   array(select part ->> 'callId' from jsonb_array_elements(parts) part
                         where part ->> 'type' = 'tool_call') as calls
            from message where conversation = :conversation and seq > :after order by seq
            """)
    List<Tie> tiesAfter(@Bind("conversation") String conversation, @Bind("after") long after);
}

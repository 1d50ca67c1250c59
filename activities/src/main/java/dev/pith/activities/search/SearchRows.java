package dev.pith.activities.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** What a search index reads of the store, apart from messages and summaries. */
interface SearchRows {

    /**
     * A conversation that changed.
     *
     * @param messages how many it has now
     * @param summaries its live summaries, in order
     */
    record Changed(
            String conversation,
            long messages,
            List<String> summaries,
            @Nullable String gist) {}

    /** A memory; {@code source} is the origin of its messages. */
    record Remembered(
            String id, String conversation, long toSeq, LocalDate day, String source, String text, boolean holds) {}

    /** The summary that covers a message now. */
    record Covering(String conversation, long seq, String summary) {}

    /** Returns the oldest transaction that still runs: rows of older ones are visible to every later statement. */
    @SqlQuery("""
            select pg_snapshot_xmin(pg_current_snapshot())::text::bigint
            """)
    long watermark();

    @SqlQuery("""
            select c.id as conversation, c.messages, coalesce(v.summaries, '{}') as summaries, c.gist
            from conversation c
            left join context_version v on v.conversation = c.id and v.version = c.context_version
            where c.changed >= :since::text::xid8
            order by c.changed, c.id
            """)
    List<Changed> conversations(@Bind("since") long since);

    @SqlQuery("""
            select id, conversation, to_seq, day, source, text, state in ('active', 'edited') as holds
            from memory where changed >= :since::text::xid8
            order by changed, id
            """)
    List<Remembered> memories(@Bind("since") long since);

    @SqlQuery("""
            select id, conversation, to_seq, day, source, text, true as holds from memory
            where id = any(:ids) and state in ('active', 'edited')
            """)
    List<Remembered> memories(@Bind("ids") List<String> ids);

    /** Returns the conversations that pass the filters on project, source and branch. */
    @SqlQuery("""
            select id from conversation
            where (:project::text is null or project = :project or starts_with(project, rtrim(:project, '/') || '/'))
              and (:source::text is null or source = :source)
              and (:branch::text is null or branch = :branch)
            """)
    List<String> passing(@BindMethods SearchQuery query);

    /** Returns, for each of these messages that has one, the live summary that covers it. */
    @SqlQuery("""
            select asked.conversation, asked.seq, s.id as summary
            from unnest(:conversations::text[], :seqs::bigint[]) asked (conversation, seq)
            join conversation c on c.id = asked.conversation
            join context_version v on v.conversation = c.id and v.version = c.context_version
            join summary s on s.id = any(v.summaries) and asked.seq between s.from_seq and s.to_seq
            where not asked.seq <@ v.abandoned
            """)
    List<Covering> covering(@Bind("conversations") List<String> conversations, @Bind("seqs") List<Long> seqs);

    /** Returns the time of a memory's day for comparison with message times. */
    static Instant time(LocalDate day) {
        return day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
    }
}

package dev.pith.activities.store;

import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.Summary;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Tables {@code summary} and {@code summary_source}. */
public interface Summaries {

    /** A source of a summary: another summary, or (null) the messages of the range. */
    record Source(@Nullable String sourceSummary, long fromSeq, long toSeq) {}

    @SqlQuery("""
            select * from summary where id = :id
            """)
    Optional<Summary> find(@Bind("id") String id);

    /** Returns all summaries of a conversation, gists included, oldest first. */
    @SqlQuery("""
            select * from summary where conversation = :conversation order by created, level, from_seq, id
            """)
    List<Summary> of(@Bind("conversation") String conversation);

    /** Returns the summaries with these ids, in the order of the ids; missing ones are left out. */
    @SqlQuery("""
            select s.* from unnest(:ids::text[]) with ordinality as live (id, position)
            join summary s on s.id = live.id order by live.position
            """)
    List<Summary> inOrder(@Bind("ids") List<String> ids);

    /** Returns what a summary was made from, in order. */
    @SqlQuery("""
            select source_summary, from_seq, to_seq from summary_source where summary = :summary order by position
            """)
    List<Source> sources(@Bind("summary") String summary);

    /** Returns up to as many summaries whose id starts so; an id has no character that LIKE treats specially. */
    @SqlQuery("""
            select * from summary where id like :prefix || '%' order by id limit :limit
            """)
    List<Summary> startingWith(@Bind("prefix") String prefix, @Bind("limit") int limit);

    @SqlUpdate("""
            insert into summary
              (id, conversation, compaction, kind, level, from_seq, to_seq, text, digest, tokens, earliest, latest, descendants,
               degraded, model, prompt_hash, focus)
            values
              (:id, :conversation, :compaction, :kind, :level, :fromSeq, :toSeq, :text, :digest::jsonb, :tokens, :earliest, :latest,
               :descendants, :degraded, :model, :promptHash, :focus)
            """)
    void insert(@BindMethods Summary summary);

    @SqlBatch("""
            insert into summary_source (summary, position, source_summary, from_seq, to_seq)
            values (:summary, :position, :sourceSummary, :fromSeq, :toSeq)
            """)
    void insertSources(
            @Bind("summary") String summary,
            @Bind("position") List<Integer> positions,
            @BindMethods List<Source> sources);

    /** Sets the earliest and latest times of a summary from its sources: earlier summaries and messages. */
    @SqlUpdate("""
            update summary s
            set earliest = dates.earliest, latest = dates.latest
            from (select min(each.earliest) as earliest, max(each.latest) as latest from (
                    select made.earliest, made.latest
                    from summary_source source join summary made on made.id = source.source_summary
                    where source.summary = :id
                    union all
                    select min(message.created), max(message.created)
                    from summary target
                    join summary_source source on source.summary = target.id and source.source_summary is null
                    join message on message.conversation = target.conversation
                                and message.seq between source.from_seq and source.to_seq
                    where target.id = :id) each) dates
            where s.id = :id
            """)
    void dateFromSources(@Bind("id") String id);

    /**
     * Deletes up to {@code limit} summaries staged by compactions that ended without using them, and that no summary,
     * context or gist refers to.
     *
     * @return the number of deleted rows
     */
    @SqlUpdate("""
            delete from summary where id = any(array(
              select s.id from compaction c join summary s on s.compaction = c.id
              where c.state = 'ended' and c.to_version is null
                and c.outcome not in ('COMPACTED', 'COMPACTED_DEGRADED', 'PREVIEWED')
                and not exists (select from summary_source made where made.source_summary = s.id)
                and not exists (select from conversation g where g.id = s.conversation and g.gist = s.id)
                and not exists (select from context_version v
                                where v.conversation = s.conversation and s.id = any(v.summaries))
              limit :limit))
            """)
    int purgeStaged(@Bind("limit") int limit);

    /**
     * Returns all ranges of messages that summaries were made from, directly or through other summaries, with
     * repetitions.
     */
    @SqlQuery("""
            with recursive made_from as (
              select source.* from summary_source source where source.summary = any(:summaries)
              union all
              select deeper.* from made_from join summary_source deeper on deeper.summary = made_from.source_summary)
            select from_seq as "from", to_seq as "to" from made_from where source_summary is null
            order by from_seq
            """)
    List<Ranges.Range> messageRanges(@Bind("summaries") List<String> summaries);

    /** Stores a summary with its sources and the dates that follow from them. */
    default void store(Summary summary, List<Source> sources) {
        insert(summary);
        insertSources(summary.id(), IntStream.range(0, sources.size()).boxed().toList(), sources);
        dateFromSources(summary.id());
    }
}

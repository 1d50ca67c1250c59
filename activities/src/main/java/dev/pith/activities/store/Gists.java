package dev.pith.activities.store;

import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The gists in table {@code summary}; column {@code conversation.gist} refers to the current one. */
public interface Gists {

    /**
     * Returns the current gist of a conversation and the earlier ones that it was made from, newest first; empty if
     * there is none.
     */
    @SqlQuery("""
            with recursive chain as (
              select gist as id, 0 as age from conversation where id = :conversation
              union all
              select earlier.id, chain.age + 1
              from chain
              join summary_source source on source.summary = chain.id
              join summary earlier on earlier.id = source.source_summary and earlier.kind = 'gist')
            select s.id, s.to_seq, s.tokens, s.degraded from chain join summary s on s.id = chain.id order by chain.age
            """)
    List<Gist> chain(@Bind("conversation") String conversation);

    /**
     * Deletes the gists of a conversation that the current one was not made from. Their rows of {@code summary_source}
     * are deleted with them, since gists refer to each other.
     *
     * @return the number of deleted gists
     */
    @SqlUpdate("""
            with recursive chain as (
              select gist as id from conversation where id = :conversation
              union all
              select source.source_summary
              from chain join summary_source source on source.summary = chain.id
              where source.source_summary is not null),
            forgotten as (
              select id from summary
              where conversation = :conversation and kind = 'gist'
                and id not in (select id from chain where id is not null)),
            sources as (
              delete from summary_source where summary in (select id from forgotten))
            delete from summary where id in (select id from forgotten)
            """)
    int forgetOthers(@Bind("conversation") String conversation);
}

package dev.pith.activities.store;

import dev.pith.activities.conversation.Summary;
import dev.pith.activities.planning.Condensation;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The staged layers of compactions: column {@code frontier} of table {@code compaction}. */
public interface Frontiers {

    /** Returns whether the leaves of a compaction are staged. */
    @SqlQuery("""
            select frontier is not null from compaction where id = :compaction
            """)
    boolean isStaged(@Bind("compaction") String compaction);

    /** Returns the summaries that would be live after the commit, in order; none before the leaves are staged. */
    @SqlQuery("""
            select s.* from compaction c
            cross join unnest(c.frontier) with ordinality as live (id, position)
            join summary s on s.id = live.id
            where c.id = :compaction order by live.position
            """)
    List<Summary> of(@Bind("compaction") String compaction);

    /** Returns the ids of the summaries that would be live after the commit, in order. */
    @SqlQuery("""
            select live.id from compaction c cross join unnest(c.frontier) with ordinality as live (id, position)
            where c.id = :compaction order by live.position
            """)
    List<String> ids(@Bind("compaction") String compaction);

    /**
     * Returns the sizes of these summaries, in order. A rolling one counts as level 1, since it was made from others.
     */
    @SqlQuery("""
            select case when s.kind = 'rolling' then 1 else s.level end as level, s.from_seq, s.to_seq, s.tokens
            from compaction c
            cross join unnest(c.frontier) with ordinality as live (id, position)
            join summary s on s.id = live.id
            where c.id = :compaction order by live.position
            """)
    List<Condensation.Node> nodes(@Bind("compaction") String compaction);

    /** Returns those that lie within a range of messages, in order. */
    @SqlQuery("""
            select s.* from compaction c join summary s on s.id = any(c.frontier)
            where c.id = :compaction and s.from_seq >= :from and s.to_seq <= :to order by s.from_seq
            """)
    List<Summary> within(@Bind("compaction") String compaction, @Bind("from") long from, @Bind("to") long to);

    /** Sets the staged layers of a running compaction; the caller holds the lock on its row. */
    @SqlUpdate("""
            update compaction set frontier = :summaries, degraded = degraded or :degraded
            where id = :compaction and state = 'running'
            """)
    void set(
            @Bind("compaction") String compaction,
            @Bind("summaries") List<String> summaries,
            @Bind("degraded") boolean degraded);
}

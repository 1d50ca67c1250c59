package dev.pith.activities.store;

import dev.pith.activities.conversation.Summary;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The staged layers of compactions: column {@code frontier} of table {@code compaction}. */
@RegisterConstructorMapper(Summary.class)
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

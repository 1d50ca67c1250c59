package dev.pith.activities.listing;

import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.RunState;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Reads pages of compactions. */
public interface CompactionPages {

    /**
     * Returns the compactions after a mark, newest first.
     *
     * @param state only those in this state; null for all
     * @param conversation only those of this conversation; null for all
     */
    @SqlQuery("""
            select r.* from compaction r
            where (r.started, '') <= (:time, '') and (r.started < :time or r.id > :id)
              and (:state::text is null or r.state = lower(:state))
              and (:conversation::text is null or r.conversation = :conversation)
            order by r.started desc, r.id limit :limit
            """)
    List<Compaction> after(
            @BindMethods PageMark mark,
            @Bind("state") @Nullable RunState state,
            @Bind("conversation") @Nullable String conversation,
            @Bind("limit") int limit);

    /** Returns the compactions that ended last, the newest end first. */
    @SqlQuery("""
            select r.* from compaction r
            where r.state = 'ended' order by r.ended desc, r.id limit :limit
            """)
    List<Compaction> endedLast(@Bind("limit") int limit);

    /** Returns the number of running compactions. */
    @SqlQuery("""
            select count(*) from compaction where state = 'running'
            """)
    long running();
}

package dev.pith.activities.automatic;

import dev.pith.activities.conversation.Ranges;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What the decision reads beside the context itself. */
interface AutomaticRows {

    /** Returns the last message when automatic compaction was paused; -1 if it is not paused. */
    @SqlQuery("""
            select coalesce(auto_paused_at, -1) from conversation where id = :conversation
            """)
    long pausedAt(@Bind("conversation") String conversation);

    /** Returns the last compaction by the source itself after a message; 0 without one. */
    @SqlQuery("""
            select coalesce(max(seq), 0) from message
            where conversation = :conversation and origin = 'native_summary' and seq > :after
              and not seq <@ :without::int8multirange
            """)
    long lastNativeSummary(
            @Bind("conversation") String conversation, @Bind("after") long after, @Bind("without") Ranges without);

    /** Returns the compactions that run, and those that looked at a message, newest first; no gists. */
    @SqlQuery("""
            select id, request, coalesce(to_version, from_version) as version, outcome, failure
            from compaction
            where conversation = :conversation and strategy <> 'GIST' and (state = 'running' or mark >= :mark)
            order by started desc, id
            """)
    List<EarlierCompaction> compactions(@Bind("conversation") String conversation, @Bind("mark") long mark);
}

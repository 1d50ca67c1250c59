package dev.pith.activities.listing;

import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Reads how far the chunks of a compaction are, as the store knows it. */
public interface ChunkCells {

    /** The most cells; with more chunks, one cell stands for several neighbors. */
    int MOST = 100;

    /**
     * Neighboring chunks.
     *
     * @param rung how the text of the last one was written; null if it has none
     * @param millis the time of their model calls; 0 without calls, or if the calls have been pruned
     */
    record Cell(int index, long chunks, long done, @Nullable String rung, long millis) {}

    /** Returns the cells of a compaction in the order of the messages, at most {@value #MOST}. */
    @SqlQuery("""
            select position * least(:most, count) / count as index,
                   count(*) as chunks, count(chunk_summary) as done, (array_agg(rung order by position desc))[1] as rung,
                   coalesce(sum((select sum(call.duration_ms) from model_call call
                                 where call.compaction = :compaction and call.work = cell.work)), 0) as millis
            from (select row_number() over (order by c.from_seq) - 1 as position, count(*) over () as count,
                         c.chunk_summary, s.rung,
                         'chunk ' || c.from_seq || ' to ' || c.to_seq as work
                  from chunk c left join chunk_summary s on s.id = c.chunk_summary
                  where c.compaction = :compaction) cell
            group by 1 order by 1
            """)
    List<Cell> of(@Bind("compaction") String compaction, @Bind("most") int most);
}

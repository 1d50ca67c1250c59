package dev.pith.activities.store;

import dev.pith.workflows.compaction.ChunkRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.BatchChunkSize;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Tables {@code chunk} and {@code chunk_summary}. */
public interface Chunks {

    @SqlBatch("""
            insert into chunk (compaction, index, from_seq, to_seq, tokens)
            values (:compaction, :index, :fromSeq, :toSeq, :tokens)
            """)
    @BatchChunkSize(1000)
    void insert(@Bind("compaction") String compaction, @BindMethods List<ChunkRef> chunks);

    /**
     * Returns the chunks with {@code indexes} consecutive indexes from {@code from} on, in the order of their ranges.
     */
    @SqlQuery("""
            select index, from_seq, to_seq, tokens from chunk
            where compaction = :compaction and index >= :from and index < :from + :indexes order by from_seq
            """)
    List<ChunkRef> page(@Bind("compaction") String compaction, @Bind("from") int from, @Bind("indexes") int indexes);

    /** Deletes the chunks that lie within a range. */
    @SqlUpdate("""
            delete from chunk where compaction = :compaction and from_seq >= :fromSeq and to_seq <= :toSeq
            """)
    int deleteWithin(@Bind("compaction") String compaction, @BindMethods ChunkRef chunk);

    /** Replaces all chunks that lie within a range; must run in a transaction to be atomic. */
    default void replace(String compaction, ChunkRef range, List<ChunkRef> others) {
        deleteWithin(compaction, range);
        insert(compaction, others);
    }

    /** Returns the chunks that lie within a chunk, in order: the chunk itself, or the parts that it was split into. */
    @SqlQuery("""
            select index, from_seq, to_seq, tokens from chunk
            where compaction = :compaction and from_seq >= :fromSeq and to_seq <= :toSeq order by from_seq
            """)
    List<ChunkRef> within(@Bind("compaction") String compaction, @BindMethods ChunkRef chunk);

    /** Returns whether any chunk of a compaction was summarized at a rung. */
    @SqlQuery("""
            select exists (select from chunk c join chunk_summary s on s.id = c.chunk_summary
                           where c.compaction = :compaction and s.rung = :rung)
            """)
    boolean anyAt(@Bind("compaction") String compaction, @Bind("rung") String rung);

    @SqlQuery("""
            select count(*) from chunk where compaction = :compaction
            """)
    int count(@Bind("compaction") String compaction);

    /** Returns the number of summarized chunks. */
    @SqlQuery("""
            select count(*) from chunk where compaction = :compaction and chunk_summary is not null
            """)
    int done(@Bind("compaction") String compaction);

    /** Returns the chunk summary under a key, whichever compaction stored it. */
    @SqlQuery("""
            select * from chunk_summary where conversation = :conversation and key = :key
            """)
    Optional<ChunkSummary> byKey(@Bind("conversation") String conversation, @Bind("key") String key);

    /** Streams the chunk summaries of a compaction in order; must run in a transaction. */
    @SqlQuery("""
            select s.* from chunk c join chunk_summary s on s.id = c.chunk_summary
            where c.compaction = :compaction order by c.from_seq
            """)
    @FetchSize(50)
    Stream<ChunkSummary> summaries(@Bind("compaction") String compaction);

    /** Returns up to {@code limit} chunk summaries of a compaction in order, from a message on. */
    @SqlQuery("""
            select s.* from chunk c join chunk_summary s on s.id = c.chunk_summary
            where c.compaction = :compaction and c.from_seq >= :from order by c.from_seq limit :limit
            """)
    List<ChunkSummary> summariesFrom(
            @Bind("compaction") String compaction, @Bind("from") long from, @Bind("limit") int limit);

    /** Stores a chunk summary unless one exists under its key; returns the number of stored rows, 0 or 1. */
    @SqlUpdate("""
            insert into chunk_summary
              (id, conversation, key, from_seq, to_seq, text, digest, tokens, rung, model, prompt_hash)
            values
              (:id, :conversation, :key, :fromSeq, :toSeq, :text, :digest::jsonb, :tokens, :rung, :model, :promptHash)
            on conflict (conversation, key) do nothing
            """)
    int insertSummary(@BindMethods ChunkSummary summary);

    /** Stores a chunk summary; returns the one under its key, which a concurrent attempt may have stored. */
    default ChunkSummary keep(ChunkSummary made) {
        return insertSummary(made) == 1
                ? made
                : byKey(made.conversation(), made.key()).orElseThrow();
    }

    /** Records the summary of a chunk. */
    @SqlUpdate("""
            update chunk set chunk_summary = :summary
            where compaction = :compaction and from_seq = :fromSeq and to_seq = :toSeq
            """)
    void done(@Bind("compaction") String compaction, @BindMethods ChunkRef chunk, @Bind("summary") String summary);
}

package dev.pith.activities.store;

import dev.pith.workflows.compaction.ChunkRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.BatchChunkSize;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Tables {@code chunk} and {@code chunk_summary}. */
@RegisterConstructorMapper(ChunkRef.class)
@RegisterConstructorMapper(ChunkSummary.class)
public interface Chunks {

    @SqlBatch("""
            insert into chunk (compaction, index, from_seq, to_seq, tokens)
            values (:compaction, :index, :fromSeq, :toSeq, :tokens)
            """)
    @BatchChunkSize(1000)
    void insert(@Bind("compaction") String compaction, @BindMethods List<ChunkRef> chunks);

    @SqlQuery("""
            select index, from_seq, to_seq, tokens from chunk
            where compaction = :compaction and index >= :from order by index limit :limit
            """)
    List<ChunkRef> page(@Bind("compaction") String compaction, @Bind("from") int from, @Bind("limit") int limit);

    @SqlQuery("""
            select count(*) from chunk where compaction = :compaction and chunk_summary is not null
            """)
    int done(@Bind("compaction") String compaction);

    /** The chunk summary under a key, whoever made it. */
    @SqlQuery("""
            select * from chunk_summary where conversation = :conversation and key = :key
            """)
    Optional<ChunkSummary> byKey(@Bind("conversation") String conversation, @Bind("key") String key);

    /** The chunk summaries of a compaction, in order, streamed. For use inside a transaction. */
    @SqlQuery("""
            select s.* from chunk c join chunk_summary s on s.id = c.chunk_summary
            where c.compaction = :compaction order by c.index
            """)
    @FetchSize(50)
    Stream<ChunkSummary> summaries(@Bind("compaction") String compaction);

    /** Another attempt may have stored the same in the meantime; then that one stays. */
    @SqlUpdate("""
            insert into chunk_summary
              (id, conversation, key, from_seq, to_seq, text, digest, tokens, rung, degraded, model)
            values
              (:id, :conversation, :key, :fromSeq, :toSeq, :text, :digest::jsonb, :tokens, :rung, :degraded, :model)
            on conflict (conversation, key) do nothing
            """)
    void insertSummary(@BindMethods ChunkSummary summary);

    @SqlUpdate("""
            update chunk set chunk_summary = :summary where compaction = :compaction and index = :index
            """)
    void done(@Bind("compaction") String compaction, @Bind("index") int index, @Bind("summary") String summary);
}

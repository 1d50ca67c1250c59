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
            where compaction = :compaction and index >= :from and index < :from + :indexes order by from_seq
            """)
    List<ChunkRef> page(@Bind("compaction") String compaction, @Bind("from") int from, @Bind("indexes") int indexes);

    /** Forgets the chunks that lie within one. */
    @SqlUpdate("""
            delete from chunk where compaction = :compaction and from_seq >= :fromSeq and to_seq <= :toSeq
            """)
    int deleteWithin(@Bind("compaction") String compaction, @BindMethods ChunkRef chunk);

    /** Others in the place of all chunks that lie within one. */
    default void replace(String compaction, ChunkRef range, List<ChunkRef> others) {
        deleteWithin(compaction, range);
        insert(compaction, others);
    }

    /** The chunks that lie within one, which is itself alone unless it was split. */
    @SqlQuery("""
            select index, from_seq, to_seq, tokens from chunk
            where compaction = :compaction and from_seq >= :fromSeq and to_seq <= :toSeq order by from_seq
            """)
    List<ChunkRef> within(@Bind("compaction") String compaction, @BindMethods ChunkRef chunk);

    /** Whether a chunk of a compaction was summarized at a rung. */
    @SqlQuery("""
            select exists (select from chunk c join chunk_summary s on s.id = c.chunk_summary
                           where c.compaction = :compaction and s.rung = :rung)
            """)
    boolean anyAt(@Bind("compaction") String compaction, @Bind("rung") String rung);

    @SqlQuery("""
            select count(*) from chunk where compaction = :compaction
            """)
    int count(@Bind("compaction") String compaction);

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
            where c.compaction = :compaction order by c.from_seq
            """)
    @FetchSize(50)
    Stream<ChunkSummary> summaries(@Bind("compaction") String compaction);

    /** The same from a message on, at most so many. */
    @SqlQuery("""
            select s.* from chunk c join chunk_summary s on s.id = c.chunk_summary
            where c.compaction = :compaction and c.from_seq >= :from order by c.from_seq limit :limit
            """)
    List<ChunkSummary> summariesFrom(
            @Bind("compaction") String compaction, @Bind("from") long from, @Bind("limit") int limit);

    /** How many were stored: none where another attempt has stored the same in the meantime, which then stays. */
    @SqlUpdate("""
            insert into chunk_summary
              (id, conversation, key, from_seq, to_seq, text, digest, tokens, rung, model, prompt_hash)
            values
              (:id, :conversation, :key, :fromSeq, :toSeq, :text, :digest::jsonb, :tokens, :rung, :model, :promptHash)
            on conflict (conversation, key) do nothing
            """)
    int insertSummary(@BindMethods ChunkSummary summary);

    /** Stores a chunk summary; answers with the one that stands under its key, which another attempt may have stored. */
    default ChunkSummary keep(ChunkSummary made) {
        return insertSummary(made) == 1
                ? made
                : byKey(made.conversation(), made.key()).orElseThrow();
    }

    @SqlUpdate("""
            update chunk set chunk_summary = :summary
            where compaction = :compaction and from_seq = :fromSeq and to_seq = :toSeq
            """)
    void done(@Bind("compaction") String compaction, @BindMethods ChunkRef chunk, @Bind("summary") String summary);
}

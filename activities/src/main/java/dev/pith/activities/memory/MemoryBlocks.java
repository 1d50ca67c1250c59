package dev.pith.activities.memory;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Table {@code memory_block}: the memories in the files of a folder, as last written or read. */
@RegisterConstructorMapper(MemoryBlocks.Shown.class)
public interface MemoryBlocks {

    /**
     * What a folder's file shows of a memory.
     *
     * @param hash of the block, as it was written or read last
     * @param state that the memory had then; forgotten where somebody took the block out of the file
     */
    record Shown(String memory, LocalDate day, String hash, MemoryState state) {

        /** Whether somebody took the block out. */
        public boolean removed() {
            return state == MemoryState.FORGOTTEN;
        }
    }

    /** Days whose file in a folder does not yet show what the rows say, oldest first. */
    @SqlQuery("""
            select distinct m.day from memory m
            left join memory_block b on b.memory = m.id and b.folder = :folder
            where (b.memory is null and m.state in ('active', 'edited'))
               or (b.memory is not null and b.state <> m.state)
            order by m.day
            """)
    List<LocalDate> behind(@Bind("folder") String folder);

    /** All of a folder, by day. */
    @SqlQuery("""
            select b.memory, m.day, b.hash, b.state from memory_block b join memory m on m.id = b.memory
            where b.folder = :folder
            order by m.day
            """)
    List<Shown> all(@Bind("folder") String folder);

    /** Those of one day in a folder. */
    @SqlQuery("""
            select b.memory, m.day, b.hash, b.state from memory_block b join memory m on m.id = b.memory
            where b.folder = :folder and m.day = :day
            """)
    List<Shown> ofDay(@Bind("folder") String folder, @Bind("day") LocalDate day);

    /** What stands in the folder's files now. */
    @SqlBatch("""
            insert into memory_block (folder, memory, hash, state) values (:folder, :memory, :hash, lower(:state))
            on conflict (folder, memory) do update set hash = excluded.hash, state = excluded.state
            """)
    void put(@Bind("folder") String folder, @BindMethods List<Shown> shown);

    /** What stands in the folder's files no more, or must be written again. */
    @SqlBatch("""
            delete from memory_block where folder = :folder and memory = :memory
            """)
    void remove(@Bind("folder") String folder, @Bind("memory") List<String> memories);
}

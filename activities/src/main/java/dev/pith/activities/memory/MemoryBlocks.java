package dev.pith.activities.memory;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Table {@code memory_block}: the memories in the files of a folder, as last written or read. */
public interface MemoryBlocks {

    /**
     * The recorded state of one memory's block in a folder's file.
     *
     * @param hash the hash of the block when it was last written or read; empty if a person removed the block
     * @param state the memory's state at that time; {@code FORGOTTEN} if a person removed the block from the file
     */
    record Shown(String memory, LocalDate day, String hash, MemoryState state) {

        /** Returns whether a person removed the block from the file. */
        public boolean removed() {
            return state == MemoryState.FORGOTTEN;
        }
    }

    /** Returns the days whose file in a folder does not show the current rows, oldest first. */
    @SqlQuery("""
            select distinct m.day from memory m
            left join memory_block b on b.memory = m.id and b.folder = :folder
            where (b.memory is null and m.state in ('active', 'edited'))
               or (b.memory is not null and b.state <> m.state)
            order by m.day
            """)
    List<LocalDate> behind(@Bind("folder") String folder);

    /** Returns all blocks of a folder, ordered by day. */
    @SqlQuery("""
            select b.memory, m.day, b.hash, b.state from memory_block b join memory m on m.id = b.memory
            where b.folder = :folder
            order by m.day
            """)
    List<Shown> all(@Bind("folder") String folder);

    /** Returns the blocks of one day in a folder. */
    @SqlQuery("""
            select b.memory, m.day, b.hash, b.state from memory_block b join memory m on m.id = b.memory
            where b.folder = :folder and m.day = :day
            """)
    List<Shown> ofDay(@Bind("folder") String folder, @Bind("day") LocalDate day);

    /** Records blocks that a folder's files contain now, or whose removal by a person was recognized. */
    @SqlBatch("""
            insert into memory_block (folder, memory, hash, state) values (:folder, :memory, :hash, lower(:state))
            on conflict (folder, memory) do update set hash = excluded.hash, state = excluded.state
            """)
    void put(@Bind("folder") String folder, @BindMethods List<Shown> shown);

    /** Removes the records of blocks that a folder's files no longer contain, or that must be written again. */
    @SqlBatch("""
            delete from memory_block where folder = :folder and memory = :memory
            """)
    void remove(@Bind("folder") String folder, @Bind("memory") List<String> memories);
}

package dev.pith.activities.store;

import dev.pith.activities.memory.Memory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Table {@code memory_block}: which memories stand in the files of a folder, and as what. */
@RegisterConstructorMapper(Memory.class)
public interface MemoryBlocks {

    /** Days whose file in a folder does not yet show what the rows say, oldest first. */
    @SqlQuery("""
            select distinct m.day from memory m
            left join memory_block b on b.memory = m.id and b.folder = :folder
            where (b.memory is null and m.state in ('active', 'edited'))
               or (b.memory is not null and b.state <> m.state)
            order by m.day
            """)
    List<LocalDate> behind(@Bind("folder") String folder);

    /** Days with blocks in a folder. */
    @SqlQuery("""
            select distinct m.day from memory_block b join memory m on m.id = b.memory where b.folder = :folder
            """)
    List<LocalDate> days(@Bind("folder") String folder);

    /** How many memories a folder's files do not show yet. */
    @SqlQuery("""
            select count(*) from memory m
            where m.state in ('active', 'edited')
              and not exists (select from memory_block b where b.memory = m.id and b.folder = :folder)
            """)
    long missing(@Bind("folder") String folder);

    /** The hashes of a day's blocks in a folder, by memory. */
    @SqlQuery("""
            select b.memory, b.hash from memory_block b join memory m on m.id = b.memory
            where b.folder = :folder and m.day = :day
            """)
    @KeyColumn("memory")
    @ValueColumn("hash")
    Map<String, String> ofDay(@Bind("folder") String folder, @Bind("day") LocalDate day);

    /** A block stands in the folder's file, written or read as this, when its memory was in this state. */
    @SqlUpdate("""
            insert into memory_block (folder, memory, hash, state) values (:folder, :memory, :hash, lower(:state))
            on conflict (folder, memory) do update set hash = excluded.hash, state = excluded.state
            """)
    void put(
            @Bind("folder") String folder,
            @Bind("memory") String memory,
            @Bind("hash") String hash,
            @Bind("state") String state);

    @SqlUpdate("""
            delete from memory_block where folder = :folder and memory = :memory
            """)
    void remove(@Bind("folder") String folder, @Bind("memory") String memory);
}

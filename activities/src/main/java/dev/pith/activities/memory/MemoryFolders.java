package dev.pith.activities.memory;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Table {@code memory_folder}: the folders that hold memory files of this store. */
@RegisterConstructorMapper(MemoryFolders.Row.class)
public interface MemoryFolders {

    /**
     * A folder.
     *
     * @param id as its marker file says
     * @param path where it was seen last
     * @param error what was wrong when it was written last; null where nothing was
     */
    record Row(String id, String path, @Nullable String error) {}

    @SqlQuery("""
            select id, path, error from memory_folder order by seen desc
            """)
    List<Row> all();

    @SqlQuery("""
            select id, path, error from memory_folder where path = :path order by seen desc limit 1
            """)
    Optional<Row> at(@Bind("path") String path);

    /** It is there; to the minute, so that looking every other second writes nothing. */
    @SqlUpdate("""
            insert into memory_folder as known (id, path) values (:id, :path)
            on conflict (id) do update set path = excluded.path, seen = now()
            where known.path <> excluded.path or known.seen < now() - interval '1 minute'
            """)
    void seen(@Bind("id") String id, @Bind("path") String path);

    /** What came of keeping it up. */
    @SqlUpdate("""
            update memory_folder set error = :error where id = :id and error is distinct from :error
            """)
    void wrote(@Bind("id") String id, @Bind("error") @Nullable String error);

    /** It is at this path no more, or cannot be looked into. */
    @SqlUpdate("""
            update memory_folder set error = :error where path = :path and error is distinct from :error
            """)
    void missed(@Bind("path") String path, @Bind("error") String error);
}

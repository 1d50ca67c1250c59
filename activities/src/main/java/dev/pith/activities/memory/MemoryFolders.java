package dev.pith.activities.memory;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Table {@code memory_folder}: the folders that hold memory files of this store. */
public interface MemoryFolders {

    /**
     * A folder with memory files.
     *
     * @param id the id in its marker file
     * @param path the path at which it was last seen
     * @param error the problem at the last synchronization; null if there was none
     */
    record Row(String id, String path, @Nullable String error) {}

    /** Returns all folders, the last seen first. */
    @SqlQuery("""
            select id, path, error from memory_folder order by seen desc
            """)
    List<Row> all();

    /** Returns the folder last seen at a path. */
    @SqlQuery("""
            select id, path, error from memory_folder where path = :path order by seen desc limit 1
            """)
    Optional<Row> at(@Bind("path") String path);

    /**
     * Records that a folder was seen at a path; at most once a minute, so that polling every other second writes
     * nothing.
     */
    @SqlUpdate("""
            insert into memory_folder as known (id, path) values (:id, :path)
            on conflict (id) do update set path = excluded.path, seen = now()
            where known.path <> excluded.path or known.seen < now() - interval '1 minute'
            """)
    void seen(@Bind("id") String id, @Bind("path") String path);

    /** Records the result of synchronizing a folder; the error is null if it succeeded. */
    @SqlUpdate("""
            update memory_folder set error = :error where id = :id and error is distinct from :error
            """)
    void wrote(@Bind("id") String id, @Bind("error") @Nullable String error);

    /** Records an error for the folder at a path that cannot be opened. */
    @SqlUpdate("""
            update memory_folder set error = :error where path = :path and error is distinct from :error
            """)
    void missed(@Bind("path") String path, @Bind("error") String error);
}

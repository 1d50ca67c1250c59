package dev.pith.activities.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Table {@code memory_folder}: the folders that this store's memory files are kept in. */
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

    @SqlUpdate("""
            insert into memory_folder (id, path) values (:id, :path)
            on conflict (id) do update set path = excluded.path, seen = now()
            """)
    void seen(@Bind("id") String id, @Bind("path") String path);

    @SqlUpdate("""
            update memory_folder set error = :error, seen = now() where id = :id
            """)
    void wrote(@Bind("id") String id, @Bind("error") @Nullable String error);
}

package dev.pith.activities.store;

import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Table {@code temporal}: the Temporal servers and namespaces that run the work of this store. */
public interface Temporals {

    /** Inserts a Temporal or updates its description for users. */
    @SqlUpdate("""
            insert into temporal (id, told) values (:id, :told)
            on conflict (id) do update set told = excluded.told where temporal.told <> excluded.told
            """)
    void note(@Bind("id") String id, @Bind("told") String told);

    /**
     * Returns the description of the Temporal that runs a compaction; empty if it is {@code own}, or was not recorded.
     */
    @SqlQuery("""
            select t.told from compaction c join temporal t on t.id = c.temporal
            where c.id = :compaction and t.id is distinct from :own
            """)
    Optional<String> otherOfCompaction(@Bind("compaction") String compaction, @Bind("own") @Nullable String own);

    /**
     * Returns the description of the Temporal that runs a backfill; empty if it is {@code own}, was not recorded, or
     * the backfill is not running.
     */
    @SqlQuery("""
            select t.told from backfill b join temporal t on t.id = b.temporal
            where b.name = :backfill and b.state = 'running' and t.id is distinct from :own
            """)
    Optional<String> otherOfBackfill(@Bind("backfill") String backfill, @Bind("own") @Nullable String own);
}

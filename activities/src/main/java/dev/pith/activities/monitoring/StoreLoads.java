package dev.pith.activities.monitoring;

import dev.pith.activities.gateway.EndpointLimiter;
import dev.pith.activities.store.Database;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Reads the load of a store: partial indexes hold what is running or waiting, so the time does not depend on the rest. */
public interface StoreLoads {

    /** Reads the load of a store. Blocks as long as the database does. */
    static StoreLoad of(Database database) {
        return database.table(StoreLoads.class).read(EndpointLimiter.BREAKER);
    }

    /**
     * Reads the load.
     *
     * @param breaker the consecutive failures that open a breaker
     */
    @SqlQuery("""
            select
              (select count(*) from compaction where state = 'running') as compactions,
              (select coalesce(extract(epoch from clock_timestamp() - min(started)), 0)::double precision
               from compaction where state = 'running') as oldest_seconds,
              (select count(*) from flush where state = 'pending') as flushes,
              (select count(*) from provider_state where cooldown_until > clock_timestamp()) as cooldowns,
              (select count(*) from provider_state
               where failures >= :breaker and updated > clock_timestamp() - interval '1 hour') as breakers,
              (select count(*) from backfill where state = 'running') as backfills,
              (select count(*) from backfill_item item join backfill on backfill.name = item.backfill
               where backfill.state = 'running' and item.state = 'waiting') as backfill_items
            """)
    StoreLoad read(@Bind("breaker") int breaker);
}

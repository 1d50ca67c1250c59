package dev.pith.activities.gateway;

import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Tables {@code provider_state} and {@code provider_permit}. */
public interface Providers {

    /** Inserts an endpoint, unless it is known. */
    @SqlUpdate("""
            insert into provider_state (endpoint) values (:endpoint) on conflict do nothing
            """)
    void know(@Bind("endpoint") String endpoint);

    @SqlQuery("""
            select * from provider_state where endpoint = :endpoint
            """)
    Optional<ProviderState> find(@Bind("endpoint") String endpoint);

    /**
     * Returns the state and locks its row until the transaction ends, so that two workers never count the same permits.
     */
    @SqlQuery("""
            select * from provider_state where endpoint = :endpoint for update
            """)
    ProviderState lock(@Bind("endpoint") String endpoint);

    @SqlUpdate("""
            update provider_state
            set permits = :permits, successes = :successes, failures = :failures, cooldown_until = :cooldownUntil,
                unavailable_since = :unavailableSince, context_window = :contextWindow, window_until = :windowUntil, error = :error, updated = now()
            where endpoint = :endpoint
            """)
    void update(@BindMethods ProviderState state);

    /** Returns the last error of a compaction's endpoint, which other compactions may have caused. */
    @SqlQuery("""
            select state.error from compaction
            join provider_state state on state.endpoint = compaction.request -> 'model' ->> 'endpoint'
            where compaction.id = :compaction and state.error is not null
            """)
    Optional<String> errorFor(@Bind("compaction") String compaction);

    @SqlUpdate("""
            update provider_state set dialect = :dialect::jsonb where endpoint = :endpoint
            """)
    void setDialect(@Bind("endpoint") String endpoint, @Bind("dialect") String dialect);

    @SqlQuery("""
            select dialect::text from provider_state where endpoint = :endpoint and dialect is not null
            """)
    Optional<String> dialect(@Bind("endpoint") String endpoint);

    /** Returns how many parallel calls the server reported; empty if it reports none. */
    @SqlQuery("""
            select slots from provider_state where endpoint = :endpoint and slots is not null
            """)
    Optional<Integer> slots(@Bind("endpoint") String endpoint);

    /** Returns whether the server was recently probed for its slots. */
    @SqlQuery("""
            select coalesce(slots_until > clock_timestamp(), false) from provider_state where endpoint = :endpoint
            """)
    boolean askedForSlots(@Bind("endpoint") String endpoint);

    /** Stores the reported slots, null without any, and the seconds until the next probe. */
    @SqlUpdate("""
            update provider_state
            set slots = :slots, slots_until = clock_timestamp() + make_interval(secs => :seconds)
            where endpoint = :endpoint
            """)
    void setSlots(
            @Bind("endpoint") String endpoint, @Bind("slots") @Nullable Integer slots, @Bind("seconds") int seconds);

    /** Lets a server without reported slots be probed before the next call: it may not have been ready. */
    @SqlUpdate("""
            update provider_state set slots_until = null where endpoint = :endpoint and slots is null
            """)
    void askForSlotsAgain(@Bind("endpoint") String endpoint);

    /** Returns the number of valid permits. */
    @SqlQuery("""
            select count(*) from provider_permit where endpoint = :endpoint and until > clock_timestamp()
            """)
    int permits(@Bind("endpoint") String endpoint);

    /** Deletes expired permits. */
    @SqlUpdate("""
            delete from provider_permit where endpoint = :endpoint and until <= clock_timestamp()
            """)
    int expire(@Bind("endpoint") String endpoint);

    /** Grants a permit for some seconds. */
    @SqlUpdate("""
            insert into provider_permit (endpoint, holder, until) values (:endpoint, :holder, clock_timestamp() + make_interval(secs => :seconds))
            """)
    void grant(@Bind("endpoint") String endpoint, @Bind("holder") String holder, @Bind("seconds") int seconds);

    /** Extends a permit. Returns 0 if it had expired and may have been granted to another call, else 1. */
    @SqlUpdate("""
            update provider_permit set until = clock_timestamp() + make_interval(secs => :seconds)
            where endpoint = :endpoint and holder = :holder and until > clock_timestamp()
            """)
    int renew(@Bind("endpoint") String endpoint, @Bind("holder") String holder, @Bind("seconds") int seconds);

    /** Records that the permit's call is in the ledger. */
    @SqlUpdate("""
            update provider_permit set begun = true where endpoint = :endpoint and holder = :holder
            """)
    void begun(@Bind("endpoint") String endpoint, @Bind("holder") String holder);

    @SqlUpdate("""
            delete from provider_permit where endpoint = :endpoint and holder = :holder
            """)
    int release(@Bind("endpoint") String endpoint, @Bind("holder") String holder);
}

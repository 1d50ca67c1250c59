package dev.pith.activities.gateway;

import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Tables {@code provider_state} and {@code provider_permit}. */
@RegisterConstructorMapper(ProviderState.class)
public interface Providers {

    @SqlUpdate("""
            insert into provider_state (endpoint) values (:endpoint) on conflict do nothing
            """)
    void know(@Bind("endpoint") String endpoint);

    @SqlQuery("""
            select * from provider_state where endpoint = :endpoint
            """)
    Optional<ProviderState> find(@Bind("endpoint") String endpoint);

    /** Holds the row until the transaction ends, so that two workers never count the same permits. */
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

    /** The words of the call that closed the endpoint of a compaction, which may not have made any call itself. */
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

    /** How many calls the server told that it serves at the same time; empty where it does not tell. */
    @SqlQuery("""
            select slots from provider_state where endpoint = :endpoint and slots is not null
            """)
    Optional<Integer> slots(@Bind("endpoint") String endpoint);

    /** Whether the server was asked for its slots not long ago. */
    @SqlQuery("""
            select coalesce(slots_until > clock_timestamp(), false) from provider_state where endpoint = :endpoint
            """)
    boolean askedForSlots(@Bind("endpoint") String endpoint);

    /** What the server told, null where nothing; it is asked again after so many seconds. */
    @SqlUpdate("""
            update provider_state
            set slots = :slots, slots_until = clock_timestamp() + make_interval(secs => :seconds)
            where endpoint = :endpoint
            """)
    void setSlots(
            @Bind("endpoint") String endpoint, @Bind("slots") @Nullable Integer slots, @Bind("seconds") int seconds);

    /** A server that told no slots is asked again before the next call: it may not have been ready. */
    @SqlUpdate("""
            update provider_state set slots_until = null where endpoint = :endpoint and slots is null
            """)
    void askForSlotsAgain(@Bind("endpoint") String endpoint);

    @SqlQuery("""
            select count(*) from provider_permit where endpoint = :endpoint and until > clock_timestamp()
            """)
    int permits(@Bind("endpoint") String endpoint);

    @SqlUpdate("""
            delete from provider_permit where endpoint = :endpoint and until <= clock_timestamp()
            """)
    int expire(@Bind("endpoint") String endpoint);

    @SqlUpdate("""
            insert into provider_permit (endpoint, holder, until) values (:endpoint, :holder, clock_timestamp() + make_interval(secs => :seconds))
            """)
    void grant(@Bind("endpoint") String endpoint, @Bind("holder") String holder, @Bind("seconds") int seconds);

    /** 0 where the permit had expired and may be another's by now. */
    @SqlUpdate("""
            update provider_permit set until = clock_timestamp() + make_interval(secs => :seconds)
            where endpoint = :endpoint and holder = :holder and until > clock_timestamp()
            """)
    int renew(@Bind("endpoint") String endpoint, @Bind("holder") String holder, @Bind("seconds") int seconds);

    /** The call that it was granted for is in the ledger. */
    @SqlUpdate("""
            update provider_permit set begun = true where endpoint = :endpoint and holder = :holder
            """)
    void begun(@Bind("endpoint") String endpoint, @Bind("holder") String holder);

    @SqlUpdate("""
            delete from provider_permit where endpoint = :endpoint and holder = :holder
            """)
    int release(@Bind("endpoint") String endpoint, @Bind("holder") String holder);
}

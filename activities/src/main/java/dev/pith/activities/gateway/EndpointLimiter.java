package dev.pith.activities.gateway;

import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Enforces concurrency, rate limit, cooldown and circuit breaker for one endpoint, across all workers of a store. Five
 * failures in a row open the breaker: no call begins during its pause, then one call at a time probes, and a success
 * closes it. A 429 does not count as a failure. Thread-safe.
 */
public final class EndpointLimiter {

    /** The lifetime of a permit that is not renewed. The permit of a killed worker is free again after it. */
    static final Duration LEASE = Duration.ofSeconds(20);

    /** Consecutive failures that open the breaker. An open breaker admits one probing call at a time. */
    public static final int BREAKER = 5;

    /** Successes per permit after which concurrency rises by one. */
    private static final int RECOVERY = 10;

    private static final Duration FIRST_BREAK = Duration.ofSeconds(2);
    private static final Duration LONGEST_BREAK = Duration.ofSeconds(15);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    /** A learned window expires: learning it again costs one refused call, missing a larger one costs many calls. */
    private static final Duration WINDOW_LIFE = Duration.ofDays(1);

    /** Permits change hands between two calls; waiting for the disk would keep the endpoint idle. */
    private static final String NO_FLUSH = "set local synchronous_commit to off";

    private final Database database;
    private final ModelProfile profile;
    private final String endpoint;

    public EndpointLimiter(Database database, ModelProfile profile) {
        this.database = database;
        this.profile = profile;
        this.endpoint = profile.endpoint();
        database.table(Providers.class).know(endpoint);
    }

    /** Returns the name of the endpoint in queues and in the store. */
    String endpoint() {
        return endpoint;
    }

    /** Returns the stored state of the endpoint. */
    public ProviderState state() {
        return database.table(Providers.class).find(endpoint).orElseThrow();
    }

    /** Returns the end of the cooldown; empty if none is running. */
    Optional<Instant> closedUntil() {
        return Optional.ofNullable(state().cooldownUntil()).filter(until -> until.isAfter(database.now()));
    }

    /** Takes a permit; empty if none is free, the rate limit is reached, or the endpoint is in cooldown. */
    Optional<CallPermit> permit() {
        Instant now = database.now();
        return database.transact(handle -> {
            // If the database loses its last commits, renewals of the lost permits fail, and that cuts their calls.
            handle.execute(NO_FLUSH);
            Providers providers = handle.attach(Providers.class);
            ProviderState state = providers.lock(endpoint);
            providers.expire(endpoint);
            boolean closed =
                    state.cooldownUntil() != null && state.cooldownUntil().isAfter(now);
            if (closed || providers.permits(endpoint) >= limit(state, most(providers)) || tooManyInAMinute(handle)) {
                return Optional.<CallPermit>empty();
            }
            CallPermit permit = new CallPermit(endpoint, OpaqueId.next());
            providers.grant(endpoint, permit.holder(), (int) LEASE.toSeconds());
            return Optional.of(permit);
        });
    }

    private boolean tooManyInAMinute(Handle handle) {
        return profile.requestsPerMinute() != null
                && handle.attach(ModelCalls.class).ofThisMinute(endpoint) >= profile.requestsPerMinute();
    }

    /** Renews a permit. Returns false if its lease has expired; its call must end then. */
    boolean renew(CallPermit permit) {
        return database.table(Providers.class).renew(endpoint, permit.holder(), (int) LEASE.toSeconds()) == 1;
    }

    void release(CallPermit permit) {
        database.transact(handle -> {
            handle.execute(NO_FLUSH);
            return handle.attach(Providers.class).release(endpoint, permit.holder());
        });
    }

    /** Records a success. Enough of them raise the concurrency by one; a cooldown requested by the endpoint stays. */
    void answered() {
        change((providers, state) -> {
            int most = most(providers);
            int limit = limit(state, most);
            boolean more = state.permits() != null && state.successes() + 1 >= RECOVERY * limit;
            Integer permits = more ? normal(limit + 1, most) : state.permits();
            return new ProviderState(
                    endpoint,
                    permits,
                    more ? 0 : state.successes() + 1,
                    0,
                    state.cooldownUntil(),
                    null,
                    state.contextWindow(),
                    state.windowUntil(),
                    null);
        });
    }

    private static @Nullable Integer normal(int permits, int most) {
        return permits >= most ? null : permits;
    }

    /**
     * Records a failure and returns the end of the cooldown, or now without one.
     *
     * @param words the reason, without text of a conversation, since other conversations may show it
     */
    Instant failed(ModelFailure failure, String words) {
        Instant now = database.now();
        return Objects.requireNonNullElse(
                change((providers, state) -> after(failure, words, state, providers, now))
                        .cooldownUntil(),
                now);
    }

    private ProviderState after(
            ModelFailure failure, String words, ProviderState state, Providers providers, Instant now) {
        boolean limited = failure.kind() == ModelFailure.Kind.RATE_LIMITED;
        boolean asks = limited || failure.kind() == ModelFailure.Kind.OVERLOADED;
        // Calls that were running when the breaker opened bring no new information.
        boolean known = state.failures() >= BREAKER
                && state.cooldownUntil() != null
                && state.cooldownUntil().isAfter(now);
        // A 429 for too many calls does not mean that the endpoint is broken.
        int failures = limited || known ? state.failures() : state.failures() + 1;
        Instant since = state.unavailableSince() == null ? now : state.unavailableSince();
        Duration pause =
                asks ? askedFor(failure, Duration.between(since, now)) : known ? Duration.ZERO : breaker(failures);
        Instant until = latest(state.cooldownUntil(), pause.isZero() ? null : now.plus(pause));
        if (!limited) {
            providers.askForSlotsAgain(endpoint);
        }
        // This call still holds its permit; the others are what the endpoint has just proved to serve.
        Integer permits = limited
                ? Integer.valueOf(Math.max(1, Math.min(limit(state, most(providers)), providers.permits(endpoint)) - 1))
                : state.permits();
        return new ProviderState(
                endpoint,
                permits,
                limited ? 0 : state.successes(),
                failures,
                until,
                since,
                state.contextWindow(),
                state.windowUntil(),
                words);
    }

    /** Returns the wait that the endpoint requested; without one, a quarter of the outage so far, 1 s to 1 min. */
    private static Duration askedFor(ModelFailure failure, Duration away) {
        Duration quarter = away.dividedBy(4);
        Duration guess = quarter.compareTo(FIRST_WAIT) < 0 ? FIRST_WAIT : quarter;
        Duration told = failure.waitFor();
        return told != null && !told.isZero() ? told : guess.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : guess;
    }

    private static Duration breaker(int failures) {
        if (failures < BREAKER) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST_BREAK.multipliedBy(1L << Math.min(failures - BREAKER, 10));
        return doubled.compareTo(LONGEST_BREAK) > 0 ? LONGEST_BREAK : doubled;
    }

    /** Records a context window in tokens that the endpoint has shown; it expires after a day. */
    void learnt(int contextWindow) {
        Instant until = database.now().plus(WINDOW_LIFE);
        change((providers, state) -> new ProviderState(
                endpoint,
                state.permits(),
                state.successes(),
                state.failures(),
                state.cooldownUntil(),
                state.unavailableSince(),
                contextWindow,
                until,
                state.error()));
    }

    /** Returns the concurrency of the profile, or the slots of the server if they are fewer. */
    private int most(Providers providers) {
        int concurrency = profile.concurrency();
        return providers
                .slots(endpoint)
                .map(slots -> Math.min(slots, concurrency))
                .orElse(concurrency);
    }

    private static int limit(ProviderState state, int most) {
        int permits = state.permits() == null ? most : state.permits();
        return state.failures() >= BREAKER ? 1 : Math.min(permits, most);
    }

    /** Locks and changes the row. Everything that the change needs must use the same connection. */
    private ProviderState change(BiFunction<Providers, ProviderState, ProviderState> change) {
        return database.transact(handle -> {
            Providers providers = handle.attach(Providers.class);
            ProviderState changed = change.apply(providers, providers.lock(endpoint));
            providers.update(changed);
            return changed;
        });
    }

    private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}

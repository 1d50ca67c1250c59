package dev.pith.activities.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code provider_state}: the state of an endpoint, shared by all workers.
 *
 * @param permits the concurrency; null if it is not reduced below the profile's
 * @param successes the successes since the concurrency changed
 * @param failures the consecutive failures since the last success
 * @param cooldownUntil the time before which no call begins; null without a cooldown
 * @param unavailableSince the time since which calls fail without a success; null if available
 * @param contextWindow the window in tokens that it reported or showed; null if unknown
 * @param windowUntil the expiry of that window, since a restarted server may have another one
 * @param error the newest failure, without conversation text; null after a success
 */
public record ProviderState(
        String endpoint,
        @Nullable Integer permits,
        int successes,
        int failures,
        @Nullable Instant cooldownUntil,
        @Nullable Instant unavailableSince,
        @Nullable Integer contextWindow,
        @Nullable Instant windowUntil,
        @Nullable String error) {

    /** Returns the window in tokens that it recently reported or showed; null without one. */
    public @Nullable Integer servedWindow() {
        return windowUntil != null && windowUntil.isAfter(Instant.now()) ? contextWindow : null;
    }
}

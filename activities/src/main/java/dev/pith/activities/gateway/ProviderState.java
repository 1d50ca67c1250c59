package dev.pith.activities.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How all workers treat an endpoint.
 *
 * @param permits how many calls it takes at the same time, where that fell below what its profile says
 * @param successes since permits changed
 * @param failures since the last success
 * @param cooldownUntil no call begins before
 * @param unavailableSince since when it has been refusing or failing without a success
 * @param contextWindow the window that it told or showed
 * @param windowUntil when that is forgotten: servers are started anew with another one
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

    /** The window that it told or showed lately; null where it did not. */
    public @Nullable Integer servedWindow() {
        return windowUntil != null && windowUntil.isAfter(Instant.now()) ? contextWindow : null;
    }
}

package dev.pith.activities.monitoring;

/**
 * What is running and waiting in a store, on all processes together.
 *
 * @param compactions the running compactions
 * @param oldestSeconds the age of the oldest of them in seconds; 0 without any
 * @param flushes the pending memory flushes
 * @param cooldowns the model endpoints in cooldown
 * @param breakers the model endpoints with an open breaker that were called within the last hour
 * @param backfills the running backfills
 * @param backfillItems their waiting items
 */
public record StoreLoad(
        long compactions,
        double oldestSeconds,
        long flushes,
        long cooldowns,
        long breakers,
        long backfills,
        long backfillItems) {}

package dev.pith.starter.engine;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import java.time.Duration;
import java.time.Instant;

/**
 * Records when a connection to Temporal was last restored after a failure. A restarted server knows no pollers until
 * they have reconnected. Thread-safe.
 */
final class LastOutage {

    private final ManagedChannel channel;
    private volatile Instant over = Instant.MIN;

    private LastOutage(ManagedChannel channel) {
        this.channel = channel;
    }

    /** Starts to watch a connection. */
    static LastOutage of(ManagedChannel channel) {
        LastOutage outage = new LastOutage(channel);
        outage.watch(channel.getState(false), false);
        return outage;
    }

    /** Returns whether the connection was restored within this time. */
    boolean within(Duration time) {
        return over.isAfter(Instant.now().minus(time));
    }

    private void watch(ConnectivityState state, boolean failed) {
        if (state == ConnectivityState.READY && failed) {
            over = Instant.now();
        }
        boolean failing = state == ConnectivityState.TRANSIENT_FAILURE || (failed && state != ConnectivityState.READY);
        channel.notifyWhenStateChanged(state, () -> watch(channel.getState(false), failing));
    }
}

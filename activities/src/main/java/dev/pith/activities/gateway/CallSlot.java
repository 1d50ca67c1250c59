package dev.pith.activities.gateway;

import dev.pith.activities.model.ModelFailure;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The right to make one call to an endpoint: holds a permit and renews it until it is closed. */
final class CallSlot implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CallSlot.class);

    private final EndpointLimiter endpointLimiter;
    private final CallPermit callPermit;
    private final CancellationToken cancellationToken;
    private boolean open = true;

    CallSlot(EndpointLimiter endpointLimiter, CallPermit callPermit, CancellationToken cancellationToken) {
        this.endpointLimiter = endpointLimiter;
        this.callPermit = callPermit;
        this.cancellationToken = cancellationToken;
    }

    CallPermit permit() {
        return callPermit;
    }

    /**
     * Runs the call. Cuts it if it is canceled, or if its lease expires, since another process may hold the permit
     * then.
     *
     * @param cut ends the call at once
     * @throws ModelFailure if the call fails or is cut
     */
    <T> T during(Runnable cut, Supplier<T> work) {
        Lease lease = new Lease(EndpointLimiter.LEASE, () -> endpointLimiter.renew(callPermit), cut);
        cancellationToken.by(cut);
        try {
            return work.get();
        } catch (ModelFailure failure) {
            throw failure.kind() == ModelFailure.Kind.CANCELED && !cancellationToken.told()
                    ? unasked(lease, failure)
                    : failure;
        } finally {
            cancellationToken.done();
            lease.close();
        }
    }

    /** Returns the failure of a call that was cut but not canceled: its lease expired, or this process stops. */
    private static ModelFailure unasked(Lease lease, ModelFailure cut) {
        return lease.isOver()
                ? failure(ModelFailure.Kind.TRANSPORT, "the permit's lease ran out", cut)
                : failure(ModelFailure.Kind.INTERRUPTED, "this process stopped its work", cut);
    }

    private static ModelFailure failure(ModelFailure.Kind kind, String words, ModelFailure cut) {
        return new ModelFailure(kind, 0, words, null, 0, cut.begun(), cut).having(cut.used());
    }

    /**
     * Returns the permit once, so that others can call while the reply is stored. Never throws: a permit that cannot be
     * returned expires, and the reply has been paid for.
     */
    @Override
    public void close() {
        if (open) {
            open = false;
            release();
        }
    }

    private void release() {
        try {
            endpointLimiter.release(callPermit);
            WaitQueue.at(endpointLimiter.endpoint()).freed();
        } catch (RuntimeException e) {
            LOG.warn("A permit of endpoint {} could not be given back and runs out", endpointLimiter.endpoint(), e);
        }
    }
}

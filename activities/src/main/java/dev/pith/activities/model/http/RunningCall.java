package dev.pith.activities.model.http;

import dev.pith.activities.model.ModelCall;
import dev.pith.activities.model.ModelReply;
import java.util.Set;

/**
 * Registers a call while it runs. OkHttp's own list drops a call when its answer begins, and most of its time comes
 * after that.
 */
final class RunningCall implements ModelCall {

    private final ModelCall call;
    private final Set<ModelCall> running;

    /**
     * Creates a call that is registered once it executes.
     *
     * @param running the set of running calls; thread-safe
     */
    RunningCall(ModelCall call, Set<ModelCall> running) {
        this.call = call;
        this.running = running;
    }

    @Override
    public ModelReply execute() {
        running.add(this);
        try {
            return call.execute();
        } finally {
            running.remove(this);
        }
    }

    @Override
    public void cancel() {
        call.cancel();
    }
}

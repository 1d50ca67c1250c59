package dev.pith.activities.model.http;

import dev.pith.activities.model.ModelCall;
import dev.pith.activities.model.ModelReply;
import java.util.Set;

/**
 * A call that is known while it runs: OkHttp's own list forgets it when the answer begins, and most of its time comes after
 * that.
 */
final class RunningCall implements ModelCall {

    private final ModelCall call;
    private final Set<ModelCall> running;

    /**
     * A call that has not begun.
     *
     * @param running where it stands while it runs; thread-safe
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

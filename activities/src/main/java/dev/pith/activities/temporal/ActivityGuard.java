package dev.pith.activities.temporal;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Surrounds every activity of a worker: sends heartbeats while it runs, cancels its attempt when Temporal reports a
 * cancellation, and translates its failures. It must be the first of a worker's interceptors, so that all others see
 * translated failures. Thread-safe.
 */
public final class ActivityGuard extends WorkerInterceptorBase {

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new Guarded(next);
    }

    /** One execution of an activity. */
    private static final class Guarded extends ActivityInboundCallsInterceptorBase {

        private @Nullable WatchedContext context;

        Guarded(ActivityInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public void init(ActivityExecutionContext outer) {
            context = new WatchedContext(outer);
            super.init(context);
        }

        @Override
        public ActivityOutput execute(ActivityInput input) {
            WatchedContext initialized = Objects.requireNonNull(context, "the SDK calls init before execute");
            return Failures.translated(initialized, () -> Heartbeats.during(initialized, () -> super.execute(input)));
        }
    }
}

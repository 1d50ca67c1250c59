package dev.pith.starter.tracing;

import dev.pith.activities.store.Database;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CompactionResult;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives each attempt at an activity of a compaction or a flush a span in the trace of that compaction. Of a failure it
 * tells the type; its message may quote a provider. Thread-safe.
 */
final class ActivitySpans extends WorkerInterceptorBase {

    private static final ContextKey<String> CONVERSATION = ContextKey.named("pith.conversation");

    private final Tracer tracer;
    private final Database database;
    private final CompactionSpans compactions;

    ActivitySpans(Tracer tracer, Database database) {
        this.tracer = tracer;
        this.database = database;
        this.compactions = new CompactionSpans(tracer, database);
    }

    /** Returns the conversation that the activity of this thread works on; null outside of activities. */
    static @Nullable String conversation() {
        return Context.current().get(CONVERSATION);
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new Traced(next);
    }

    /** One attempt at an activity. */
    private final class Traced extends ActivityInboundCallsInterceptorBase {

        private @Nullable ActivityInfo info;

        Traced(ActivityInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public void init(ActivityExecutionContext context) {
            info = context.getInfo();
            super.init(context);
        }

        @Override
        public ActivityOutput execute(ActivityInput input) {
            Optional<TracedActivity> work = TracedActivity.of(input.getArguments());
            return work.isEmpty() || info == null ? super.execute(input) : inASpan(work.get(), info, input);
        }

        private ActivityOutput inASpan(TracedActivity work, ActivityInfo attempt, ActivityInput input) {
            Context parent = parent(work);
            Span span = begun(work, attempt, parent);
            Context context = parent.with(CONVERSATION, work.conversation()).with(span);
            try {
                ActivityOutput output =
                        context.wrapSupplier(() -> super.execute(input)).get();
                span.setAllAttributes(TracedActivity.result(output.getResult()));
                if (input.getArguments()[0] instanceof CompactionRequest request
                        && output.getResult() instanceof CompactionResult result) {
                    compactions.ended(request, result);
                }
                return output;
            } catch (RuntimeException | Error failure) {
                span.setAttribute(TraceKeys.ERROR, type(failure)).setStatus(StatusCode.ERROR);
                throw failure;
            } finally {
                span.end();
            }
        }
    }

    private Context parent(TracedActivity work) {
        return work.compaction() == null
                ? Context.root()
                : CompactionTrace.of(database.storeId(), work.compaction()).parent();
    }

    private Span begun(TracedActivity work, ActivityInfo attempt, Context parent) {
        return tracer.spanBuilder(attempt.getActivityType())
                .setParent(parent)
                .setAllAttributes(work.attributes())
                .setAttribute(TraceKeys.ATTEMPT, (long) attempt.getAttempt())
                .startSpan();
    }

    private static String type(Throwable failure) {
        return failure instanceof ApplicationFailure application
                ? application.getType()
                : failure.getClass().getName();
    }
}

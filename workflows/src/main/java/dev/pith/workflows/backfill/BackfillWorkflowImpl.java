package dev.pith.workflows.backfill;

import dev.pith.workflows.ActivityPolicies;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs dispatch rounds until the store reports that nothing is left: records ended items, starts the next ones. */
public final class BackfillWorkflowImpl implements BackfillWorkflow {

    /** How long a free slot waits for others to become free, so that one round serves them all. */
    private static final Duration GATHERING = Duration.ofMillis(100);

    /** Initial interval for checking items that an earlier run started; doubles until one has ended. */
    private static final long FIRST_LOOK_MILLIS = 250;

    private static final long LONGEST_LOOK_MILLIS = 8_000;

    private final BackfillRequest request;
    private final String run;
    private final SlidingWindow window;
    private final BackfillActivities rows = Workflow.newActivityStub(
            BackfillActivities.class, ActivityPolicies.store("Record what ended, hand out what is next"));
    private BackfillProgress progress;
    private long look = FIRST_LOOK_MILLIS;
    private boolean begun;
    private boolean changed;
    private boolean stopping;

    /** Stores the request before the first update can read it. */
    @WorkflowInit
    public BackfillWorkflowImpl(BackfillRequest request, @Nullable BackfillCheckpoint checkpoint) {
        this.request = request;
        this.run = checkpoint == null ? Workflow.getInfo().getFirstExecutionRunId() : checkpoint.run();
        this.window =
                new SlidingWindow(request.spec().compaction(), checkpoint == null ? List.of() : checkpoint.inFlight());
        this.progress = checkpoint == null ? BackfillProgress.NOTHING : checkpoint.progress();
    }

    @Override
    public BackfillProgress run(BackfillRequest sameRequest, @Nullable BackfillCheckpoint checkpoint) {
        if (checkpoint == null) {
            rows.begin(request, run);
        }
        begun = true;
        try {
            work();
        } catch (TemporalFailure failure) {
            if (!(failure instanceof CanceledFailure) && !(failure.getCause() instanceof CanceledFailure)) {
                throw failure;
            }
            Workflow.newDetachedCancellationScope(this::stop).run();
        }
        Workflow.newDetachedCancellationScope(() -> Workflow.await(Workflow::isEveryHandlerFinished))
                .run();
        return progress;
    }

    @Override
    public BackfillRequest attach() {
        Workflow.await(() -> begun);
        return request;
    }

    @Override
    public void changed() {
        changed = true;
    }

    @Override
    public BackfillProgress progress() {
        return progress;
    }

    private void work() {
        Dispatch turn = turn();
        while (!turn.over()) {
            awaitNews(turn);
            if (Workflow.getInfo().isContinueAsNewSuggested()) {
                Workflow.await(() -> window.allStarted() && Workflow.isEveryHandlerFinished());
                Workflow.newContinueAsNewStub(BackfillWorkflow.class)
                        .run(request, new BackfillCheckpoint(run, window.items(), progress));
            }
            turn = turn();
        }
    }

    /** Treats a cancellation through Temporal like {@code pith backfill cancel}. */
    private void stop() {
        rows.cancel(request.name(), run);
        work();
    }

    private Dispatch turn() {
        changed = false;
        Dispatch turn = rows.turn(request.name(), run, window.inFlight());
        window.apply(turn);
        if (turn.canceling() && !stopping) {
            stopping = true;
            window.cancelAll();
        }
        look = turn.settled().isEmpty() ? Math.min(LONGEST_LOOK_MILLIS, 2 * look) : FIRST_LOOK_MILLIS;
        progress = progress.after(turn, window.size());
        Workflow.setCurrentDetails(progress.details());
        return turn;
    }

    /** Waits until a quarter of the window is free, the backfill was changed, or the wait is over. */
    private void awaitNews(Dispatch turn) {
        boolean unheard = !window.inFlight().carried().isEmpty();
        long wait = unheard ? Math.min(look, turn.waitMillis()) : turn.waitMillis();
        Workflow.await(Duration.ofMillis(wait), () -> changed || window.free() > 0);
        int enough = Math.max(1, window.size() / 4);
        if (!changed && window.free() > 0 && window.free() < enough) {
            Workflow.await(GATHERING, () -> changed || window.free() >= enough);
        }
    }
}

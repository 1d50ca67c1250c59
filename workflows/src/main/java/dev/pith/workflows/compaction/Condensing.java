package dev.pith.workflows.compaction;

import dev.pith.workflows.ActivityPolicies;
import io.temporal.workflow.Workflow;

/**
 * Condenses neighboring summaries in passes until all of them together fit their budget. The groups of a pass are
 * written in parallel. A pass that shrinks nothing is the last one.
 */
final class Condensing {

    private final CompactionRequest request;
    private final Plan plan;
    private final ProgressTracker progress;
    private final LayeringActivities layering =
            Workflow.newActivityStub(LayeringActivities.class, ActivityPolicies.layering());
    private final MergeSteps steps;

    Condensing(CompactionRequest request, Plan plan, ProgressTracker progress) {
        this.request = request;
        this.plan = plan;
        this.progress = progress;
        this.steps = new MergeSteps(request, progress);
    }

    /**
     * Stages the layers and condenses them.
     *
     * @param betweenPasses runs before each pass but the first; may end the run to continue as new
     */
    void untilUnder(Runnable betweenPasses) {
        Layers layers = layering.layers(request);
        long first = layers.tokens();
        long before = Long.MAX_VALUE;
        while (!layers.groups().isEmpty() && layers.tokens() < before) {
            if (before < Long.MAX_VALUE) {
                betweenPasses.run();
            }
            progress.move(Stage.CONDENSE, share(first, layers.tokens()));
            before = layers.tokens();
            steps.each(layers.groups(), this::condense);
            layers = layering.layers(request);
        }
        progress.move(Stage.CONDENSE, 1);
    }

    private double share(long first, long now) {
        long surplus = first - plan.summaryBudget();
        return surplus <= 0 ? 1 : (double) (first - now) / surplus;
    }

    private void condense(CondenseGroup group) {
        String summary = "Condense %d summaries of messages %d to %d into one of level %d"
                .formatted(group.members(), group.fromSeq(), group.toSeq(), group.level());
        steps.climb(summary, (activities, step) -> activities.condense(new CondenseTask(request, group, step)));
    }
}

package dev.pith.workflows.compaction;

import java.util.List;

/**
 * Merges the chunk summaries into one: in one step, or by a tree of merges if one call cannot read all of them. If the
 * model fails, the merge is made without it.
 */
final class Merge {

    private final CompactionRequest request;
    private final Plan plan;
    private final PlanningActivities planning;
    private final MergeSteps steps;

    Merge(CompactionRequest request, Plan plan, PlanningActivities planning, ProgressTracker progress) {
        this.request = request;
        this.plan = plan;
        this.planning = planning;
        this.steps = new MergeSteps(request, progress);
    }

    void all() {
        // Checked even if the chunk summaries alone would fit: a merge also reads the earlier summary, and the known
        // window may have shrunk.
        if (request.spec().model() != null) {
            List<ChunkRef> groups = planning.groups(request, plan.mergeInput());
            while (!groups.isEmpty()) {
                steps.each(groups, this::inGroup);
                groups = planning.groups(request, plan.mergeInput());
            }
        }
        steps.climb("Merge the chunk summaries", (activities, step) -> activities.merge(new MergeTask(request, step)));
    }

    private void inGroup(ChunkRef group) {
        String summary = "Merge the summaries of messages %d to %d".formatted(group.fromSeq(), group.toSeq());
        steps.climb(
                summary,
                (activities, step) -> activities.mergeGroup(new ChunkTask(request, group, step, plan.chunkBudget())));
    }
}

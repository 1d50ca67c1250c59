package dev.pith.workflows.compaction;

import java.util.List;

/**
 * A plan and where its work begins.
 *
 * @param firstPage the first {@link PlanningActivities#PAGE} of its chunks, or all where there are fewer
 */
public record Planned(Plan plan, List<ChunkRef> firstPage) {}

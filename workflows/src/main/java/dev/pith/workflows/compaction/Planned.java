package dev.pith.workflows.compaction;

import java.util.List;

/**
 * A plan and its first chunks.
 *
 * @param firstPage the first {@link PlanningActivities#PAGE} chunks, or all if there are fewer
 */
public record Planned(Plan plan, List<ChunkRef> firstPage) {}

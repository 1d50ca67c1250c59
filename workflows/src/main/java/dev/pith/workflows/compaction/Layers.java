package dev.pith.workflows.compaction;

import java.util.List;

/**
 * The staged layers of a compaction, and what to condense next.
 *
 * @param groups disjoint groups of neighbors, in order, at most {@link PlanningActivities#PAGE}; empty if the summaries
 *     are within their budget, or nothing can be condensed
 * @param summaries the number of summaries that would be live
 * @param tokens their tokens together
 */
public record Layers(List<CondenseGroup> groups, int summaries, long tokens) {

    public Layers {
        groups = List.copyOf(groups);
    }
}

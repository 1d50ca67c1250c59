package dev.pith.workflows.compaction;

/** The stages of a compaction, each with its range of percentages. */
public enum Stage {
    LOAD(5, 10),
    STRATEGY(10, 20),
    /** Finds long results of tools and writes the lines that stand for them. */
    PRUNE(20, 20),
    CHUNKS(20, 70),
    /** No running worker holds the key of the endpoint. Set ten seconds or more after a step began to wait. */
    WAITING_FOR_WORKER(20, 95),
    MERGE(75, 95),
    /** Neighboring summaries become one of the next level. */
    CONDENSE(75, 95),
    WRITTEN(97, 97),
    COMPLETE(100, 100);

    private final int from;
    private final int to;

    Stage(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Returns the percentage at a share of this stage.
     *
     * @param share the finished share, 0 to 1
     */
    public int percent(double share) {
        return from + (int) Math.floor((to - from) * Math.max(0, Math.min(1, share)));
    }
}

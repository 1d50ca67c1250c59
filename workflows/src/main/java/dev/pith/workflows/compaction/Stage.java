package dev.pith.workflows.compaction;

/** Where a compaction stands, with the percentages between which its progress moves. */
public enum Stage {
    LOAD(5, 10),
    STRATEGY(10, 20),
    CHUNKS(20, 70),
    /** Chunks or their merge wait: no worker that is running can call the model. Told ten seconds after they began. */
    WAITING_FOR_WORKER(20, 95),
    MERGE(75, 95),
    WRITTEN(97, 97),
    COMPLETE(100, 100);

    private final int from;
    private final int to;

    Stage(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /**
     * The percentage at a share of this stage.
     *
     * @param share 0 to 1
     */
    public int percent(double share) {
        return from + (int) Math.floor((to - from) * Math.max(0, Math.min(1, share)));
    }
}

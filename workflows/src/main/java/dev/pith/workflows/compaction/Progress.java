package dev.pith.workflows.compaction;

import dev.pith.workflows.model.Rung;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a compaction, which never decreases.
 *
 * @param percent 0 to 100
 * @param decision the decision about the head; null before planning
 * @param cells at most 100; with more chunks, one cell covers several
 * @param tokensBefore the tokens of the context before; 0 until known
 * @param tokensAfter the tokens of the context afterwards; 0 until known
 * @param outcome the outcome; null while it runs
 * @param lastError the newest error, which the compaction may have survived; null without one
 */
public record Progress(
        String compaction,
        Stage stage,
        int percent,
        @Nullable Decision decision,
        int chunksDone,
        int chunksTotal,
        List<Cell> cells,
        long tokensBefore,
        long tokensAfter,
        @Nullable Outcome outcome,
        @Nullable String lastError) {

    /** Returns a copy with an error. */
    public Progress with(String error) {
        return new Progress(
                compaction,
                stage,
                percent,
                decision,
                chunksDone,
                chunksTotal,
                cells,
                tokensBefore,
                tokensAfter,
                outcome,
                error);
    }

    /**
     * A cell of the progress bar.
     *
     * @param rung the rung that wrote the newest text; null before that
     * @param millis the total time of its chunks, each from its start to its end; waiting for a slot is not in it
     */
    public record Cell(CellState state, @Nullable Rung rung, long millis) {}

    /** The state of a cell. */
    public enum CellState {
        WAITING,
        RUNNING,
        DONE
    }
}

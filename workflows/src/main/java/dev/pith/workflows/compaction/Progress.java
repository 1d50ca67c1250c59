package dev.pith.workflows.compaction;

import dev.pith.workflows.model.Rung;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a compaction, which never decreases.
 *
 * @param percent 0 to 100
 * @param cells at most 100; with more chunks, one cell covers several
 * @param tokensBefore tokens of the context before; 0 until known
 * @param tokensAfter tokens afterwards; 0 until known
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

    /** A copy with an error. */
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

    /** One cell of the progress bar. */
    public record Cell(CellState state, @Nullable Rung rung, long millis) {}

    /** The state of a cell. */
    public enum CellState {
        WAITING,
        RUNNING,
        DONE
    }
}

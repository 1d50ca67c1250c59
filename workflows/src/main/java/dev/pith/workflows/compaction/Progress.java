package dev.pith.workflows.compaction;

import dev.pith.workflows.model.Rung;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a compaction stands. It never goes back.
 *
 * @param percent 0 to 100
 * @param cells at most 100; where there are more chunks, a cell stands for several
 * @param tokensBefore what the context held before; 0 until that is known
 * @param tokensAfter what it holds after; 0 until that is known
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

    /** The same with another error. */
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

    /** What one cell of the bar shows. */
    public record Cell(CellState state, @Nullable Rung rung, long millis) {}

    /** The state of a cell. */
    public enum CellState {
        WAITING,
        RUNNING,
        DONE
    }
}

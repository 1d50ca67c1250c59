package dev.pith.starter.web.view;

import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.Outcome;
import dev.pith.workflows.compaction.Stage;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A compaction, running or ended.
 *
 * @param state running or ended
 * @param outcome null while it runs
 * @param preview whether it was asked to replace nothing before it is applied
 * @param applied whether it is in force: its result is a context version or a gist
 * @param model the model profile; null for summaries without a model
 * @param percent 0 to 100, for the whole pipeline
 * @param stage null if neither the workflow nor the store knows it
 * @param cells its chunks by index, at most 100; empty until planned
 * @param lastError the newest error of a call, which it may have survived
 * @param note what a person should know about the progress, such as that no worker runs
 * @param temporal where Temporal's UI shows it; null if there is none
 */
public record CompactionView(
        String id,
        String conversation,
        String title,
        Strategy strategy,
        String state,
        @Nullable Outcome outcome,
        @Nullable Decision decision,
        boolean preview,
        boolean applied,
        boolean degraded,
        @Nullable String model,
        @Nullable String focus,
        long tokensBefore,
        @Nullable Long tokensAfter,
        int fromVersion,
        @Nullable Integer toVersion,
        @Nullable String summary,
        @Nullable String error,
        Instant started,
        @Nullable Instant ended,
        int percent,
        @Nullable Stage stage,
        int chunks,
        int chunksDone,
        Map<String, CellView> cells,
        @Nullable String lastError,
        @Nullable String note,
        @Nullable String temporal) {}

package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Summary;
import dev.pith.activities.gateway.Attempt;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.workflows.compaction.ChunkTask;
import dev.pith.workflows.compaction.MergeTask;
import java.util.List;

/** Who writes the texts of a compaction. Implementations are thread-safe. */
public interface SummarizerFactory {

    /**
     * Who summarizes a chunk.
     *
     * @param anchors what the context's summaries are; a chunk that is the whole head brings them up to date at once
     */
    Summarizer ofChunk(ChunkTask task, boolean wholeHead, List<Summary> anchors, Attempt attempt);

    /** Who merges a few neighboring chunk summaries into one that is merged again. */
    Summarizer ofGroup(ChunkTask task, Attempt attempt);

    /** Who merges. */
    Summarizer ofMerge(MergeTask task, Attempt attempt);
}

package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Summary;
import dev.pith.activities.gateway.Attempt;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.workflows.compaction.ChunkTask;
import dev.pith.workflows.compaction.CondenseTask;
import dev.pith.workflows.compaction.MergeTask;
import java.util.List;

/** Chooses the summarizers of a compaction. Implementations are thread-safe. */
public interface SummarizerFactory {

    /**
     * Returns the summarizer of a chunk.
     *
     * @param wholeHead whether the chunk is the whole head and becomes the summary; never with LAYERED
     * @param anchors the live summaries; a chunk that is the whole head updates them in the same call. With LAYERED, the
     *     summaries just before the chunk, which it may refer to
     */
    Summarizer ofChunk(ChunkTask task, boolean wholeHead, List<Summary> anchors, Attempt attempt);

    /** Returns the summarizer that merges neighboring chunk summaries into one. */
    Summarizer ofGroup(ChunkTask task, Attempt attempt);

    /** Returns the summarizer that condenses neighboring summaries into one of the next level. */
    Summarizer ofCondensation(CondenseTask task, Attempt attempt);

    /** Returns the summarizer of the final merge. */
    Summarizer ofMerge(MergeTask task, Attempt attempt);
}

package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.hashing.Sha256;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.activities.summarizing.Summarizer.Form;
import dev.pith.workflows.compaction.ChunkTask;

/**
 * The key of a stored chunk summary. Messages never change, so range, left-out messages, summarizer, rung,
 * form, size and focus determine it.
 */
final class ChunkKey {

    private ChunkKey() {}

    static String of(ChunkTask task, Summarizer summarizer, Form form, Ranges abandoned) {
        Ranges range = Ranges.of(task.chunk().fromSeq(), task.chunk().toSeq());
        return Sha256.hex(
                range.minus(abandoned).toString(),
                summarizer.name(),
                summarizer.variant(),
                task.step().rung().name(),
                form.name(),
                Integer.toString(task.budget()),
                String.valueOf(task.request().spec().focus()));
    }
}

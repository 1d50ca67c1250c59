package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.hashing.Sha256;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.activities.summarizing.Summarizer.Form;
import dev.pith.workflows.compaction.ChunkTask;

/**
 * Computes the key under which a chunk summary is stored and reused: a hash of everything that determines its text.
 *
 * <p>The key holds the chunk's range without abandoned messages, the summarizer and its variant, the rung, the form,
 * the size in tokens and the focus. Messages never change, so equal keys mean equal input.
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

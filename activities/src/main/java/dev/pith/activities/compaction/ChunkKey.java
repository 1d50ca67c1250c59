package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.workflows.compaction.ChunkTask;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The key under which a chunk summary is found again. Messages never change, so range, left-out messages, summarizer, rung,
 * size and focus determine it.
 */
final class ChunkKey {

    private ChunkKey() {}

    static String of(ChunkTask task, Summarizer summarizer, Ranges abandoned) {
        Ranges range = Ranges.of(task.chunk().fromSeq(), task.chunk().toSeq());
        String all = String.join(
                "\u001f",
                range.minus(abandoned).toString(),
                summarizer.name(),
                summarizer.variant(),
                task.step().rung().name(),
                Integer.toString(task.budget()),
                String.valueOf(task.request().spec().focus()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

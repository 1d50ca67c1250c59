package dev.pith.activities.store;

import dev.pith.activities.conversation.ControlCharacters;
import org.jspecify.annotations.Nullable;

/**
 * The stored summary of a chunk; its text has no control characters.
 *
 * @param key the key of range, summarizer, size and focus, by which a summary is found again
 * @param digest what a merge without a model reads; null where a model wrote the text
 */
public record ChunkSummary(
        String id,
        String conversation,
        String key,
        long fromSeq,
        long toSeq,
        String text,
        @Nullable String digest,
        int tokens,
        String rung,
        String model,
        @Nullable String promptHash) {

    public ChunkSummary {
        text = ControlCharacters.without(text);
    }
}

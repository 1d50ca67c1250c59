package dev.pith.activities.store;

import dev.pith.activities.conversation.ControlCharacters;
import org.jspecify.annotations.Nullable;

/**
 * The stored summary of a chunk; control characters are removed from its text.
 *
 * @param key the key of range, summarizer, size and focus, under which the summary is reused
 * @param digest the digest that a merge without a model reads; null if a model wrote the text
 * @param promptHash the hash of the prompt; null without a model
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

package dev.pith.activities.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text that represents a range of messages. It never has control characters.
 *
 * @param kind rolling, leaf, condensed or gist
 * @param level 0 unless it is a condensed summary: one more than the highest level that it was made from
 * @param digest the state from which a later extractive compaction continues; null if a model wrote the text
 * @param promptHash hash of the prompt sent to the model
 * @param descendants number of messages it represents
 */
public record Summary(
        String id,
        String conversation,
        String compaction,
        String kind,
        int level,
        long fromSeq,
        long toSeq,
        String text,
        @Nullable String digest,
        int tokens,
        @Nullable Instant earliest,
        @Nullable Instant latest,
        long descendants,
        boolean degraded,
        String model,
        @Nullable String promptHash,
        @Nullable String focus) {

    public Summary {
        text = ControlCharacters.without(text);
    }
}

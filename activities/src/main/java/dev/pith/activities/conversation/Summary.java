package dev.pith.activities.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text that stands for a range of messages; it has no control characters, whoever wrote it.
 *
 * @param kind rolling, leaf, condensed or gist
 * @param digest what a later compaction without a model continues from; null where a model wrote the text
 * @param promptHash of the prompt that a model was asked with
 * @param descendants how many messages it stands for
 */
public record Summary(
        String id,
        String conversation,
        String compaction,
        String kind,
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

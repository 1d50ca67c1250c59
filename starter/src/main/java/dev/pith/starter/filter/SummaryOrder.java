package dev.pith.starter.filter;

import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.workflows.compaction.CompactionSpec;
import org.jspecify.annotations.Nullable;

/**
 * A request for a summary of a file.
 *
 * @param tokens the most tokens of each conversation's summary, at least {@value CompactionSpec#MIN_TARGET}; null uses
 *     the configured sizes
 * @param focus what the summary must keep, in the user's words; null without a focus
 */
public record SummaryOrder(
        @Nullable Integer tokens, @Nullable String focus) {

    public SummaryOrder {
        if (tokens != null && tokens < CompactionSpec.MIN_TARGET) {
            throw new IllegalArgumentException("target tokens are " + tokens + ", must be at least "
                    + CompactionSpec.MIN_TARGET + ": leave the target out to let Pith choose");
        }
        focus = focus == null || focus.isBlank() ? null : focus.strip();
        if (focus != null && focus.length() > CompactionSpec.MAX_FOCUS) {
            throw new IllegalArgumentException(
                    "focus has " + focus.length() + " characters, may have " + CompactionSpec.MAX_FOCUS);
        }
    }

    Wish wish(int otherwise, @Nullable String project, @Nullable String branch) {
        return new Wish(tokens == null ? otherwise : tokens, focus, project, branch);
    }
}

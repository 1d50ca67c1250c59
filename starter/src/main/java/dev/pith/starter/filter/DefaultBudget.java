package dev.pith.starter.filter;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.tokens.TokenCounter;
import dev.pith.workflows.compaction.Sizes;

/** What a summary may take where nobody said it. Counts only as far as the answer depends on it. Not thread-safe. */
final class DefaultBudget {

    /** Less than this is hardly one request and a file name. */
    private static final int LEAST = 200;

    private final Sizes sizes;
    private final int most;
    private long tokens;

    DefaultBudget(Sizes sizes) {
        this.sizes = sizes;
        this.most = sizes.summaryBudget(Integer.MAX_VALUE, 0);
    }

    /** Takes the next message into account. */
    void count(StoredMessage message) {
        if (sizes.summaryBudget(tokens, 0) < most) {
            tokens += TokenCounter.shared().count(message.parts());
        }
    }

    int tokens() {
        return Math.max(LEAST, sizes.summaryBudget(tokens, 0));
    }
}

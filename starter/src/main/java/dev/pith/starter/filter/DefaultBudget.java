package dev.pith.starter.filter;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.tokens.TokenCounter;
import dev.pith.workflows.compaction.Sizes;

/**
 * Computes the budget of a summary without a requested one. Stops counting once the maximum is reached. Not
 * thread-safe.
 */
final class DefaultBudget {

    /** The smallest budget in tokens, which holds hardly more than one request and a file name. */
    private static final int LEAST = 200;

    private final Sizes sizes;
    private final int most;
    private long tokens;

    DefaultBudget(Sizes sizes) {
        this.sizes = sizes;
        this.most = sizes.summaryBudget(Integer.MAX_VALUE, 0);
    }

    /** Adds the tokens of the next message. */
    void count(StoredMessage message) {
        if (sizes.summaryBudget(tokens, 0) < most) {
            tokens += TokenCounter.shared().count(message.parts());
        }
    }

    int tokens() {
        return Math.max(LEAST, sizes.summaryBudget(tokens, 0));
    }
}

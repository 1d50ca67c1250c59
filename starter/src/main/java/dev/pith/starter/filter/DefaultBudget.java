package dev.pith.starter.filter;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.tokens.TokenCounter;
import dev.pith.workflows.compaction.Sizes;

/** What a summary may take where nobody said it. */
final class DefaultBudget {

    /** Less than this is hardly one request and a file name. */
    private static final int LEAST = 200;

    private final Sizes sizes;

    DefaultBudget(Sizes sizes) {
        this.sizes = sizes;
    }

    /** Counts only as far as the answer depends on it. */
    int of(Iterable<StoredMessage> messages) {
        int most = sizes.summaryBudget(Integer.MAX_VALUE, 0);
        long tokens = 0;
        for (StoredMessage message : messages) {
            tokens += TokenCounter.shared().count(message.parts());
            if (sizes.summaryBudget(tokens, 0) >= most) {
                break;
            }
        }
        return Math.max(LEAST, sizes.summaryBudget(tokens, 0));
    }
}

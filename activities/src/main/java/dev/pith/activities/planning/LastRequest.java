package dev.pith.activities.planning;

import dev.pith.workflows.compaction.Sizes;
import java.util.Optional;

/**
 * The last message of a person, which every context keeps word for word.
 *
 * @param seq its number
 * @param tokens its tokens in a context
 */
public record LastRequest(long seq, long tokens) {

    public LastRequest {
        if (seq < 1 || tokens < 0) {
            throw new IllegalArgumentException("no last request: message " + seq + " of " + tokens + " tokens");
        }
    }

    /**
     * Returns why no compaction can make the context short enough, with the message's size; empty if it is not too
     * long.
     */
    public Optional<String> tooLong(Sizes sizes) {
        return tokens <= sizes.largestRequest()
                ? Optional.empty()
                : Optional.of("the last message of a person, message " + seq + ", takes " + tokens
                        + " tokens where one may take " + sizes.largestRequest()
                        + ": it is kept word for word, so no compaction makes the context short");
    }
}

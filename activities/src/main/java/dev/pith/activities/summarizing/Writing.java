package dev.pith.activities.summarizing;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.activities.tokens.TokenCounter;
import org.jspecify.annotations.Nullable;

/** Renders a digest in the required form. */
final class Writing {

    private Writing() {}

    /** Renders the digest; ignores the pinned request for a gist, which replaces none. */
    static Draft of(Digest digest, @Nullable StoredMessage pinned, Wish wish, TokenCounter counter) {
        return switch (wish.form()) {
            case SUMMARY -> new Rendering(counter, wish).draft(digest, pinned);
            case GIST -> new GistRendering(counter, wish).draft(digest);
        };
    }
}

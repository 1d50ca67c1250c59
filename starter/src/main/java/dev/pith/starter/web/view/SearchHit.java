package dev.pith.starter.web.view;

import dev.pith.activities.conversation.Role;
import dev.pith.activities.search.ItemKind;
import dev.pith.activities.search.SearchResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param seq the message, or the last message of a summary, gist or memory
 * @param id the id of a summary, gist or memory; null for a message
 * @param snippet the best passages, with {@code **} around what was found
 * @param summary the live summary that stands for a message; null if the message is live
 */
public record SearchHit(
        ItemKind kind,
        String conversation,
        String title,
        long seq,
        @Nullable String id,
        @Nullable Instant time,
        @Nullable Role role,
        String snippet,
        @Nullable String summary) {

    /** Returns a hit with the title of its conversation. */
    public static SearchHit of(SearchResult one, String title) {
        return new SearchHit(
                one.kind(),
                one.conversation(),
                title,
                one.seq(),
                one.id(),
                one.time(),
                one.role(),
                one.snippet(),
                one.summary());
    }
}

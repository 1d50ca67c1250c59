package dev.pith.activities.search;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item that was found.
 *
 * @param seq the message, or the last message of a summary, gist or memory
 * @param id the id of a summary, gist or memory; null for a message
 * @param time when the message was written, the last message of a summary, or the day of a memory; null if unknown
 * @param role the role of a message; else null
 * @param origin the origin of a message, or of a memory's messages; else null
 * @param snippet the best passages, with {@code **} around what was found
 * @param summary the live summary that covers a message; null if the message is live or abandoned, and for other kinds
 * @param score the rank: higher is better, comparable within one search only
 */
public record SearchResult(
        ItemKind kind,
        String conversation,
        long seq,
        @Nullable String id,
        @Nullable Instant time,
        @Nullable Role role,
        @Nullable Origin origin,
        String snippet,
        @Nullable String summary,
        float score) {

    SearchResult coveredBy(@Nullable String covering) {
        return new SearchResult(kind, conversation, seq, id, time, role, origin, snippet, covering, score);
    }
}

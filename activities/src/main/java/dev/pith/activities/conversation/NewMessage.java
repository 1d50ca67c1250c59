package dev.pith.activities.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message as an importer reads it, before the store gives it a place.
 *
 * @param uid the source's own id of this line or record, unique in its conversation; null where the source has none, and
 *     the store then names it by a hash of role and content with its occurrence number
 * @param parentUid the source's id of the record before it, where the source is a tree
 * @param apiMessageId joins the lines that belong to one model reply
 * @param created when it was written; null where the source does not tell
 */
public record NewMessage(
        @Nullable String uid,
        @Nullable String parentUid,
        @Nullable String apiMessageId,
        Role role,
        Origin origin,
        List<Part> parts,
        @Nullable Instant created) {

    public NewMessage {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(origin, "origin");
        parts = List.copyOf(parts);
    }
}

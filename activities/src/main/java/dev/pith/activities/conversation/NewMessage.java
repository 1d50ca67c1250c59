package dev.pith.activities.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message read by an importer, before the store assigns its number.
 *
 * @param uid the source's own id of this line or record, unique in its conversation; null if the source has none; the
 *     store then derives an id from a hash of role and content and the occurrence number
 * @param parentUid the source's id of the preceding record, if the source is a tree
 * @param apiMessageId shared by the lines of one model reply
 * @param created creation time; null if the source does not state it
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

package dev.pith.activities.conversation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What identifies and describes a conversation in its source.
 *
 * @param source the program or format it comes from, such as {@code claude-code} or {@code openai}
 * @param nativeId the source's own session id, or the canonical path where {@link Identity#PATH} says so
 * @param subagentId names a subagent's transcript within the session; null for the session itself
 * @param parentNativeId the session that called this subagent; null for a session of its own
 * @param project the working directory, where the source tells
 */
public record ConversationHeader(
        String source,
        String nativeId,
        Identity identity,
        @Nullable String subagentId,
        @Nullable String parentNativeId,
        @Nullable String title,
        @Nullable String project) {

    /** How far the native id can be trusted. */
    public enum Identity {
        /** The source gave it: the same id is the same conversation wherever the file lies. */
        NATIVE,
        /** A path or a hash stands in for it: the same only if what is stored is a prefix of what is read. */
        PATH
    }

    public ConversationHeader {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(identity, "identity");
        if (nativeId.isBlank()) {
            throw new IllegalArgumentException("nativeId is blank: every conversation needs an id in its source");
        }
    }
}

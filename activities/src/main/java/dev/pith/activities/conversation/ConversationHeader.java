package dev.pith.activities.conversation;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What identifies and describes a conversation in its source.
 *
 * @param source the program or format it comes from, such as {@code claude-code} or {@code openai}
 * @param nativeId the source's own session id, or the canonical path for {@link Identity#PATH}
 * @param subagentId names a subagent's transcript within the session, or is the native id again where the subagent has
 *     a session of its own; null for a session that no agent called
 * @param parentNativeId the session that called this subagent; null for a session that no agent called, or where the
 *     source does not name it
 * @param forkedFrom the native id of the session whose messages this one started with; null if it started empty
 * @param project the working directory, if the source states it
 */
public record ConversationHeader(
        String source,
        String nativeId,
        Identity identity,
        @Nullable String subagentId,
        @Nullable String parentNativeId,
        @Nullable String forkedFrom,
        @Nullable String title,
        @Nullable String project) {

    /** How reliable the native id is. */
    public enum Identity {
        /** Assigned by the source: the same id is the same conversation, regardless of the file's location. */
        NATIVE,
        /** A path or hash: the same conversation only if the stored messages are a prefix of those read. */
        PATH
    }

    public ConversationHeader {
        title = orNull(title, ControlCharacters::without);
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(identity, "identity");
        if (nativeId.isBlank()) {
            throw new IllegalArgumentException("nativeId is blank: every conversation needs an id in its source");
        }
    }

    /** Returns this header with another native id. */
    public ConversationHeader named(String otherNativeId) {
        return new ConversationHeader(
                source, otherNativeId, identity, subagentId, parentNativeId, forkedFrom, title, project);
    }

    /** Returns this header with the functions applied to every id and to every display text. */
    public ConversationHeader with(UnaryOperator<String> ids, UnaryOperator<String> words) {
        return new ConversationHeader(
                source,
                ids.apply(nativeId),
                identity,
                orNull(subagentId, ids),
                orNull(parentNativeId, ids),
                orNull(forkedFrom, ids),
                orNull(title, words),
                orNull(project, words));
    }

    private static @Nullable String orNull(@Nullable String text, UnaryOperator<String> change) {
        return text == null ? null : change.apply(text);
    }
}

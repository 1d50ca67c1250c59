package dev.pith.activities.conversation;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What identifies and describes a conversation in its source.
 *
 * @param source the program or format it comes from, such as {@code claude-code} or {@code openai}
 * @param nativeId the source's own session id, or the canonical path where {@link Identity#PATH} says so
 * @param subagentId names a subagent's transcript within the session, or is the native id again where the subagent has
 *     a session of its own; null for a session that no agent called
 * @param parentNativeId the session that called this subagent; null for a session that no agent called, or where the
 *     source does not name it
 * @param forkedFrom the native id of the session whose messages this one began with; null where it began empty
 * @param project the working directory, where the source tells
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

    /** How far the native id can be trusted. */
    public enum Identity {
        /** The source gave it: the same id is the same conversation wherever the file lies. */
        NATIVE,
        /** A path or a hash stands in for it: the same only if what is stored is a prefix of what is read. */
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

    /** The same under another native id. */
    public ConversationHeader named(String otherNativeId) {
        return new ConversationHeader(
                source, otherNativeId, identity, subagentId, parentNativeId, forkedFrom, title, project);
    }

    /** The same with every id changed so, and every text that only people read changed so. */
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

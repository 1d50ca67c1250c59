package dev.pith.activities.testing;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.ConversationHeader.Identity;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages and headers for tests, as importers would make them. */
public final class Messages {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private Messages() {}

    public static ConversationHeader session(String nativeId) {
        return new ConversationHeader("test", nativeId, Identity.NATIVE, null, null, null, null, null);
    }

    public static ConversationHeader file(String path) {
        return new ConversationHeader("test", path, Identity.PATH, null, null, null, null, null);
    }

    public static NewMessage person(@Nullable String uid, @Nullable String parent, String text) {
        return new NewMessage(uid, parent, null, Role.USER, Origin.PERSON, List.of(new Part.Text(text)), START);
    }

    public static NewMessage agent(@Nullable String uid, @Nullable String parent, String text) {
        return new NewMessage(
                uid, parent, "reply-" + uid, Role.ASSISTANT, Origin.AGENT, List.of(new Part.Text(text)), START);
    }

    public static NewMessage call(String uid, String reply, String callId) {
        return new NewMessage(
                uid,
                null,
                reply,
                Role.ASSISTANT,
                Origin.AGENT,
                List.of(new Part.ToolCall(callId, "bash", "{\"command\":\"make " + callId + "\"}")),
                START);
    }

    public static NewMessage result(String uid, String callId, String text) {
        return new NewMessage(
                uid, null, null, Role.USER, Origin.HARNESS, List.of(new Part.ToolResult(callId, text, false)), START);
    }

    /** Text of about so many tokens: distinct words, so that nothing repeats. */
    public static String words(int tokens, int seed) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens / 2; i++) {
            text.append("point").append(seed).append('x').append(i).append(i % 12 == 11 ? ".\n" : " ");
        }
        return text.toString();
    }
}

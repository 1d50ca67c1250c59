package dev.pith.activities.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.appending.ApiConversations;
import dev.pith.activities.appending.ConversationAppender;
import dev.pith.activities.context.ContextReading;
import dev.pith.activities.context.Entry;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.StoreExtension;
import dev.pith.workflows.compaction.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("servers")
class AppendedCompactionTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(4);

    @Test
    void anAppendedConversation_isCompacted_andGoesOnAfterIt() {
        ConversationAppender appender = new ConversationAppender(STORE.database());
        String id = new ApiConversations(STORE.database())
                .open("compacted", null, null)
                .conversation()
                .id();
        for (int i = 0; i < 30; i++) {
            appender.append(id, List.of(said(Role.USER, Origin.PERSON, "Request " + i)), null, 4L * i);
            appender.append(id, List.of(call("c" + i)), null, null);
            appender.append(
                    id,
                    List.of(result("c" + i), said(Role.ASSISTANT, Origin.AGENT, Messages.words(500, i))),
                    null,
                    null);
        }

        assertThat(new Steps(STORE.database(), id).compact().outcome()).isEqualTo(Outcome.COMPACTED);
        var appended = appender.append(id, List.of(said(Role.USER, Origin.PERSON, "And now?")), null, 120L);

        assertThat(appended.contextVersion()).isEqualTo(2);
        Conversation row = STORE.database().table(Conversations.class).find(id).orElseThrow();
        var version = STORE.database().table(ContextVersions.class).current(id);
        Coverage coverage = Coverage.of(STORE.database(), row, version);
        assertThat(coverage.complete()).isTrue();
        assertThat(coverage.messages()).isEqualTo(121);
        assertThat(coverage.live().contains(121)).isTrue();
        assertThat(version.compactedThrough() % 4)
                .as("no cut between a call and its result")
                .isNotEqualTo(2);
        try (Stream<Entry> entries =
                ContextReading.of(STORE.database(), row, null).entries()) {
            assertThat(entries.toList()).last().asString().contains("And now?");
        }
    }

    private static NewMessage call(String callId) {
        return message(Role.ASSISTANT, Origin.AGENT, new Part.ToolCall(callId, "bash", "{\"command\":\"make\"}"));
    }

    private static NewMessage result(String callId) {
        return message(Role.TOOL, Origin.HARNESS, new Part.ToolResult(callId, "done " + callId, false));
    }

    private static NewMessage said(Role role, Origin origin, String text) {
        return message(role, origin, new Part.Text(text));
    }

    private static NewMessage message(Role role, Origin origin, Part part) {
        return new NewMessage(null, null, null, role, origin, List.of(part), null);
    }
}

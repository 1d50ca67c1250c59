package dev.pith.starter.sessions;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.ConversationSink;
import dev.pith.activities.conversation.NewMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes what names the conversations of a source, and drops their messages. Not thread-safe. */
final class SessionPeek implements ConversationSink {

    private final Map<List<String>, SessionNames> names = new HashMap<>();
    private @Nullable ConversationHeader current;

    /** Returns all names of a conversation that was read. */
    SessionNames names(ConversationHeader header) {
        return names.getOrDefault(key(header), SessionNames.of(header, header.title(), header.project()));
    }

    @Override
    public void conversation(ConversationHeader header) {
        current = header;
        note(header, header.title(), header.project());
    }

    @Override
    public void message(NewMessage message) {}

    @Override
    public void describe(@Nullable String title, @Nullable String project, @Nullable String branch) {
        if (current != null) {
            note(current, title, project);
        }
    }

    private void note(ConversationHeader header, @Nullable String title, @Nullable String project) {
        names.merge(key(header), SessionNames.of(header, title, project), SessionNames::and);
    }

    private static List<String> key(ConversationHeader header) {
        return List.of(header.source(), header.nativeId(), String.valueOf(header.subagentId()));
    }
}

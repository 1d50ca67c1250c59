package dev.pith.starter.importing;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.ConversationSink;
import dev.pith.activities.conversation.NewMessage;
import org.jspecify.annotations.Nullable;

/** Ends the reading of a source at its first conversation. */
final class FirstConversation implements ConversationSink {

    /** Carries the conversation out of the reader. */
    static final class Found extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ConversationHeader header;

        private Found(ConversationHeader header) {
            super("found", null, false, false);
            this.header = header;
        }

        ConversationHeader header() {
            return header;
        }
    }

    @Override
    public void conversation(ConversationHeader header) {
        throw new Found(header);
    }

    @Override
    public void message(NewMessage message) {}

    @Override
    public void describe(@Nullable String title, @Nullable String project, @Nullable String branch) {}
}

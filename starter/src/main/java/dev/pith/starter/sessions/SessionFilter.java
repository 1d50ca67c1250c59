package dev.pith.starter.sessions;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.ConversationSink;
import dev.pith.activities.conversation.NewMessage;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Passes on all but excluded conversations. Not thread-safe. */
final class SessionFilter implements ConversationSink {

    private final ConversationSink sink;
    private final Function<ConversationHeader, Optional<String>> excluded;
    private boolean passing;
    private boolean passed;
    private @Nullable String why;

    /**
     * Creates a filter before a sink.
     *
     * @param excluded returns why a conversation is excluded; empty if it is not
     */
    SessionFilter(ConversationSink sink, Function<ConversationHeader, Optional<String>> excluded) {
        this.sink = sink;
        this.excluded = excluded;
    }

    @Override
    public void conversation(ConversationHeader header) {
        Optional<String> reason = excluded.apply(header);
        passing = reason.isEmpty();
        passed |= passing;
        if (passing) {
            sink.conversation(header);
        } else {
            why = reason.get();
        }
    }

    @Override
    public void message(NewMessage message) {
        if (passing) {
            sink.message(message);
        }
    }

    @Override
    public void takeBack(long from, long to) {
        if (passing) {
            sink.takeBack(from, to);
        }
    }

    @Override
    public void describe(@Nullable String title, @Nullable String project, @Nullable String branch) {
        if (passing) {
            sink.describe(title, project, branch);
        }
    }

    /** Returns whether there were conversations and none was passed on. */
    boolean isAllExcluded() {
        return why != null && !passed;
    }

    /** Returns why the last excluded conversation was excluded; empty if none was. */
    Optional<String> why() {
        return Optional.ofNullable(why);
    }
}

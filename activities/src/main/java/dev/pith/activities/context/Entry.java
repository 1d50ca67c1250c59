package dev.pith.activities.context;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Summary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of a context: a message, or a reply with its calls and results. */
public sealed interface Entry {

    /** One of the conversation's own system messages. */
    record Instructed(long seq, String text, int tokens) implements Entry {}

    /** A live summary. */
    record Summarized(Summary summary) implements Entry {}

    /**
     * Input to the model: from a person, or from a program on its behalf.
     *
     * @param created null if the source has no time
     */
    record Said(
            long seq, Origin origin, String text, @Nullable Instant created) implements Entry {}

    /**
     * One reply of the model: its text, and its tool calls with their results.
     *
     * @param created the time of its first line; null if the source has no time
     */
    record Replied(
            long seq,
            String text,
            List<Call> calls,
            @Nullable Instant created) implements Entry {
        public Replied {
            calls = List.copyOf(calls);
        }
    }

    /**
     * A tool call with its result.
     *
     * @param id unique in the context
     * @param input JSON if the source had JSON
     * @param result the tool's result, or {@link #NO_RESULT} if the source has none
     */
    record Call(String id, String name, String input, String result, boolean failed) {

        /** Result text if the source recorded none. */
        public static final String NO_RESULT = "[no result recorded]";
    }
}

package dev.pith.activities.context;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Summary;
import java.util.List;

/** One entry of a context: a message, or a reply with its calls and results. */
public sealed interface Entry {

    /** One of the conversation's own system messages. */
    record Instructed(long seq, String text, int tokens) implements Entry {}

    /** A live summary. */
    record Summarized(Summary summary) implements Entry {}

    /** Words put in from outside the model: by a person, or by a program on its behalf. */
    record Said(long seq, Origin origin, String text) implements Entry {}

    /** One reply of the model: its words, and its tool calls with their results. */
    record Replied(long seq, String text, List<Call> calls) implements Entry {
        public Replied {
            calls = List.copyOf(calls);
        }
    }

    /**
     * A tool call with what came back.
     *
     * @param id unique in the context
     * @param input JSON where the source had JSON
     * @param result what the tool said; where the source has none, that is said instead
     */
    record Call(String id, String name, String input, String result, boolean failed) {

        /** Stands where the source recorded no result. */
        public static final String NO_RESULT = "[no result recorded]";
    }
}

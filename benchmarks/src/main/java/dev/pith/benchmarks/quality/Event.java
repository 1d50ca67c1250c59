package dev.pith.benchmarks.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said or done in a session.
 *
 * @param line where it stands in its log: a line from 1, or a message from 1
 * @param text what was said, or what a tool answered
 * @param tool a call's tool in lower case, else empty
 * @param input a call's arguments, else missing
 * @param callId joins a call with its result, else empty
 * @param outcome how a tool call ended, null for anything but a result
 */
record Event(
        int line,
        Kind kind,
        String text,
        String tool,
        JsonNode input,
        String callId,
        @Nullable Outcome outcome) {

    enum Kind {
        USER,
        AGENT,
        /** What a program put in the user's place. */
        META,
        SUMMARY,
        CALL,
        RESULT
    }

    static Event said(int line, Kind kind, String text) {
        return new Event(line, kind, text, "", MissingNode.getInstance(), "", null);
    }

    static Event call(int line, String tool, JsonNode input, String callId) {
        return new Event(line, Kind.CALL, "", tool, input, callId, null);
    }

    static Event result(int line, String callId, String text, Outcome outcome) {
        return new Event(line, Kind.RESULT, text, "", MissingNode.getInstance(), callId, outcome);
    }
}

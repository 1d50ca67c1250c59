package dev.pith.starter.importing.droid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.ContentBlocks;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.HarnessMarkup;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.Timestamps;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of {@code droid exec}, saved to a file. Their ids are not those of the session that Droid stores, so the
 * file is a conversation of its own, identified by its path.
 */
final class DroidStream {

    private final ImportRun run;
    private final ConversationWriter writer;
    private String last = "";

    DroidStream(ImportRun run) {
        this.run = run;
        this.writer = run.conversation(Draft.unnamed(DroidReader.NAME, ""));
    }

    static boolean recognizes(JsonNode record) {
        boolean said = JsonFields.text(record, "type", "").equals("message")
                && JsonFields.text(record, "role") != null
                && JsonFields.text(record, "text") != null;
        boolean called = JsonFields.text(record, "type", "").equals("tool_call")
                && JsonFields.text(record, "toolName") != null
                && record.has("parameters");
        return isEvent(record) && record.has("timestamp") && (said || called);
    }

    /** Returns whether a record is of a stream: it names its session, and a stored session's records do not. */
    static boolean isEvent(JsonNode record) {
        return JsonFields.firstText(record, "session_id", "sessionId") != null
                && !record.path("message").isObject();
    }

    void record(JsonNode event) {
        String type = JsonFields.text(event, "type", "without type");
        switch (type) {
            case "message" -> said(event, JsonFields.text(event, "role", ""), JsonFields.text(event, "text"));
            case "completion" -> said(event, "assistant", JsonFields.text(event, "finalText"));
            case "tool_call" ->
                write(
                        event,
                        Role.ASSISTANT,
                        Origin.AGENT,
                        List.of(new Part.ToolCall(
                                id(event),
                                JsonFields.text(event, "toolName", "unknown"),
                                JsonFields.plain(event.path("parameters")))));
            case "tool_result" -> write(event, Role.TOOL, Origin.HARNESS, result(event));
            default -> {
                run.tally().ignored(type);
                writer.describe(null, JsonFields.text(event, "cwd"), null);
            }
        }
    }

    void end() {
        writer.end();
    }

    /** Writes a text. The last event repeats the reply before it, if there is one. */
    private void said(JsonNode event, String role, @Nullable String text) {
        if (text == null || text.isBlank() || (event.has("finalText") && text.equals(last))) {
            run.tally().ignored(JsonFields.text(event, "type", ""));
        } else if (role.equals("assistant")) {
            last = text;
            write(event, Role.ASSISTANT, Origin.AGENT, List.of(new Part.Text(text)));
        } else {
            HarnessMarkup.Told told = HarnessMarkup.told(List.of(new Part.Text(text)));
            write(event, Role.USER, told.origin(), told.parts());
        }
    }

    private static List<Part> result(JsonNode event) {
        JsonNode value = event.path("value");
        boolean failed =
                JsonFields.flag(event, "isError") || value.path("exitCode").asInt(0) != 0;
        List<Part> parts = new ArrayList<>();
        ContentBlocks.result(id(event), value, failed, parts);
        return parts;
    }

    private static String id(JsonNode event) {
        String call = JsonFields.firstText(event, "toolCallId", "id");
        return call == null ? "" : call;
    }

    private void write(JsonNode event, Role role, Origin origin, List<Part> parts) {
        writer.message(new NewMessage(null, null, null, role, origin, parts, Timestamps.of(event)));
    }
}

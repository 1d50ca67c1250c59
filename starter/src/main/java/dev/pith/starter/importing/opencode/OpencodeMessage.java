package dev.pith.starter.importing.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.Attachments;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.HarnessMarkup;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.Timestamps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Converts the messages of an opencode session, from an export, its storage or its database, one by one with parts in order. */
final class OpencodeMessage {

    private final ImportRun run;
    private final ConversationWriter writer;
    private final Map<String, Integer> occurrences = new HashMap<>();

    private final @Nullable String revertedMessage;
    private final @Nullable String revertedPart;
    private long revertedFrom;

    /** @param session the session's description, which names the point that it was reverted to */
    OpencodeMessage(ImportRun run, ConversationWriter writer, JsonNode session) {
        this.run = run;
        this.writer = writer;
        this.revertedMessage = JsonFields.text(session.path("revert"), "messageID");
        this.revertedPart = JsonFields.text(session.path("revert"), "partID");
    }

    /** Ends the session; reverted messages become abandoned. */
    void end() {
        if (revertedFrom > 0) {
            writer.takeBackFrom(revertedFrom);
        }
        writer.end();
    }

    /** Returns whether the session was reverted to before this part. */
    private boolean reverted(JsonNode info, JsonNode part) {
        return revertedPart != null
                && Objects.equals(JsonFields.text(info, "id"), revertedMessage)
                && JsonFields.text(part, "id", "").compareTo(revertedPart) >= 0;
    }

    /** Returns the conversation for a session's description; one with a parent is a subagent's. */
    static Draft draft(JsonNode info) {
        String id = JsonFields.text(info, "id");
        String parent = JsonFields.text(info, "parentID");
        Draft session = Draft.session(
                        "opencode", id, JsonFields.text(info, "title"), JsonFields.text(info, "directory"))
                .forkedFrom(JsonFields.text(info, "forkID"));
        return id == null || parent == null ? session : session.subagent(id, parent);
    }

    void add(JsonNode info, Iterable<JsonNode> rawParts) {
        boolean assistant = JsonFields.text(info, "role", "").equals("assistant");
        List<Part> parts = new ArrayList<>();
        boolean pending = assistant && !info.path("time").has("completed") && !info.has("error") && !info.has("finish");
        boolean typed = false;
        for (JsonNode part : rawParts) {
            if (reverted(info, part)) {
                break;
            }
            pending |= part(part, parts);
            typed |= !JsonFields.flag(part, "synthetic")
                    && !JsonFields.text(part, "type", "").equals("compaction");
        }
        HarnessMarkup.Told told = assistant
                ? new HarnessMarkup.Told(Origin.AGENT, unsorted(parts))
                : typed ? person(parts) : new HarnessMarkup.Told(Origin.HARNESS, unsorted(parts));
        NewMessage message = new NewMessage(
                uid(info),
                JsonFields.text(info, "parentID"),
                null,
                assistant ? Role.ASSISTANT : Role.USER,
                info.path("summary").isBoolean() && JsonFields.flag(info, "summary")
                        ? Origin.NATIVE_SUMMARY
                        : told.origin(),
                told.parts(),
                Timestamps.parse(info.path("time").path("created")));
        writer.message(message, !pending);
        // A revert to a part keeps the earlier parts of its message.
        if (revertedFrom == 0 && revertedMessage != null && revertedMessage.equals(JsonFields.text(info, "id"))) {
            revertedFrom = writer.count() + (parts.isEmpty() || revertedPart == null ? 0 : 1);
        }
    }

    /** Separates a person's text from notices: parts added by the program, and markup within the text. */
    private static HarnessMarkup.Told person(List<Part> parts) {
        return new HarnessMarkup.Told(Origin.PERSON, HarnessMarkup.told(parts).parts());
    }

    private static List<Part> unsorted(List<Part> parts) {
        return parts.stream()
                .map(part -> part instanceof Part.Notice ? new Part.Text(part.text()) : part)
                .toList();
    }

    private static Part text(JsonNode part) {
        String text = JsonFields.text(part, "text", "");
        return JsonFields.flag(part, "synthetic") ? new Part.Notice(text) : new Part.Text(text);
    }

    /** Adds a part; returns whether its tool is still running. */
    private boolean part(JsonNode part, List<Part> parts) {
        String type = JsonFields.text(part, "type", "without type");
        switch (type) {
            case "text" -> parts.add(text(part));
            case "reasoning" -> {
                String text = JsonFields.text(part, "text", "");
                if (!text.isEmpty()) {
                    parts.add(new Part.Reasoning(text));
                }
            }
            case "file" -> parts.add(Attachments.of(type, part));
            case "subtask" -> parts.add(new Part.Text(JsonFields.text(part, "prompt", "")));
            case "tool" -> {
                return tool(part, parts);
            }
            default -> run.tally().ignored("part " + type);
        }
        return false;
    }

    private static boolean tool(JsonNode part, List<Part> parts) {
        JsonNode state = part.path("state");
        String id = JsonFields.text(part, "callID", "");
        parts.add(
                new Part.ToolCall(id, JsonFields.text(part, "tool", "unknown"), JsonFields.plain(state.path("input"))));
        String status = JsonFields.text(state, "status", "");
        switch (status) {
            case "pending", "running" -> {
                return true;
            }
            case "error" -> parts.add(new Part.ToolResult(id, errorText(state), true));
            default -> {
                parts.add(new Part.ToolResult(id, JsonFields.plain(state.path("output")), false));
                state.path("attachments").forEach(file -> parts.add(Attachments.of("file", file)));
            }
        }
        return false;
    }

    private static String errorText(JsonNode state) {
        return JsonFields.plain(state.hasNonNull("error") ? state.path("error") : state.path("output"));
    }

    /**
     * Returns a unique id. Redacted exports reuse one id for many messages: each occurrence is a message of its own.
     */
    private @Nullable String uid(JsonNode info) {
        String id = JsonFields.text(info, "id");
        if (id == null) {
            return null;
        }
        int occurrence = occurrences.merge(id, 1, Integer::sum);
        return occurrence == 1 ? id : id + "#" + occurrence;
    }
}

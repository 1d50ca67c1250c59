package dev.pith.starter.importing.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.Tally;
import java.util.ArrayList;
import java.util.List;

/** Converts a message of opencode 2 into the messages and parts of opencode 1, which have the same meaning. */
final class OpencodeProjected {

    private final ObjectNode data;
    private final ObjectNode info = JsonFields.MAPPER.createObjectNode();
    private final List<JsonNode> parts = new ArrayList<>();

    private OpencodeProjected(ObjectNode data, long created) {
        this.data = data;
        info.set("id", data.path("id"));
        ObjectNode time = data.path("time") instanceof ObjectNode given ? given.deepCopy() : info.objectNode();
        info.set("time", time.has("created") ? time : time.put("created", created));
    }

    /**
     * Adds a message.
     *
     * @param type what it is: the table's column
     * @param created when it was made, in milliseconds, for a message that does not say it
     */
    static void add(String type, ObjectNode data, long created, OpencodeMessage messages, Tally tally) {
        OpencodeProjected one = new OpencodeProjected(data, created);
        boolean message = switch (type) {
            case "user" -> one.user();
            case "synthetic", "system", "skill" -> one.synthetic();
            case "shell" -> one.shell();
            case "assistant" -> one.assistant();
            case "compaction" -> one.compaction();
            default -> false;
        };
        if (message) {
            messages.add(one.info, one.parts);
        } else {
            tally.ignored(type);
        }
    }

    private boolean user() {
        info.put("role", "user");
        parts.add(text(JsonFields.text(data, "text", "")));
        data.path("files").forEach(file -> parts.add(ProjectedCall.file(file)));
        return true;
    }

    /** What opencode tells the model in the user's place: notices, instructions, skills. */
    private boolean synthetic() {
        info.put("role", "user");
        parts.add(text(JsonFields.text(data, "text", "")).put("synthetic", true));
        return true;
    }

    /** A command that the user ran; like a tool's call. */
    private boolean shell() {
        info.put("role", "assistant");
        String id = JsonFields.firstText(data, "shellID", "callID");
        boolean running = JsonFields.text(data, "status", "").equals("running")
                && !data.path("time").has("completed");
        ObjectNode state = info.objectNode().put("status", running ? "running" : "completed");
        state.putObject("input").put("command", JsonFields.text(data, "command", ""));
        JsonNode output = data.path("output");
        state.set("output", output.isObject() ? output.path("output") : output);
        parts.add(ProjectedCall.part(id, "shell", state));
        if (!running) {
            info.put("finish", "stop");
        }
        return true;
    }

    private boolean assistant() {
        info.put("role", "assistant");
        for (String field : List.of("finish", "error")) {
            if (data.hasNonNull(field)) {
                info.set(field, data.path(field));
            }
        }
        for (JsonNode part : data.path("content")) {
            boolean call = JsonFields.text(part, "type", "").equals("tool");
            parts.add(call ? ProjectedCall.of(part) : part);
        }
        return true;
    }

    private boolean compaction() {
        String status = JsonFields.text(data, "status", "completed");
        if (status.equals("failed")) {
            return false;
        }
        info.put("role", "assistant").put("summary", true);
        if (status.equals("completed")) {
            info.put("finish", "stop");
        }
        parts.add(text(JsonFields.text(data, "summary", "")));
        return true;
    }

    private ObjectNode text(String text) {
        return info.objectNode().put("type", "text").put("text", text);
    }
}

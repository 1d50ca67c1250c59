package dev.pith.starter.importing.pi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Converts the log of one session: a header, then a tree of entries. Not thread-safe. */
public final class PiSession {

    private final ImportRun run;
    private final Function<JsonNode, Draft> draft;
    private final PiTree tree = new PiTree();
    /** The first entries of a new branch. They are written after its request, where the abandoned branch ends. */
    private final List<NewMessage> opening = new ArrayList<>();

    private @Nullable ConversationWriter writer;
    private boolean begun;

    /** @param draft the conversation by its header, which is a missing node if the log has none */
    public PiSession(ImportRun run, Function<JsonNode, Draft> draft) {
        this.run = run;
        this.draft = draft;
    }

    private ConversationWriter writer() {
        if (writer == null) {
            writer = run.conversation(draft.apply(MissingNode.getInstance()));
        }
        return writer;
    }

    /** Reads the next entry of the log. */
    public void record(JsonNode record) {
        String type = JsonFields.text(record, "type", "without type");
        if (!type.equals("session")) {
            tree.entry(type, JsonFields.text(record, "id"), JsonFields.text(record, "parentId"));
        }
        switch (type) {
            case "session" -> header(record);
            case "message" -> message(record, record.path("message"));
            case "compaction" -> text(record, JsonFields.text(record, "summary"), Origin.NATIVE_SUMMARY);
            case "branch_summary" -> text(record, JsonFields.text(record, "summary"), Origin.HARNESS);
            case "custom_message" -> parts(record, ContentBlocks.parts(record.path("content")));
            case "session_info" -> {
                run.tally().ignored(type);
                writer().describe(JsonFields.text(record, "name"), null, null);
            }
            default -> run.tally().ignored(type);
        }
    }

    private void header(JsonNode record) {
        run.tally().ignored("session");
        if (writer == null) {
            writer = run.conversation(draft.apply(record));
        }
    }

    private void message(JsonNode record, JsonNode message) {
        List<Part> parts = ContentBlocks.parts(message.path("content"));
        switch (JsonFields.text(message, "role", "")) {
            case "user" -> {
                HarnessMarkup.Told told = told(message, parts);
                send(record, Role.USER, told.origin(), told.parts(), true);
            }
            case "assistant" -> {
                boolean finished = !record.has("streaming") && message.hasNonNull("stopReason");
                send(record, Role.ASSISTANT, Origin.AGENT, parts, finished);
            }
            case "toolResult" -> send(record, Role.TOOL, Origin.HARNESS, result(message), true);
            case "bashExecution" -> send(record, Role.USER, Origin.HARNESS, shell(record, message), true);
            case "system" -> send(record, Role.SYSTEM, Origin.HARNESS, parts, true);
            default -> parts(record, parts);
        }
    }

    /**
     * Returns who wrote a message. OpenClaw says which ones it routed from another session: to an agent's session, the
     * first of them is the task.
     */
    private HarnessMarkup.Told told(JsonNode message, List<Part> parts) {
        String from = JsonFields.text(message.path("provenance"), "kind", "");
        boolean routed = from.equals("internal_system") || (from.equals("inter_session") && begun);
        begun = true;
        return routed ? new HarnessMarkup.Told(Origin.HARNESS, parts) : HarnessMarkup.told(parts);
    }

    private static List<Part> result(JsonNode message) {
        List<Part> parts = new ArrayList<>();
        boolean failed = JsonFields.flag(message, "isError");
        ContentBlocks.result(JsonFields.text(message, "toolCallId"), message.path("content"), failed, parts);
        return parts;
    }

    /** Returns the parts of a command that the person ran directly; its echo is the program's. */
    private static List<Part> shell(JsonNode record, JsonNode message) {
        String id = "bash " + JsonFields.text(record, "id", "");
        boolean failed = message.path("exitCode").asInt(0) != 0;
        return List.of(
                new Part.ToolCall(id, "bash", JsonFields.text(message, "command", "")),
                new Part.ToolResult(id, JsonFields.text(message, "output", ""), failed));
    }

    private void text(JsonNode record, @Nullable String text, Origin origin) {
        if (text == null || text.isBlank()) {
            run.tally().ignored(JsonFields.text(record, "type", ""));
        } else {
            send(record, Role.USER, origin, List.of(new Part.Text(text)), true);
        }
    }

    private void parts(JsonNode record, List<Part> parts) {
        send(record, Role.USER, Origin.HARNESS, parts, true);
    }

    private void send(JsonNode record, Role role, Origin origin, List<Part> parts, boolean finished) {
        String parent = JsonFields.text(record, "parentId");
        NewMessage message = new NewMessage(
                JsonFields.text(record, "id"),
                origin == Origin.PERSON ? tree.messageAbove(parent) : parent,
                null,
                role,
                origin,
                parts,
                Timestamps.of(record));
        if (tree.isBranching()) {
            opening.add(message);
            return;
        }
        if (origin != Origin.PERSON) {
            open();
        }
        writer().message(message, finished);
        open();
    }

    private void open() {
        opening.forEach(writer()::message);
        opening.clear();
    }

    /** Ends the log. */
    public void end() {
        open();
        writer().end();
    }
}

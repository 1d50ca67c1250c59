package dev.pith.starter.importing.pi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.ContentBlocks;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.HarnessMarkup;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.JsonRecords;
import dev.pith.starter.importing.reading.SessionName;
import dev.pith.starter.importing.reading.Timestamps;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a session of pi, or of a program that embeds pi and writes the same log: a header, then a tree of entries. */
public final class PiReader implements FormatReader {

    private static final String SOURCE = "pi";

    @Override
    public void read(ImportRun run) throws IOException {
        Session session = new Session(run);
        new JsonRecords(run).read((record, line) -> session.record(record));
        session.end();
    }

    private static final class Session {
        private final ImportRun run;
        private final PiTree tree = new PiTree();
        /** The first entries of a new branch. They are written after its request, where the abandoned branch ends. */
        private final List<NewMessage> opening = new ArrayList<>();

        private @Nullable ConversationWriter writer;

        Session(ImportRun run) {
            this.run = run;
        }

        ConversationWriter writer() {
            if (writer == null) {
                writer = run.conversation(Draft.unnamed(SOURCE, ""));
            }
            return writer;
        }

        void record(JsonNode record) {
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
                writer = run.conversation(draft(record));
            }
        }

        /** Returns the conversation; a fork's header names the file of its original. */
        private Draft draft(JsonNode record) {
            String named = SessionName.of(run.source());
            String said = JsonFields.text(record, "id");
            String parent = JsonFields.text(record, "parentSession");
            String origin = parent == null ? null : SessionName.in(parent);
            return Draft.session(SOURCE, named == null ? said : named, null, JsonFields.text(record, "cwd"))
                    .forkedFrom(origin == null ? said : origin);
        }

        private void message(JsonNode record, JsonNode message) {
            List<Part> parts = ContentBlocks.parts(message.path("content"));
            switch (JsonFields.text(message, "role", "")) {
                case "user" -> {
                    HarnessMarkup.Told told = HarnessMarkup.told(parts);
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

        void end() {
            open();
            writer().end();
        }
    }
}

package dev.pith.starter.importing.codex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.HarnessMarkup;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.JsonRecords;
import dev.pith.starter.importing.reading.Timestamps;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Codex rollout: lines of {@code timestamp, type, payload}, or the bare items of older versions. The model's
 * items are imported; the display's events only show which user items a person wrote.
 */
public final class CodexReader implements FormatReader {

    private static final String SOURCE = "codex";

    @Override
    public void read(ImportRun run) throws IOException {
        CodexMirrors mirrors = CodexMirrors.scan(run.source());
        Session session = new Session(run, mirrors);
        new JsonRecords(run).read((record, line) -> session.record(record));
        session.end();
    }

    private static final class Session {
        private final ImportRun run;
        private final CodexMirrors mirrors;
        private final CodexItems items;
        private final CodexThread thread;
        private final CodexTurns turns = new CodexTurns();
        private @Nullable ConversationWriter writer;

        Session(ImportRun run, CodexMirrors mirrors) {
            this.run = run;
            this.mirrors = mirrors;
            this.thread = new CodexThread(run.source());
            this.items = new CodexItems(mirrors);
        }

        void record(JsonNode record) {
            JsonNode payload = record.path("payload");
            switch (JsonFields.text(record, "type", "")) {
                case "session_meta" -> meta(payload);
                case "response_item" -> item(payload, record);
                case "event_msg" -> event(payload, record);
                case "compacted" -> compacted(payload, record);
                default -> bare(record);
            }
        }

        private void bare(JsonNode record) {
            if (record.has("payload")) {
                run.tally().ignored(JsonFields.text(record, "type", "without type"));
            } else if (record.has("instructions") || record.has("git")) {
                meta(record);
            } else {
                item(record, record);
            }
        }

        private void meta(JsonNode payload) {
            thread.header(payload);
            run.tally().ignored("session_meta");
        }

        private void item(JsonNode item, JsonNode record) {
            NewMessage message = items.message(item, Timestamps.of(record));
            if (message == null) {
                run.tally().ignored(JsonFields.text(item, "type", "item without type"));
            } else {
                send(message);
            }
        }

        private void send(NewMessage message) {
            writer().message(message);
            if (message.origin() == Origin.PERSON && message.role() == Role.USER) {
                turns.begin(writer().count());
            }
        }

        private void rolledBack(JsonNode event) {
            long from = turns.rollBack(event.path("num_turns").asInt(0));
            if (from > 0) {
                writer().takeBackFrom(from);
            }
        }

        private void event(JsonNode event, JsonNode record) {
            if (JsonFields.text(event, "type", "").equals("thread_rolled_back")) {
                rolledBack(event);
            }
            String said = CodexMirrors.said(event);
            HarnessMarkup.Told told = HarnessMarkup.told(List.of(new Part.Text(said == null ? "" : said)));
            if (said != null && !mirrors.isItem(said) && told.origin() == Origin.PERSON) {
                message(told.parts(), Origin.PERSON, record);
            } else {
                run.tally().ignored("event_msg");
            }
        }

        private void compacted(JsonNode payload, JsonNode record) {
            String summary = JsonFields.text(payload, "message", "");
            if (summary.isBlank()) {
                run.tally().ignored("compacted without summary");
            } else {
                text(summary, Origin.NATIVE_SUMMARY, record);
            }
        }

        private void text(String text, Origin origin, JsonNode record) {
            message(List.of(new Part.Text(text)), origin, record);
        }

        private void message(List<Part> parts, Origin origin, JsonNode record) {
            send(new NewMessage(null, null, null, Role.USER, origin, parts, Timestamps.of(record)));
        }

        private ConversationWriter writer() {
            if (writer == null) {
                writer = run.conversation(thread.draft(SOURCE));
            }
            return writer;
        }

        void end() {
            if (writer != null) {
                writer.end();
            }
        }
    }
}

package dev.pith.starter.importing.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.JsonRecords;
import dev.pith.starter.importing.reading.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a session of Gemini CLI since 0.40: a header, then messages, changes of the header ({@code $set}) and rewinds
 * ({@code $rewindTo}), one a line. A subagent's log is in a folder named by the session that called it.
 */
public final class GeminiLinesReader implements FormatReader {

    @Override
    public void read(ImportRun run) throws IOException {
        Log log = new Log(run, GeminiStates.scan(run.source()));
        new JsonRecords(run).read((record, line) -> log.record(record));
        log.end();
    }

    private static final class Log {
        private final ImportRun run;
        private final GeminiStates states;
        private final Map<String, Long> positions = new HashMap<>();
        private @Nullable ConversationWriter writer;
        private long records;

        Log(ImportRun run, GeminiStates states) {
            this.run = run;
            this.states = states;
        }

        void record(JsonNode record) {
            records++;
            String id = JsonFields.text(record, "id");
            String rewound = JsonFields.text(record, "$rewindTo");
            if (rewound != null) {
                rewind(rewound);
            } else if (id != null) {
                message(id, record);
            } else {
                describe(record.has("$set") ? record.path("$set") : record);
            }
        }

        private void message(String id, JsonNode record) {
            if (!Objects.equals(states.lastOf(id), records)) {
                run.tally().ignored("earlier state of a message");
                return;
            }
            long before = writer().count();
            GeminiMessage.add(run, writer(), record);
            if (writer().count() > before) {
                positions.put(id, writer().count());
            }
        }

        /** Abandons a message and what follows it; everything, if the log does not have the message. */
        private void rewind(String id) {
            run.tally().ignored("$rewindTo");
            Long from = states.lastOf(id) == null ? Long.valueOf(1) : positions.get(id);
            if (from != null && from <= writer().count()) {
                writer().takeBackFrom(from);
            }
        }

        private void describe(JsonNode said) {
            run.tally().ignored("metadata");
            if (writer == null) {
                writer = run.conversation(draft(said));
            }
            writer.describe(
                    JsonFields.text(said, "summary"),
                    said.path("directories").path(0).textValue(),
                    null);
        }

        private Draft draft(JsonNode header) {
            String id = JsonFields.text(header, "sessionId");
            Draft session = Draft.session(GeminiReader.NAME, id, null, null);
            boolean called = JsonFields.text(header, "kind", "").equals("subagent");
            return id != null && called ? session.subagent(id, caller(run.source())) : session;
        }

        private static @Nullable String caller(SourceFile source) {
            String path = source.canonicalPath();
            Path folder = path == null ? null : Path.of(path).getParent();
            Path chats = folder == null ? null : folder.getParent();
            return chats != null && chats.endsWith("chats")
                    ? chats.relativize(folder).toString()
                    : null;
        }

        private ConversationWriter writer() {
            if (writer == null) {
                writer = run.conversation(Draft.unnamed(GeminiReader.NAME, ""));
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

package dev.pith.starter.importing.cursor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.JsonRecords;
import java.io.IOException;
import java.util.Set;

/** Reads an agent transcript of Cursor: a role and a message in Anthropic's form on each line, without ids and times. */
public final class CursorReader implements FormatReader {

    public static final String NAME = "cursor";

    private static final Set<String> ROLES = Set.of("user", "assistant");

    public static boolean recognizes(JsonNode record) {
        return !record.has("type")
                && ROLES.contains(JsonFields.text(record, "role", ""))
                && record.path("message").path("content").isArray();
    }

    @Override
    public void read(ImportRun run) throws IOException {
        ConversationWriter writer = run.conversation(CursorSession.of(run.source()));
        CursorMessages messages = new CursorMessages();
        new JsonRecords(run).read((record, line) -> {
            if (recognizes(record)) {
                writer.message(messages.read(record));
                writer.describe(null, messages.project(), null);
            } else {
                run.tally().ignored(JsonFields.text(record, "type", "without type"));
            }
        });
        writer.end();
    }
}

package dev.pith.starter.importing.droid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.SessionName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One session of Droid: a header, then messages in Anthropic's form, one a line. */
final class DroidLog {

    private final ImportRun run;
    private @Nullable ConversationWriter writer;

    DroidLog(ImportRun run) {
        this.run = run;
    }

    void record(JsonNode record) {
        String type = JsonFields.text(record, "type", "without type");
        NewMessage message = switch (type) {
            case "message" -> DroidMessages.of(record);
            case "compaction_state" -> summary(record);
            default -> null;
        };
        if (type.equals("session_start") && writer == null) {
            writer = run.conversation(session(record));
        }
        if (message == null) {
            run.tally().ignored(type);
        } else {
            writer().message(message);
        }
    }

    void end() {
        if (writer != null) {
            writer.end();
        }
    }

    /** Returns the session. One that an agent started names its caller, a fork the session that it was cut from. */
    private Draft session(JsonNode start) {
        String said = JsonFields.text(start, "id", "");
        String id = said.isBlank() ? SessionName.of(run.source()) : said;
        String title = JsonFields.firstText(start, "sessionTitle", "title");
        String caller = JsonFields.text(start, "callingSessionId");
        Draft session = Draft.session(DroidReader.NAME, id, title, JsonFields.text(start, "cwd"));
        return caller == null || id == null
                ? session.forkedFrom(JsonFields.text(start, "parent"))
                : session.subagent(id, caller);
    }

    private static @Nullable NewMessage summary(JsonNode record) {
        String text = JsonFields.text(record, "summaryText", "");
        return text.isBlank()
                ? null
                : DroidMessages.made(record, Role.USER, Origin.NATIVE_SUMMARY, List.of(new Part.Text(text)));
    }

    /** Returns the writer; without a header, the file's name says which session it is. */
    private ConversationWriter writer() {
        if (writer == null) {
            writer = run.conversation(Draft.session(DroidReader.NAME, SessionName.of(run.source()), null, null));
        }
        return writer;
    }
}

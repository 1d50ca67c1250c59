package dev.pith.starter.importing.txcript;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.DocumentStream;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads txcript's interchange format "Simple": one document with the session's description and messages in Anthropic's
 * form. Without a description it is a chat like any other.
 */
public final class SimpleReader implements FormatReader {

    public static final String NAME = "txcript";

    private static final Set<String> ROLES = Set.of("user", "assistant");

    private final JsonNode sketch;

    public SimpleReader(JsonNode sketch) {
        this.sketch = sketch;
    }

    /** Recognizes a document by fields that no provider's request has. Hermes' also names its session. */
    public static boolean recognizes(JsonNode sketch) {
        JsonNode first = sketch.path("messages").path(0);
        return Stream.of("cwd", "git_branch", "cli_version").anyMatch(field -> JsonFields.text(sketch, field) != null)
                && ROLES.contains(JsonFields.text(first, "role", ""))
                && first.has("content")
                && !sketch.has("session_id");
    }

    @Override
    public void read(ImportRun run) throws IOException {
        String id = JsonFields.text(sketch, "id", "");
        ConversationWriter writer = run.conversation(Draft.session(
                NAME, id.isBlank() ? null : id, JsonFields.text(sketch, "title"), JsonFields.text(sketch, "cwd")));
        writer.describe(null, null, JsonFields.text(sketch, "git_branch"));
        SimpleMessages messages = new SimpleMessages(sketch);
        DocumentStream.eachIn(run, "messages", message -> message(run, writer, messages.read(message)));
        writer.end();
    }

    private static void message(ImportRun run, ConversationWriter writer, @Nullable NewMessage message) {
        if (message == null) {
            run.tally().ignored("elements that are no messages");
        } else {
            writer.message(message);
        }
    }
}

package dev.pith.starter.importing.cursor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.ContentBlocks;
import dev.pith.starter.importing.reading.HarnessMarkup;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.StatedCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts the lines of one transcript, in order. A prompt states its time; the replies to it get the same. */
final class CursorMessages {

    private final StatedCalls calls = new StatedCalls();
    private @Nullable Instant time;
    private @Nullable String project;

    NewMessage read(JsonNode record) {
        boolean user = JsonFields.text(record, "role", "").equals("user");
        List<Part> parts = new ArrayList<>();
        for (JsonNode block : record.path("message").path("content")) {
            for (Part part : ContentBlocks.parts(block)) {
                if (user && part instanceof Part.Text text) {
                    prompt(text.text(), parts);
                } else {
                    parts.add(calls.identified(part, JsonFields.text(block, "name")));
                }
            }
        }
        HarnessMarkup.Told told = user ? HarnessMarkup.told(parts) : new HarnessMarkup.Told(Origin.AGENT, parts);
        return new NewMessage(null, null, null, user ? Role.USER : Role.ASSISTANT, told.origin(), told.parts(), time);
    }

    /** Returns the folder that a prompt's context named last; null if none did. */
    @Nullable
    String project() {
        return project;
    }

    private void prompt(String text, List<Part> parts) {
        CursorPrompt prompt = new CursorPrompt(text);
        Instant said = prompt.time();
        time = said == null ? time : said;
        String workspace = prompt.workspace();
        project = workspace == null ? project : workspace;
        parts.addAll(prompt.parts());
    }
}

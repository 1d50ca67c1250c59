package dev.pith.starter.importing.txcript;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.ContentBlocks;
import dev.pith.starter.importing.reading.HarnessMarkup;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.StatedCalls;
import dev.pith.starter.importing.reading.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Converts the messages of one document, in order. A message without a time has that of the one before it. */
final class SimpleMessages {

    private final StatedCalls calls = new StatedCalls();
    private @Nullable Instant time;

    /** @param session the document's description, whose time is that of the first message */
    SimpleMessages(JsonNode session) {
        this.time = Timestamps.of(session);
    }

    /** Returns the message; null if its role or content is of another kind. */
    @Nullable
    NewMessage read(JsonNode message) {
        JsonNode content = message.path("content");
        String role = JsonFields.text(message, "role", "").toLowerCase(Locale.ROOT);
        boolean user = role.equals("user");
        if (!(user || role.equals("assistant")) || !(content.isTextual() || content.isArray())) {
            return null;
        }
        List<Part> parts = new ArrayList<>();
        for (Part part : ContentBlocks.parts(content)) {
            parts.add(calls.identified(part, null));
        }
        Instant said = Timestamps.of(message);
        time = said == null ? time : said;
        HarnessMarkup.Told told = user ? HarnessMarkup.told(parts) : new HarnessMarkup.Told(Origin.AGENT, parts);
        return new NewMessage(null, null, null, user ? Role.USER : Role.ASSISTANT, told.origin(), told.parts(), time);
    }
}

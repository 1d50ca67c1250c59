package dev.pith.starter.importing.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.ChatShapes;
import dev.pith.starter.importing.reading.ContentBlocks;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.Timestamps;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts the elements of one chat: each becomes a message, a pair becomes two. */
public final class ChatMessages {

    private final ImportRun run;
    private final ConversationWriter writer;
    private final SpokenMessages spoken = new SpokenMessages();
    private long count;

    public ChatMessages(ImportRun run, ConversationWriter writer) {
        this.run = run;
        this.writer = writer;
    }

    void add(JsonNode element) {
        add(element, Timestamps.of(element));
    }

    void add(JsonNode element, @Nullable Instant created) {
        count++;
        if (ChatShapes.isMessage(element)) {
            writer.message(spoken.next(element, created));
        } else if (ChatShapes.isBareMessage(element)) {
            String text = JsonFields.text(element, "message", "");
            boolean first = count % 2 == 1;
            say(first ? Role.USER : Role.ASSISTANT, first ? Origin.PERSON : Origin.AGENT, text, created);
        } else if (ChatShapes.isPair(element)) {
            pair(element, created);
        } else {
            run.tally().ignored("elements that are no messages");
        }
    }

    void end() {
        writer.end();
    }

    private void pair(JsonNode element, @Nullable Instant created) {
        String query = ChatShapes.query(element);
        String response = ChatShapes.response(element);
        say(Role.USER, Origin.PERSON, query == null ? "" : query, created);
        say(Role.ASSISTANT, Origin.AGENT, response == null ? "" : response, created);
    }

    private void say(Role role, Origin origin, String text, @Nullable Instant created) {
        writer.message(new NewMessage(null, null, null, role, origin, List.of(new Part.Text(text)), created));
    }

    /** Adds the system prompt stored beside the messages; does nothing if there is none. */
    public void system(JsonNode prompt) {
        List<Part> parts = prompt.isTextual() || prompt.isArray() ? ContentBlocks.parts(prompt) : List.of();
        if (parts.stream()
                .anyMatch(part -> part instanceof Part.Text text && !text.text().isBlank())) {
            writer.message(new NewMessage(null, null, null, Role.SYSTEM, Origin.HARNESS, parts, null));
        }
    }
}

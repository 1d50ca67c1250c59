package dev.pith.starter.web.messages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.chat.SpokenMessages;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.Timestamps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages of an API request, in the chat form of OpenAI or with the content blocks of Anthropic; both may be
 * mixed. It refuses what an importer would skip. As everywhere in Pith, images and files are recorded by name, type and
 * size; signatures, citations and encrypted reasoning are not stored.
 */
public final class MessagesReader {

    /** The largest number of messages in a request. */
    public static final int MOST = 1_000;

    private MessagesReader() {}

    /**
     * Returns the messages in order. The field {@code id} of a message becomes its uid; without it, the uid is null.
     *
     * @param messages an array of 1 to {@value #MOST} objects
     * @throws InvalidMessagesException if a message breaks a rule
     */
    public static List<NewMessage> read(JsonNode messages) {
        if (!messages.isArray() || messages.isEmpty()) {
            throw InvalidMessagesException.of("messages", messages, "must be an array of 1 to " + MOST + " messages");
        }
        if (messages.size() > MOST) {
            throw new InvalidMessagesException("messages has " + messages.size() + " elements: at most " + MOST
                    + " are allowed in an append, send the rest in further ones");
        }
        SpokenMessages spoken = new SpokenMessages();
        Map<String, Integer> ids = new HashMap<>();
        List<NewMessage> read = new ArrayList<>(messages.size());
        for (JsonNode element : messages) {
            String at = "messages[" + read.size() + "]";
            MessageRules.check(element, at);
            NewMessage message = spoken.next(element, Timestamps.of(element));
            distinct(ids, JsonFields.text(element, "id"), read.size());
            read.add(completed(message, element));
        }
        return List.copyOf(read);
    }

    private static void distinct(Map<String, Integer> ids, @Nullable String id, int index) {
        Integer earlier = id == null ? null : ids.putIfAbsent(id, index);
        if (earlier != null) {
            throw new InvalidMessagesException("messages[" + index + "].id is also that of messages[" + earlier
                    + "]: the ids of an append must be different");
        }
    }

    /** Adds a refusal and a participant's name, which importers do not read. */
    private static NewMessage completed(NewMessage message, JsonNode element) {
        String refusal = JsonFields.text(element, "refusal");
        String name = message.role() == Role.TOOL ? null : JsonFields.text(element, "name");
        if (refusal == null && name == null) {
            return message;
        }
        List<Part> parts = new ArrayList<>(message.parts());
        if (refusal != null && !refusal.isEmpty()) {
            parts.add(new Part.Text(refusal));
        }
        if (name != null) {
            SpokenMessages.name(name, parts);
        }
        return new NewMessage(message.uid(), null, null, message.role(), message.origin(), parts, message.created());
    }
}

package dev.pith.starter.importing.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.ChatShapes;
import dev.pith.starter.importing.reading.DocumentStream;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.Timestamps;
import java.io.IOException;
import java.time.Instant;

/** Reads {@code {user: {history: {date: [{query, response}]}}}}: a conversation for each user, its pairs dated. */
public final class DatedPairsReader implements FormatReader {

    @Override
    public void read(ImportRun run) throws IOException {
        DocumentStream.read(
                run,
                document -> document.fields(user -> {
                    if (document.isObject()) {
                        user(run, document, user);
                    } else {
                        document.skip();
                    }
                }));
    }

    /** Returns whether an object's value is a user with a history. */
    public static boolean isUser(JsonNode value) {
        JsonNode history = value.path("history");
        return history.isObject()
                && !history.isEmpty()
                && ChatShapes.isPair(history.iterator().next().path(0));
    }

    private static void user(ImportRun run, DocumentStream document, String user) throws IOException {
        Draft draft = Draft.unnamed("pairs", "#" + user).titled(user);
        ChatMessages chat = new ChatMessages(run, run.conversation(draft));
        try {
            document.fields(name -> {
                if (name.equals("history") && document.isObject()) {
                    document.fields(date -> day(run, document, chat, date));
                } else {
                    document.skip();
                }
            });
        } finally {
            chat.end();
        }
    }

    private static void day(ImportRun run, DocumentStream document, ChatMessages chat, String date) throws IOException {
        if (!document.isArray()) {
            document.skip();
            return;
        }
        Instant created = Timestamps.parse(date);
        document.elements(() -> {
            run.tally().record();
            chat.add(document.tree(), created);
        });
    }
}

package dev.pith.starter.importing.qwen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Part;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.RewindPlaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One chat of Qwen Code. Records that share an id are one message. */
final class QwenLog {

    private final ImportRun run;
    private final RewindPlaces places = new RewindPlaces();
    private final List<Part> parts = new ArrayList<>();
    private @Nullable ConversationWriter writer;
    private @Nullable JsonNode open;

    QwenLog(ImportRun run) {
        this.run = run;
    }

    void record(JsonNode record) {
        String id = JsonFields.text(record, "uuid");
        boolean continues = open != null && id != null && id.equals(JsonFields.text(open, "uuid"));
        if (!continues) {
            flush();
        }
        String type = JsonFields.text(record, "type", "without type");
        switch (type) {
            case "user", "assistant", "tool_result" -> {
                parts.addAll(QwenParts.of(record.path("message").path("parts"), failed(record)));
                open = record;
                writer(record).describe(null, JsonFields.text(record, "cwd"), JsonFields.text(record, "gitBranch"));
            }
            case "system" -> system(record, JsonFields.text(record, "subtype", "message"));
            default -> run.tally().ignored(type);
        }
    }

    void end() {
        flush();
        if (writer != null) {
            writer.end();
        }
    }

    private void system(JsonNode record, String subtype) {
        JsonNode payload = record.path("systemPayload");
        switch (subtype) {
            case "rewind" -> rewind(writer(record), JsonFields.text(record, "parentUuid"));
            case "custom_title" -> writer(record).describe(JsonFields.text(payload, "customTitle"), null, null);
            case "chat_compression" -> {
                NewMessage summary = QwenMessage.summary(record);
                if (!summary.parts().isEmpty()) {
                    writer(record).message(summary);
                }
            }
            default -> {}
        }
        run.tally().ignored("system " + subtype);
        places.put(JsonFields.text(record, "uuid"), writer(record).count() + 1);
    }

    private void rewind(ConversationWriter chat, @Nullable String kept) {
        if (kept == null) {
            chat.takeBackFrom(1);
        } else {
            places.rewind(chat, kept);
        }
    }

    private void flush() {
        JsonNode record = open;
        if (record != null) {
            ConversationWriter chat = Objects.requireNonNull(writer);
            if (!parts.isEmpty()) {
                chat.message(QwenMessage.of(record, parts));
            }
            places.put(JsonFields.text(record, "uuid"), chat.count() + 1);
        }
        parts.clear();
        open = null;
    }

    private static boolean failed(JsonNode record) {
        return JsonFields.text(record.path("toolCallResult"), "status", "success")
                .equals("error");
    }

    private ConversationWriter writer(JsonNode record) {
        if (writer == null) {
            writer = run.conversation(QwenSession.of(run.source(), record));
        }
        return writer;
    }
}

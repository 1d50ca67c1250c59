package dev.pith.starter.importing.claude;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.ContentBlocks;
import dev.pith.starter.importing.reading.HarnessMarkup;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.Timestamps;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts the records of one Claude Code log: messages, titles and queued prompts; counts ignored records. */
final class ClaudeSession {

    private final ImportRun run;
    private final ClaudeQueue queue;
    private final ClaudeThreads threads;
    private final ClaudeCompactions compactions = new ClaudeCompactions();

    ClaudeSession(ImportRun run, ClaudeQueue queue) {
        this.run = run;
        this.queue = queue;
        this.threads = new ClaudeThreads(run);
    }

    void record(JsonNode record, long line) {
        String type = JsonFields.text(record, "type", "without type");
        switch (type) {
            case "user", "assistant" -> message(record, type);
            case "summary" -> title(JsonFields.text(record, "summary"), type, 0);
            case "ai-title" -> title(JsonFields.firstText(record, "aiTitle", "title"), type, 1);
            case "custom-title" -> title(JsonFields.firstText(record, "customTitle", "title"), type, 2);
            case "queue-operation" -> queued(record, line);
            case "attachment" -> attachment(record);
            case "system" -> system(JsonFields.text(record, "subtype", "message"), record);
            default -> run.tally().ignored(type);
        }
    }

    void end() {
        if (queue.waiting(run.finalRead()) > 0) {
            run.tally().note("a queued prompt was not taken up yet and waits for the next import");
        }
        threads.end();
    }

    private void system(String subtype, JsonNode record) {
        run.tally().ignored("system " + subtype);
        if (subtype.equals("compact_boundary")) {
            compactions.boundary(record);
        }
    }

    private void message(JsonNode record, String type) {
        JsonNode message = record.path("message");
        List<Part> parts = ContentBlocks.parts(message.path("content"));
        boolean user = type.equals("user");
        if (compactions.isCopy(JsonFields.text(record, "uuid"))) {
            run.tally().ignored("copy after a compaction");
            return;
        }
        if (!user && parts.isEmpty() && !message.path("content").isEmpty()) {
            run.tally().ignored("empty thinking");
            return;
        }
        boolean streaming =
                !user && parts.isEmpty() && message.path("stop_reason").isNull();
        HarnessMarkup.Told told = user
                ? ClaudeOrigins.ofUser(record, parts)
                : new HarnessMarkup.Told(ClaudeOrigins.ofAssistant(record), parts);
        NewMessage made = new NewMessage(
                JsonFields.text(record, "uuid"),
                parent(record, told),
                JsonFields.text(message, "id"),
                user ? Role.USER : Role.ASSISTANT,
                told.origin(),
                told.parts(),
                Timestamps.of(record));
        threads.of(record).message(made, !streaming);
    }

    /**
     * Returns the parent of a record. Two results under one reply are no rewind, even if both contain a person's words.
     */
    private @Nullable String parent(JsonNode record, HarnessMarkup.Told told) {
        boolean answer =
                told.origin() == Origin.PERSON && told.parts().stream().anyMatch(Part.ToolResult.class::isInstance);
        return answer ? null : compactions.parent(JsonFields.text(record, "parentUuid"));
    }

    private void title(@Nullable String title, String kind, int rank) {
        run.tally().ignored(kind);
        threads.title(title, rank);
    }

    private void queued(JsonNode record, long line) {
        String text = ClaudeQueue.prompt(record);
        if (text == null || !queue.standsAlone(line, text, run.finalRead())) {
            run.tally().ignored("queue-operation");
            return;
        }
        prompt(record, text);
    }

    /** Reads a queued prompt that was delivered in the middle of a turn; it has no user line. */
    private void attachment(JsonNode record) {
        JsonNode attachment = record.path("attachment");
        if (!JsonFields.text(attachment, "type", "").equals("queued_command")) {
            run.tally().ignored("attachment");
            return;
        }
        prompt(record, JsonFields.plain(attachment.path("prompt")));
    }

    private void prompt(JsonNode record, String text) {
        HarnessMarkup.Told told = HarnessMarkup.told(List.of(new Part.Text(text)));
        // It gets no parent: a queued prompt never replaces another one, so it must not look like a rewind.
        threads.of(record)
                .message(new NewMessage(
                        JsonFields.text(record, "uuid"),
                        null,
                        null,
                        Role.USER,
                        told.origin() == Origin.PERSON ? Origin.PERSON : Origin.HARNESS,
                        told.parts(),
                        Timestamps.of(record)));
    }
}

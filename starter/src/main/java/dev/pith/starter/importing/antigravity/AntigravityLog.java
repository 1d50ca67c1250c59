package dev.pith.starter.importing.antigravity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.HarnessMarkup;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.TaggedPrompt;
import dev.pith.starter.importing.reading.Timestamps;
import dev.pith.starter.importing.reading.UniqueIds;
import java.util.List;
import java.util.Set;

/** One transcript of Antigravity. */
final class AntigravityLog {

    private static final Set<String> UNFINISHED = Set.of("GENERATING", "QUEUED", "PENDING", "RUNNING", "WAITING");

    private final ImportRun run;
    private final ConversationWriter writer;
    private final UniqueIds ids = new UniqueIds();
    private final AntigravityCalls calls = new AntigravityCalls();

    AntigravityLog(ImportRun run) {
        this.run = run;
        this.writer = run.conversation(
                Draft.session(AntigravityReader.NAME, Transcripts.conversation(run.source()), null, null));
    }

    void record(JsonNode step) {
        String type = JsonFields.text(step, "type", "without type");
        String source = JsonFields.text(step, "source", "");
        String content = JsonFields.text(step, "content", "");
        switch (type) {
            case "PLANNER_RESPONSE" -> write(step, Role.ASSISTANT, Origin.AGENT, calls.reply(step));
            case "USER_INPUT" -> prompt(step, source, content);
            case "CHECKPOINT" -> write(step, Role.USER, Origin.NATIVE_SUMMARY, text(content));
            default -> {
                if (source.equals("MODEL") && !content.isBlank()) {
                    write(step, Role.TOOL, Origin.HARNESS, List.of(calls.result(step)));
                } else {
                    write(step, Role.USER, Origin.HARNESS, text(content));
                }
            }
        }
    }

    void end() {
        writer.describe(null, calls.project(), null);
        writer.end();
    }

    private void prompt(JsonNode step, String source, String content) {
        List<Part> tagged = TaggedPrompt.between("USER_REQUEST", content);
        List<Part> parts = tagged.isEmpty() ? text(content) : tagged;
        HarnessMarkup.Told told = source.equals("USER_EXPLICIT")
                ? HarnessMarkup.told(parts)
                : new HarnessMarkup.Told(Origin.HARNESS, parts);
        write(step, Role.USER, told.origin(), told.parts());
    }

    private static List<Part> text(String content) {
        return content.isBlank() ? List.of() : List.of(new Part.Text(content));
    }

    private void write(JsonNode step, Role role, Origin origin, List<Part> parts) {
        if (parts.isEmpty()) {
            run.tally().ignored(JsonFields.text(step, "type", "without type"));
            return;
        }
        String index = step.path("step_index").asText();
        NewMessage message = new NewMessage(
                index.isEmpty() ? null : ids.next(index), null, null, role, origin, parts, Timestamps.of(step));
        writer.message(message, !UNFINISHED.contains(JsonFields.text(step, "status", "")));
    }
}

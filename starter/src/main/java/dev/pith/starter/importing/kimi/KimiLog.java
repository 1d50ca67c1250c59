package dev.pith.starter.importing.kimi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.ContentBlocks;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.HarnessMarkup;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.Timestamps;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One log of Kimi Code. */
final class KimiLog {

    private final ImportRun run;
    private final ConversationWriter writer;
    private final Deque<Long> turns = new ArrayDeque<>();
    private @Nullable KimiStep step;

    KimiLog(ImportRun run) {
        this.run = run;
        this.writer = run.conversation(KimiSession.of(run.source()));
    }

    void record(JsonNode record) {
        String type = JsonFields.text(record, "type", "without type");
        switch (type) {
            case "context.append_message" -> message(record, record.path("message"));
            case "context.append_loop_event" -> event(record, record.path("event"));
            case "context.apply_compaction" -> compacted(record);
            case "context.undo" -> undo(record.path("count").asInt(1));
            case "context.clear" -> turns.clear();
            case "config.update" -> writer.describe(null, JsonFields.text(record, "cwd"), null);
            default -> {}
        }
        if (!type.startsWith("context.append") && !type.equals("context.apply_compaction")) {
            run.tally().ignored(type);
        }
    }

    /** Ends the log. A step without an end waits for the next import, with its results. */
    void end() {
        NewMessage reply = step == null ? null : step.reply();
        if (reply != null && run.finalRead()) {
            flush();
        } else if (reply != null) {
            writer.message(reply, false);
        }
        writer.end();
    }

    private void message(JsonNode record, JsonNode message) {
        flush();
        List<Part> parts = ContentBlocks.parts(message.path("content"));
        String role = JsonFields.text(message, "role", "");
        if (role.equals("assistant")) {
            writer.message(made(record, Role.ASSISTANT, Origin.AGENT, parts));
            return;
        }
        boolean said = JsonFields.text(message.path("origin"), "kind", "user").equals("user");
        HarnessMarkup.Told told = said ? HarnessMarkup.told(parts) : new HarnessMarkup.Told(Origin.HARNESS, parts);
        if (said) {
            turns.push(writer.count() + 1);
        }
        writer.message(made(record, Role.USER, told.origin(), told.parts()));
    }

    private void event(JsonNode record, JsonNode event) {
        switch (JsonFields.text(event, "type", "")) {
            case "step.begin" -> {
                flush();
                step = new KimiStep(record);
            }
            case "content.part" -> step(record).content(event.path("part"));
            case "tool.call" -> step(record).call(event);
            case "tool.result" -> result(record);
            case "step.end" -> flush();
            default -> run.tally().ignored(JsonFields.text(event, "type", "event without type"));
        }
    }

    private void result(JsonNode record) {
        if (step == null) {
            writer.message(KimiStep.resultOf(record));
        } else {
            step.result(record);
        }
    }

    private KimiStep step(JsonNode record) {
        if (step == null) {
            step = new KimiStep(record);
        }
        return step;
    }

    private void flush() {
        if (step != null) {
            NewMessage reply = step.reply();
            if (reply != null) {
                writer.message(reply);
            }
            step.results().forEach(writer::message);
        }
        step = null;
    }

    private void compacted(JsonNode record) {
        flush();
        turns.clear();
        List<Part> summary = ContentBlocks.parts(record.path("summary"));
        writer.message(made(record, Role.USER, Origin.NATIVE_SUMMARY, summary));
    }

    /** Abandons the last turns: what a person said, and what followed. */
    private void undo(int count) {
        flush();
        Long from = null;
        for (int i = 0; i < count && !turns.isEmpty(); i++) {
            from = turns.pop();
        }
        if (from != null) {
            writer.takeBackFrom(from);
        }
    }

    private static NewMessage made(JsonNode record, Role role, Origin origin, List<Part> parts) {
        String id = JsonFields.text(record.path("message"), "id");
        return new NewMessage(id, null, null, role, origin, parts, Timestamps.of(record));
    }
}

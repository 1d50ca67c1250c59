package dev.pith.starter.importing.grok;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One log of Grok Build. Reasoning is in lines of its own, before the reply that it led to. */
final class GrokLog {

    private final ImportRun run;
    private final ConversationWriter writer;
    private final List<Part> thoughts = new ArrayList<>();

    /** The time of the first message: the session's. The log states no others. */
    private @Nullable Instant time;

    GrokLog(ImportRun run) {
        GrokSession session = GrokSession.of(run.source());
        this.run = run;
        this.writer = run.conversation(session.draft());
        this.time = Timestamps.of(session.summary());
        writer.describe(null, null, JsonFields.text(session.summary(), "head_branch"));
    }

    void record(JsonNode record) {
        String type = JsonFields.text(record, "type", "without type");
        switch (type) {
            case "reasoning" -> thoughts.addAll(GrokParts.thoughts(record));
            case "assistant" -> {
                thoughts.addAll(GrokParts.reply(record));
                think();
            }
            case "user" -> {
                HarnessMarkup.Told told = GrokParts.told(record);
                write(Role.USER, told.origin(), told.parts());
            }
            case "system" -> write(Role.SYSTEM, Origin.HARNESS, ContentBlocks.parts(record.path("content")));
            case "tool_result" -> write(Role.TOOL, Origin.HARNESS, GrokParts.result(record));
            case "backend_tool_call" -> {
                thoughts.add(GrokParts.serverCall(record));
                write(Role.TOOL, Origin.HARNESS, GrokParts.serverResult(record));
            }
            default -> run.tally().ignored(type);
        }
    }

    /** Ends the log. Reasoning without its reply waits for the next import. */
    void end() {
        if (!thoughts.isEmpty()) {
            writer.message(made(Role.ASSISTANT, Origin.AGENT, thoughts), false);
        }
        writer.end();
    }

    private void write(Role role, Origin origin, List<Part> parts) {
        think();
        if (parts.isEmpty()) {
            run.tally().ignored("empty message");
        } else {
            writer.message(made(role, origin, parts));
        }
    }

    /** Writes what the model has thought, said and called so far. */
    private void think() {
        if (!thoughts.isEmpty()) {
            writer.message(made(Role.ASSISTANT, Origin.AGENT, thoughts));
            thoughts.clear();
        }
    }

    private NewMessage made(Role role, Origin origin, List<Part> parts) {
        Instant created = time;
        time = null;
        return new NewMessage(null, null, null, role, origin, parts, created);
    }
}

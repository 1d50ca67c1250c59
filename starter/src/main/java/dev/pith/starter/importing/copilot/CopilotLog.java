package dev.pith.starter.importing.copilot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.RewindPlaces;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One log of Copilot CLI: the session, and a conversation for each subagent, whose events name the call behind it. */
final class CopilotLog {

    private static final String MAIN = "";

    private final ImportRun run;
    private final CopilotCalls calls = new CopilotCalls();
    private final RewindPlaces places = new RewindPlaces();
    private final Map<String, ConversationWriter> writers = new LinkedHashMap<>();
    private @Nullable String session;
    private @Nullable String folder;
    private @Nullable String thought;

    CopilotLog(ImportRun run) {
        this.run = run;
    }

    void record(JsonNode event) {
        JsonNode data = event.path("data");
        String type = JsonFields.text(event, "type", "without type");
        places.put(JsonFields.text(event, "id"), count() + 1);
        switch (type) {
            case "session.start", "session.resume" -> begin(data, type);
            case "session.context_changed" -> describe(data, type);
            case "session.title_changed" -> title(data, type);
            case "session.snapshot_rewind" -> rewind(data, type);
            case "session.compaction_complete" -> compacted(event, type);
            case "user.message" -> write(event, CopilotMessages.user(event));
            case "system.notification" -> write(event, CopilotMessages.told(event, "content", Origin.HARNESS));
            case "assistant.reasoning" -> thought = JsonFields.text(data, "content");
            case "assistant.message" -> reply(event);
            case "tool.execution_start" -> calls.started(event);
            case "tool.execution_complete" -> result(event);
            default -> run.tally().ignored(type);
        }
    }

    void end() {
        writers.values().forEach(ConversationWriter::end);
    }

    private void begin(JsonNode data, String type) {
        session = session == null ? JsonFields.text(data, "sessionId") : session;
        describe(data.path("context"), type);
    }

    private void describe(JsonNode context, String type) {
        run.tally().ignored(type);
        String cwd = JsonFields.text(context, "cwd");
        folder = folder == null ? cwd : folder;
        writer(MAIN).describe(null, cwd, JsonFields.text(context, "branch"));
    }

    private void title(JsonNode data, String type) {
        run.tally().ignored(type);
        writer(MAIN).describe(JsonFields.text(data, "title"), null, null);
    }

    private void rewind(JsonNode data, String type) {
        run.tally().ignored(type);
        places.rewind(writer(MAIN), JsonFields.text(data, "upToEventId"));
    }

    private void compacted(JsonNode event, String type) {
        if (JsonFields.text(event.path("data"), "summaryContent", "").isBlank()) {
            run.tally().ignored(type);
        } else {
            write(event, CopilotMessages.told(event, "summaryContent", Origin.NATIVE_SUMMARY));
        }
    }

    private void reply(JsonNode event) {
        calls.requested(event);
        NewMessage message = CopilotMessages.assistant(event, thought);
        thought = null;
        if (message.parts().isEmpty()) {
            run.tally().ignored("empty reply");
        } else {
            write(event, message);
        }
    }

    private void result(JsonNode event) {
        JsonNode start = calls.ended(event);
        if (start != null) {
            write(event, CopilotMessages.call(start));
        }
        write(event, CopilotMessages.result(event));
    }

    private void write(JsonNode event, NewMessage message) {
        String caller = JsonFields.text(event.path("data"), "parentToolCallId");
        writer(caller == null ? JsonFields.text(event, "agentId", MAIN) : caller)
                .message(message);
    }

    private long count() {
        ConversationWriter main = writers.get(MAIN);
        return main == null ? 0 : main.count();
    }

    private ConversationWriter writer(String agent) {
        return writers.computeIfAbsent(agent, id -> {
            Draft draft = Draft.session(CopilotReader.NAME, session, null, folder);
            return run.conversation(id.equals(MAIN) ? draft : draft.subagent(id, session));
        });
    }
}

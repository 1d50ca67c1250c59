package dev.pith.starter.cli.compaction;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.memory.Flushes;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Compaction;
import dev.pith.starter.cli.memory.FlushReport;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.wording.Numbers;
import dev.pith.workflows.compaction.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The state of a compaction, as the JSON object that status, watch and cancel print. */
record CompactionState(Engine engine) {

    /** Returns the object of a compaction, with or without its progress. */
    Map<String, Object> of(Compaction compaction, Optional<Progress> progress) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("conversation", compaction.conversation());
        object.put("compaction", compaction.id());
        object.put("strategy", compaction.strategy());
        object.put("state", Numbers.lower(compaction.state()));
        object.put("outcome", compaction.outcome());
        object.put("decision", compaction.decision());
        object.put("chunksDone", engine.database().table(Chunks.class).done(compaction.id()));
        object.put("chunks", compaction.chunks());
        object.put("percent", progress.map(Progress::percent).orElse(compaction.running() ? null : 100));
        object.put("stage", progress.map(known -> known.stage().name()).orElse(null));
        object.put("tokensBefore", compaction.tokensBefore());
        object.put("tokensAfter", compaction.tokensAfter());
        object.put("error", compaction.error());
        object.put(
                "runsElsewhere",
                engine.hasTemporal() ? engine.elsewhere().of(compaction).orElse(null) : null);
        object.put("flushes", flushes(compaction.conversation()));
        return object;
    }

    /** Returns the object for a conversation with nothing to do, and the reason. Same keys, as far as they apply. */
    Map<String, Object> nothing(Conversation conversation, String state, String why) {
        Map<String, Object> object = never(conversation);
        object.put("state", state);
        object.put("error", why);
        return object;
    }

    /** Returns the object for a conversation that was never compacted. Same keys, as far as they apply. */
    Map<String, Object> never(Conversation conversation) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("conversation", conversation.id());
        object.put("compaction", null);
        object.put("strategy", null);
        object.put("state", "never compacted");
        object.put("outcome", null);
        object.put("flushes", flushes(conversation.id()));
        return object;
    }

    private List<Map<String, Object>> flushes(String conversation) {
        return engine.database().table(Flushes.class).open(conversation).stream()
                .map(FlushReport::object)
                .toList();
    }
}

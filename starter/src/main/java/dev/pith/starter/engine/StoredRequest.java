package dev.pith.starter.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pith.activities.store.Compaction;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CompactionSpec;

/** What was asked of a compaction, as the store keeps it. */
final class StoredRequest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StoredRequest() {}

    static CompactionRequest of(Compaction compaction) {
        try {
            CompactionSpec spec = JSON.readValue(compaction.request(), CompactionSpec.class);
            return new CompactionRequest(compaction.id(), compaction.conversation(), spec);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "the stored request of compaction " + compaction.id() + " cannot be read: "
                            + e.getOriginalMessage(),
                    e);
        }
    }
}

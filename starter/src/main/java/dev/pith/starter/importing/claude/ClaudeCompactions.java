package dev.pith.starter.importing.claude;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.Fingerprint;
import dev.pith.starter.importing.reading.JsonFields;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Claude Code's compactions kept. The program may write a kept record again behind the boundary, with the same id
 * and another parent, and the next prompt continues from the last kept record.
 */
final class ClaudeCompactions {

    private final Set<Long> before = new HashSet<>();
    private final Set<Long> since = new HashSet<>();
    private final Map<String, String> ends = new HashMap<>();

    /** Begins a new part of the log at a {@code compact_boundary}. */
    void boundary(JsonNode record) {
        before.addAll(since);
        since.clear();
        JsonNode facts = either(record, "compactMetadata", "compact_metadata");
        JsonNode segment = either(facts, "preservedSegment", "preserved_segment");
        JsonNode kept = either(facts, "preservedMessages", "preserved_messages");
        String boundary = JsonFields.text(record, "uuid", "");
        ends(either(segment, "tailUuid", "tail_uuid"), boundary);
        ends(last(kept.path("uuids")), boundary);
        ends(last(either(kept, "allUuids", "all_uuids")), boundary);
    }

    /** Returns whether a record was already there before the last compaction. */
    boolean isCopy(@Nullable String uuid) {
        if (uuid == null) {
            return false;
        }
        long key = Fingerprint.of(uuid);
        if (before.contains(key)) {
            return true;
        }
        since.add(key);
        return false;
    }

    /**
     * Returns a prompt's parent; the last kept record under another name, so that a prompt that followed it before the
     * compaction does not look rewound.
     */
    @Nullable
    String parent(@Nullable String uuid) {
        return uuid == null ? null : ends.getOrDefault(uuid, uuid);
    }

    private void ends(JsonNode uuid, String boundary) {
        if (uuid.isTextual()) {
            ends.put(uuid.textValue(), uuid.textValue() + "~" + boundary);
        }
    }

    private static JsonNode last(JsonNode uuids) {
        return uuids.path(uuids.size() - 1);
    }

    private static JsonNode either(JsonNode record, String name, String otherwise) {
        return record.has(name) ? record.path(name) : record.path(otherwise);
    }
}

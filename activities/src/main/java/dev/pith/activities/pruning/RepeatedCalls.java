package dev.pith.activities.pruning;

import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.hashing.Sha256;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Notes the newest message with each call, e.g. the reading of a file, so that earlier results of the same call are
 * known to be outdated. Not thread-safe.
 */
final class RepeatedCalls {

    /** The most distinct calls that are noted; later ones count as not repeated. */
    private static final int MOST = 200_000;

    private final Map<String, Long> newest = new HashMap<>();

    void note(StoredMessage message) {
        for (Part part : message.parts()) {
            if (part instanceof Part.ToolCall call) {
                String key = key(call);
                if (newest.size() < MOST || newest.containsKey(key)) {
                    newest.put(key, message.seq());
                }
            }
        }
    }

    /** Returns the newest message with the same call, if it is later than {@code seq}; null otherwise. */
    @Nullable
    Long after(long seq, Part.@Nullable ToolCall call) {
        Long last = call == null ? null : newest.get(key(call));
        return last == null || last <= seq ? null : last;
    }

    private static String key(Part.ToolCall call) {
        return Sha256.hex(call.name(), call.input());
    }
}

package dev.pith.starter.importing.reading;

import dev.pith.activities.conversation.Part;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives calls ids where the source has none, and results the ids of their calls. Not thread-safe. */
public final class StatedCalls {

    private final CallPairs pairs = new CallPairs();
    private final Set<String> stated = new HashSet<>();

    /**
     * Returns a part with its call's id.
     *
     * @param tool the tool's name in the block that the part was read from; null if it has none
     */
    public Part identified(Part part, @Nullable String tool) {
        if (part instanceof Part.ToolCall call) {
            if (!call.callId().isEmpty()) {
                stated.add(call.callId());
            }
            return new Part.ToolCall(pairs.call(call.callId(), call.name()), call.name(), call.input());
        }
        if (part instanceof Part.ToolResult result && !stated.contains(result.callId())) {
            String id = pairs.result(null, tool);
            return new Part.ToolResult(id.isEmpty() ? result.callId() : id, result.text(), result.failed());
        }
        return part;
    }
}

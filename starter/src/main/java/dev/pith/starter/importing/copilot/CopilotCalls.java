package dev.pith.starter.importing.copilot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.JsonFields;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The calls that are open. A message names its calls; of other calls, only the start and the end are in the log. */
final class CopilotCalls {

    private final Set<String> requested = new HashSet<>();
    private final Map<String, JsonNode> started = new HashMap<>();

    void requested(JsonNode message) {
        for (JsonNode request : message.path("data").path("toolRequests")) {
            requested.add(id(request));
            started.remove(id(request));
        }
    }

    void started(JsonNode event) {
        String id = id(event.path("data"));
        if (!requested.contains(id)) {
            started.put(id, event);
        }
    }

    /** Ends a call. Returns its start if no message named it, else null. */
    @Nullable
    JsonNode ended(JsonNode event) {
        String id = id(event.path("data"));
        requested.remove(id);
        return started.remove(id);
    }

    static String id(JsonNode call) {
        return JsonFields.text(call, "toolCallId", "");
    }
}

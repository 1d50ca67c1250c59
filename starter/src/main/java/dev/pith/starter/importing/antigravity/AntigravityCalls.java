package dev.pith.starter.importing.antigravity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.activities.conversation.Part;
import dev.pith.starter.importing.reading.CallPairs;
import dev.pith.starter.importing.reading.JsonFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pairs calls with their results: steps name no call, and follow the reply that called them, in its order. */
final class AntigravityCalls {

    private static final ObjectReader WHOLE =
            JsonFields.MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final CallPairs pairs = new CallPairs();
    private @Nullable String project;

    /** Returns the parts of a reply. Calls of earlier replies that have no result yet will not get one. */
    List<Part> reply(JsonNode step) {
        pairs.forget();
        List<Part> parts = new ArrayList<>();
        String thought = JsonFields.text(step, "thinking", "");
        if (!thought.isBlank()) {
            parts.add(new Part.Reasoning(thought));
        }
        String text = JsonFields.text(step, "content", "");
        if (!text.isBlank()) {
            parts.add(new Part.Text(text));
        }
        step.path("tool_calls").forEach(call -> parts.add(call(call)));
        return parts;
    }

    /** Returns the folder of the first command; null if no command states it. */
    @Nullable
    String project() {
        return project;
    }

    Part result(JsonNode step) {
        boolean failed = JsonFields.text(step, "status", "").equals("ERROR");
        return new Part.ToolResult(pairs.result(null, null), JsonFields.text(step, "content", ""), failed);
    }

    private Part call(JsonNode call) {
        String name = JsonFields.text(call, "name", "unknown");
        ObjectNode arguments = JsonFields.MAPPER.createObjectNode();
        call.path("args")
                .properties()
                .forEach(argument -> arguments.set(argument.getKey(), decoded(argument.getValue())));
        project = project == null ? JsonFields.text(arguments, "Cwd") : project;
        return new Part.ToolCall(pairs.call(null, name), name, arguments.toString());
    }

    /** Returns an argument's value: the transcript has it as JSON in a text. */
    private static JsonNode decoded(JsonNode argument) {
        try {
            JsonNode value = argument.isTextual() ? WHOLE.readTree(argument.textValue()) : argument;
            return value.isMissingNode() ? argument : value;
        } catch (JsonProcessingException e) {
            return argument;
        }
    }
}

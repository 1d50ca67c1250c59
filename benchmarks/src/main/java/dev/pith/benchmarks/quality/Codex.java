package dev.pith.benchmarks.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.pith.benchmarks.quality.Event.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Codex' records. */
final class Codex implements LineFormat {

    private static final Set<String> TYPES = Set.of("session_meta", "response_item", "event_msg", "turn_context");
    private static final Pattern EXIT =
            Pattern.compile("(?m)^(?:Process exited with code|Exit code:) (\\d{1,3})|\"exit_code\": ?(\\d{1,3})");
    private static final Pattern RUNNING = Pattern.compile("(?m)^Process running with session ID \\d");
    private static final int SEARCHED = 2_000;

    @Override
    public String name() {
        return "codex";
    }

    @Override
    public boolean wrote(JsonNode record) {
        return record.has("payload") && TYPES.contains(record.path("type").asText());
    }

    @Override
    public boolean isBoundary(JsonNode record) {
        return record.path("type").asText().equals("compacted");
    }

    @Override
    public List<Event> events(JsonNode record, int line) {
        JsonNode item = record.path("payload");
        if (!record.path("type").asText().equals("response_item")) {
            return List.of();
        }
        return switch (item.path("type").asText()) {
            case "message" -> message(item, line);
            case "function_call" -> List.of(call(item, item.path("arguments").asText(), line));
            case "custom_tool_call" -> List.of(call(item, item.path("input").asText(), line));
            case "function_call_output", "custom_tool_call_output" -> List.of(result(item, line));
            default -> List.of();
        };
    }

    private static List<Event> message(JsonNode item, int line) {
        String text = Texts.flat(item.path("content"));
        boolean meta =
                text.stripLeading().startsWith("<") || text.stripLeading().startsWith("# AGENTS");
        return switch (item.path("role").asText()) {
            case "assistant" -> List.of(Event.said(line, Kind.AGENT, text));
            case "user" -> List.of(Event.said(line, meta ? Kind.META : Kind.USER, text.strip()));
            default -> List.of();
        };
    }

    private static Event call(JsonNode item, String arguments, int line) {
        JsonNode parsed = LinesLog.parse(arguments);
        JsonNode input = parsed.isObject()
                ? parsed
                : JsonNodeFactory.instance.objectNode().put("patch", arguments);
        return Event.call(
                line,
                item.path("name").asText().toLowerCase(Locale.ROOT),
                input,
                item.path("call_id").asText());
    }

    private static Event result(JsonNode item, int line) {
        String text = Texts.flat(item.path("output"));
        String start = text.substring(0, Math.min(SEARCHED, text.length()));
        Matcher exit = EXIT.matcher(start);
        Outcome outcome = Outcome.FAILURE;
        if (exit.find()) {
            outcome = Outcome.exit(Integer.parseInt(exit.group(1) == null ? exit.group(2) : exit.group(1)));
        } else if (RUNNING.matcher(start).find()) {
            outcome = Outcome.RUNNING;
        }
        return Event.result(line, item.path("call_id").asText(), text, outcome);
    }
}

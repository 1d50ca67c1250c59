package dev.pith.benchmarks.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.pith.benchmarks.quality.Event.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Claude Code's records. */
final class ClaudeCode implements LineFormat {

    private static final Pattern REMINDER = Pattern.compile("(?s)<system-reminder>.*?</system-reminder>");
    private static final Pattern EXIT = Pattern.compile("^Exit code (\\d{1,3})");
    private static final List<String> ECHOES = List.of(
            "<local-command", "<command-", "Caveat:", "[Request interrupted", "<bash-", "<task-notification", "<ide_");

    @Override
    public String name() {
        return "claude-code";
    }

    @Override
    public boolean wrote(JsonNode record) {
        return record.has("uuid") && record.path("message").isObject() && isSpoken(record);
    }

    @Override
    public boolean isBoundary(JsonNode record) {
        return record.path("subtype").asText().equals("compact_boundary");
    }

    @Override
    public @Nullable String branch(JsonNode record) {
        String branch = record.path("gitBranch").asText();
        return branch.isEmpty() || branch.equals("HEAD") ? null : branch;
    }

    @Override
    public List<Event> events(JsonNode record, int line) {
        if (!isSpoken(record) || record.path("isSidechain").asBoolean()) {
            return List.of();
        }
        JsonNode content = record.path("message").path("content");
        List<Event> events = new ArrayList<>();
        if (content.isTextual()) {
            text(record, content.textValue(), line, events);
        }
        for (JsonNode block : content) {
            switch (block.path("type").asText()) {
                case "text" -> text(record, block.path("text").asText(), line, events);
                case "tool_use" ->
                    events.add(Event.call(
                            line,
                            block.path("name").asText().toLowerCase(Locale.ROOT),
                            block.has("input") ? block.get("input") : JsonNodeFactory.instance.objectNode(),
                            block.path("id").asText()));
                case "tool_result" -> result(block, line, events);
                default -> {
                    // Thinking and images are no part of what a summary is asked for.
                }
            }
        }
        return events;
    }

    private static boolean isSpoken(JsonNode record) {
        String type = record.path("type").asText();
        return type.equals("user") || type.equals("assistant");
    }

    private static void text(JsonNode record, String raw, int line, List<Event> events) {
        String text = REMINDER.matcher(raw).replaceAll("").strip();
        if (record.path("type").asText().equals("assistant")) {
            events.add(Event.said(line, Kind.AGENT, raw));
        } else if (record.path("isCompactSummary").asBoolean()) {
            events.add(Event.said(line, Kind.SUMMARY, raw));
        } else if (!text.isEmpty()) {
            boolean meta = record.path("isMeta").asBoolean() || ECHOES.stream().anyMatch(text::startsWith);
            events.add(Event.said(line, meta ? Kind.META : Kind.USER, text));
        }
    }

    private static void result(JsonNode block, int line, List<Event> events) {
        String text = REMINDER.matcher(Texts.flat(block.path("content"))).replaceAll("");
        Outcome outcome = block.path("is_error").asBoolean() ? Outcome.failure(EXIT, text) : Outcome.SUCCESS;
        events.add(Event.result(line, block.path("tool_use_id").asText(), text, outcome));
    }
}

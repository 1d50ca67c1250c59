package dev.pith.benchmarks.quality;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.benchmarks.quality.Event.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The records of the coding agent pi. */
final class PiAgent implements LineFormat {

    private static final Pattern EXIT = Pattern.compile("Command exited with code (\\d{1,3})\\s*$");

    @Override
    public String name() {
        return "pi";
    }

    @Override
    public boolean wrote(JsonNode record) {
        return record.path("type").asText().equals("session") && record.has("cwd");
    }

    @Override
    public boolean isBoundary(JsonNode record) {
        return record.path("type").asText().equals("compaction");
    }

    @Override
    public List<Event> events(JsonNode record, int line) {
        JsonNode message = record.path("message");
        String role = message.path("role").asText();
        JsonNode content = message.path("content");
        List<Event> events = new ArrayList<>();
        if (role.equals("toolResult")) {
            String text = Texts.flat(content);
            Outcome outcome = message.path("isError").asBoolean() ? Outcome.failure(EXIT, text) : Outcome.SUCCESS;
            events.add(Event.result(line, message.path("toolCallId").asText(), text, outcome));
        } else if (role.equals("user")) {
            events.add(Event.said(line, Kind.USER, Texts.flat(content).strip()));
        } else if (role.equals("assistant")) {
            for (JsonNode block : content) {
                if (block.path("type").asText().equals("text")) {
                    events.add(Event.said(line, Kind.AGENT, block.path("text").asText()));
                } else if (block.path("type").asText().equals("toolCall")) {
                    String tool = block.path("name").asText().toLowerCase(Locale.ROOT);
                    events.add(Event.call(
                            line,
                            tool,
                            block.path("arguments"),
                            block.path("id").asText()));
                }
            }
        }
        return events;
    }
}

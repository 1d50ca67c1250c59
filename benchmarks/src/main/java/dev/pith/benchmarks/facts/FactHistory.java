package dev.pith.benchmarks.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A conversation and questions about what was said in it.
 *
 * @param items messages, calls and results as OpenAI's Responses API has them
 */
public record FactHistory(String name, List<JsonNode> items, List<FactQuestion> questions) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads all histories of a folder: files with {@code history} and {@code questions}. */
    public static List<FactHistory> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<FactHistory> histories = new ArrayList<>();
            for (Path file : files.filter(one -> one.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                histories.add(of(file));
            }
            return histories;
        }
    }

    private static FactHistory of(Path file) throws IOException {
        JsonNode json = JSON.readTree(file.toFile());
        List<JsonNode> items = new ArrayList<>();
        json.path("history").forEach(items::add);
        List<FactQuestion> questions = new ArrayList<>();
        json.path("questions")
                .forEach(one -> questions.add(new FactQuestion(
                        one.path("question").asText(), one.path("expected").asText())));
        return new FactHistory(file.getFileName().toString(), items, questions);
    }

    /** Writes the first items as chat messages. */
    public void write(Path file, int count) throws IOException {
        ArrayNode messages = JSON.createArrayNode();
        for (JsonNode item : items.subList(0, count)) {
            switch (item.path("type").asText()) {
                case "message" -> {
                    StringBuilder text = new StringBuilder();
                    item.path("content")
                            .forEach(part -> text.append(part.path("text").asText()));
                    messages.addObject().put("role", item.path("role").asText()).put("content", text.toString());
                }
                case "function_call" -> {
                    ObjectNode call =
                            messages.addObject().put("role", "assistant").putNull("content");
                    call.putArray("tool_calls")
                            .addObject()
                            .put("id", item.path("call_id").asText())
                            .put("type", "function")
                            .putObject("function")
                            .put("name", item.path("name").asText())
                            .put("arguments", item.path("arguments").asText());
                }
                default ->
                    messages.addObject()
                            .put("role", "tool")
                            .put("tool_call_id", item.path("call_id").asText())
                            .put("content", item.path("output").asText());
            }
        }
        JSON.writeValue(file.toFile(), messages);
    }
}

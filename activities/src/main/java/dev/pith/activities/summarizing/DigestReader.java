package dev.pith.activities.summarizing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.summarizing.Digest.CommandTrace;
import dev.pith.activities.summarizing.Digest.FileTrace;
import dev.pith.activities.summarizing.Digest.Request;
import dev.pith.activities.summarizing.Digest.Statement;
import dev.pith.activities.summarizing.Digest.Voice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads messages in order into a digest. Not thread-safe. */
final class DigestReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_REQUEST = 6_000;
    private static final int LONGEST_LAST = 4_000;
    private static final int LONGEST_COMMAND = 160;
    private static final List<String> FILE_KEYS = List.of("file_path", "filePath", "path", "notebook_path");
    private static final List<String> COMMAND_KEYS = List.of("command", "cmd", "script");

    private final List<Request> requests = new ArrayList<>();
    private List<Statement> statements = new ArrayList<>();
    private final Map<String, FileTrace> files = new LinkedHashMap<>();
    private final Map<String, CommandTrace> commands = new LinkedHashMap<>();
    private final Map<String, String> openCommands = new HashMap<>();
    private @Nullable String todo;
    private @Nullable String last;
    private long events;

    void read(StoredMessage message) {
        events++;
        switch (message.origin()) {
            case PERSON -> request(message);
            case AGENT -> words(message, Voice.AGENT);
            case NATIVE_SUMMARY -> words(message, Voice.SUMMARY);
            case HARNESS -> {}
        }
        for (Part part : message.parts()) {
            if (part instanceof Part.ToolCall call) {
                call(call);
            } else if (part instanceof Part.ToolResult result) {
                result(result);
            }
        }
        if (statements.size() > 4 * Digest.MAX_STATEMENTS) {
            statements = new ArrayList<>(digest().statements());
        }
    }

    Digest digest() {
        return new Digest(events, requests, statements, files, commands, todo, last).trimmed();
    }

    private void request(StoredMessage message) {
        String text = message.textOf(Part.Text.class).strip();
        if (!text.isEmpty()) {
            requests.add(new Request(message.seq(), Clip.middle(text, LONGEST_REQUEST)));
            say(text, Voice.PERSON);
        }
    }

    private void words(StoredMessage message, Voice voice) {
        String text = message.textOf(Part.Text.class).strip();
        if (text.isEmpty()) {
            return;
        }
        say(text, voice);
        if (voice == Voice.AGENT && message.origin() == Origin.AGENT) {
            last = Clip.middle(text, LONGEST_LAST);
        }
    }

    private void say(String text, Voice voice) {
        boolean first = true;
        for (String sentence : Sentences.of(text)) {
            boolean asks = sentence.endsWith("?") || sentence.endsWith("？");
            if (voice != Voice.AGENT || !asks) {
                statements.add(Statement.of(events, voice, first, sentence));
            }
            first = false;
        }
    }

    private void call(Part.ToolCall call) {
        JsonNode input = json(call.input());
        String name = call.name().toLowerCase(Locale.ROOT);
        if (name.contains("todo") || name.contains("update_plan")) {
            todo = Todos.read(input);
            return;
        }
        String path = first(input, FILE_KEYS);
        if (path != null && path.length() < 300) {
            boolean edit = name.contains("edit") || name.contains("write") || name.contains("patch");
            files.merge(path, new FileTrace(edit ? 1 : 0, edit ? 0 : 1, events), FileTrace::plus);
        }
        String command = first(input, COMMAND_KEYS);
        if (command != null) {
            String shown = Clip.beginning(command.strip().replaceAll("\\s+", " "), LONGEST_COMMAND);
            commands.merge(shown, new CommandTrace(1, events, null), CommandTrace::plus);
            openCommands.put(call.callId(), shown);
        }
    }

    private void result(Part.ToolResult result) {
        String command = openCommands.remove(result.callId());
        if (command != null && result.failed()) {
            List<String> lines = result.text().strip().lines().toList();
            String reason = Clip.beginning(
                    lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip(), LONGEST_COMMAND);
            commands.merge(command, new CommandTrace(0, events, reason), CommandTrace::plus);
        }
    }

    private static @Nullable String first(JsonNode input, List<String> keys) {
        for (String key : keys) {
            JsonNode value = input.get(key);
            if (value != null && value.isTextual() && !value.textValue().isBlank()) {
                return value.textValue();
            }
            if (value != null && value.isArray() && value.size() > 0) {
                return value.get(value.size() - 1).asText();
            }
        }
        return null;
    }

    private static JsonNode json(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node == null ? JSON.createObjectNode() : node;
        } catch (JsonProcessingException e) {
            // Tools may take plain text; then there is nothing to look up by name.
            return JSON.createObjectNode();
        }
    }
}

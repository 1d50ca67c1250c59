package dev.pith.activities.workstate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.RefusedCharacters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a tool call, by the names that agents use.
 *
 * @param tool the tool's name in lower case
 */
public record ToolInput(String tool, JsonNode json, String text) {

    /** Escapes in arguments may denote characters that are not allowed in text. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .nodeFactory(new JsonNodeFactory() {
                @Override
                public TextNode textNode(String text) {
                    return super.textNode(RefusedCharacters.replace(text));
                }
            })
            .build();

    private static final Pattern SERVICES =
            Pattern.compile("(?m)(?:^|[|;&(]\\s*)(?:gh|glab|curl|http|wget|aws|gcloud|az|kubectl)\\s");

    private static final List<String> FILE_KEYS = List.of("file_path", "filePath", "notebook_path", "path");
    private static final List<String> SCRIPT_KEYS = List.of("command", "cmd", "script");
    private static final Pattern PATCHED = Pattern.compile("\\*\\*\\* (?:Update|Add) File: ([^\\r\\n]{1,300})");

    /** Files to which agents write the output of a tool that was too long: they are no part of the work. */
    private static final Pattern SPILLED = Pattern.compile("/tool-(?:output|results)/|/tasks/\\w{1,40}+\\.output$");

    private static final List<String> EDITING = List.of("edit", "write", "patch", "replace");
    private static final List<String> READING = List.of("read", "view", "cat");

    public static ToolInput of(Part.ToolCall call) {
        return new ToolInput(call.name().toLowerCase(Locale.ROOT), json(call.input()), call.input());
    }

    /** Returns a text of a tool as JSON, without characters that are not allowed in text; a missing node if it is none. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // Some tools use plain text, without named arguments.
            return JSON.missingNode();
        }
    }

    /** Whether the call changes a file. */
    public boolean edits() {
        return EDITING.stream().anyMatch(tool::contains) && !tool.contains("todo") && !tool.equals("write_stdin");
    }

    /** Whether the call returns a file's content. */
    public boolean reads() {
        return READING.stream().anyMatch(tool::equals);
    }

    /** Whether the call asks a service, such as an API on the web. */
    public boolean asksService() {
        String script = script();
        return script == null
                ? tool.startsWith("mcp")
                : SERVICES.matcher(script).find();
    }

    /** Returns the file that the call refers to, or null if it names none, or one with the output of a tool. */
    @Nullable
    public String file() {
        for (String key : FILE_KEYS) {
            JsonNode value = json.path(key);
            boolean folder = key.equals("path") && !edits() && !reads();
            if (value.isTextual() && !value.textValue().isBlank() && !folder) {
                return SPILLED.matcher(value.textValue()).find()
                        ? null
                        : value.textValue().strip();
            }
        }
        Matcher patch = PATCHED.matcher(text);
        return edits() && patch.find() ? patch.group(1).strip() : null;
    }

    /** Returns the shell script to run, or null if this is not a shell call. */
    @Nullable
    public String script() {
        for (String key : SCRIPT_KEYS) {
            JsonNode value = json.path(key);
            if (value.isArray() && !value.isEmpty()) {
                return value.get(value.size() - 1).asText();
            }
            if (value.isTextual() && !value.textValue().isBlank()) {
                return value.textValue().strip();
            }
        }
        return null;
    }

    /** Returns all text arguments except the file name. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        if (json.isMissingNode()) {
            texts.add(text);
        } else {
            collect(json, texts);
            texts.remove(file());
        }
        return texts;
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.textValue());
        } else {
            node.forEach(child -> collect(child, texts));
        }
    }
}

package dev.pith.activities.workstate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.workstate.Todos.Item;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the to-do lists that agents keep with tools: whole lists (Claude Code's and opencode's {@code todos}, Codex's
 * {@code plan}), tasks that are created and updated one by one (Claude Code's TaskCreate and TaskUpdate), and checklists
 * in texts. Not thread-safe.
 */
public final class TodoReader {

    private static final Pattern CREATED = Pattern.compile("Task #(\\w{1,20}) created");

    private final Map<String, String> created = new HashMap<>();
    private Todos todos = Todos.NONE;

    /** Reads a call if it concerns a to-do list; returns whether it does. */
    public boolean call(long seq, String name, String callId, JsonNode input) {
        switch (name) {
            case "todowrite", "todo_write", "update_plan", "todo" -> whole(seq, input);
            case "taskcreate" -> created.put(callId, input.path("subject").asText());
            case "taskupdate" ->
                change(seq, input.path("taskId").asText(), new Item(textOf(input, "subject"), textOf(input, "status")));
            default -> {
                return name.startsWith("todo") || name.equals("tasklist") || name.equals("taskget");
            }
        }
        return true;
    }

    public void result(long seq, String callId, String text) {
        String subject = created.remove(callId);
        Matcher id = CREATED.matcher(text);
        if (subject != null && id.lookingAt()) {
            change(seq, id.group(1), new Item(subject, "pending"));
        }
    }

    /** Reads the checklists in a text of a person or an agent. */
    public void text(long seq, String text) {
        Map<String, Item> items = Checklist.of(text);
        if (!items.isEmpty()) {
            todos = todos.then(new Todos(seq, false, items));
        }
    }

    public Todos todos() {
        return todos;
    }

    private void change(long seq, String id, Item item) {
        todos = todos.then(new Todos(seq, false, Map.of(id, item)));
    }

    private void whole(long seq, JsonNode input) {
        JsonNode list = input.has("todos") ? input.get("todos") : input.get("plan");
        if (list == null || !list.isArray()) {
            return;
        }
        Map<String, Item> items = new LinkedHashMap<>();
        for (JsonNode item : list) {
            String text = item.path("content").asText(item.path("step").asText());
            items.put(
                    String.valueOf(items.size() + 1),
                    new Item(text, item.path("status").asText("pending")));
        }
        todos = todos.then(new Todos(seq, true, items));
    }

    private static @Nullable String textOf(JsonNode input, String key) {
        JsonNode value = input.get(key);
        return value == null || !value.isTextual() ? null : value.textValue();
    }
}

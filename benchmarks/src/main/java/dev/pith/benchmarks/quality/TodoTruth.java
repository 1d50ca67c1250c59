package dev.pith.benchmarks.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What became of each thing to do, by the raw calls of the tools for to-do lists. */
final class TodoTruth {

    private static final Pattern CREATED = Pattern.compile("Task #(\\w+) created");
    private static final Set<String> DONE = Set.of("completed", "done", "cancelled", "canceled", "deleted");

    private final Map<String, String> listed = new LinkedHashMap<>();
    private final Map<String, String> subjects = new HashMap<>();
    private final Map<String, String> statuses = new HashMap<>();

    TodoTruth(List<Event> events) {
        for (ToolUse use : ToolUse.of(events)) {
            if (use.succeeded()) {
                read(use);
            }
        }
    }

    private void read(ToolUse use) {
        switch (use.call().tool()) {
            case "todowrite" -> list(use.input().path("todos"), "content");
            case "update_plan" -> list(use.input().path("plan"), "step");
            case "taskcreate" -> {
                Matcher id =
                        CREATED.matcher(use.result() == null ? "" : use.result().text());
                if (id.find()) {
                    subjects.put(id.group(1), use.input().path("subject").asText());
                    statuses.put(id.group(1), "pending");
                }
            }
            case "taskupdate" -> update(use.input());
            default -> {
                // No tool for to-do lists.
            }
        }
    }

    private void list(JsonNode items, String key) {
        for (JsonNode item : items) {
            listed.put(
                    CommandText.tidy(item.path(key).asText()),
                    item.path("status").asText());
        }
    }

    private void update(JsonNode input) {
        String id = input.path("taskId").asText();
        if (input.has("status")) {
            statuses.put(id, input.path("status").asText());
        }
        if (input.has("subject")) {
            subjects.put(id, input.path("subject").asText());
        }
    }

    /** Whether something shown as open was done, by its words; what was never listed is not. */
    boolean refutes(String shown) {
        String text = CommandText.tidy(shown.replaceFirst("^\\(begun\\) ", ""));
        String start =
                text.contains("[…]") ? text.substring(0, text.indexOf("[…]")).strip() : text;
        List<String> ends = new ArrayList<>();
        listed.forEach((item, status) -> collect(item, status, start, text, ends));
        subjects.forEach(
                (id, item) -> collect(CommandText.tidy(item), statuses.getOrDefault(id, ""), start, text, ends));
        return !ends.isEmpty() && DONE.containsAll(ends);
    }

    private static void collect(String item, String status, String start, String text, List<String> ends) {
        boolean same = start.length() < text.length() ? !start.isEmpty() && item.startsWith(start) : item.equals(text);
        if (same) {
            ends.add(status);
        }
    }
}

package dev.pith.activities.summarizing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the to-do lists that agents keep with a tool: Claude Code's and opencode's {@code todos}, Codex's {@code plan}. */
final class Todos {

    private Todos() {}

    /** A line for each item that is not done, then how many are; null where the input holds no list. */
    static @Nullable String read(JsonNode input) {
        JsonNode items = input.has("todos") ? input.get("todos") : input.get("plan");
        if (items == null || !items.isArray()) {
            return null;
        }
        StringBuilder open = new StringBuilder();
        int done = 0;
        for (JsonNode item : items) {
            String status = item.path("status").asText("pending").toLowerCase(Locale.ROOT);
            if (status.startsWith("complete") || status.equals("done") || status.startsWith("cancel")) {
                done++;
            } else {
                String text = item.path("content").asText(item.path("step").asText());
                open.append("- ")
                        .append(status.replace('_', ' '))
                        .append(": ")
                        .append(text)
                        .append('\n');
            }
        }
        return open + (done > 0 ? "- done: " + done + " of " + items.size() + "\n" : "");
    }
}

package dev.pith.benchmarks.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A command that a shell ran to its end.
 *
 * @param at the place of its end among the events
 * @param line where it was called in the log
 * @param exit its exit code
 */
record ShellRun(int at, int line, String command, int exit, String output) {

    private static final Pattern SESSION = Pattern.compile("(?m)^Process running with session ID (\\d+)");

    /** In the order in which they ended. A command that ran on ends with the answer that says so. */
    static List<ShellRun> of(List<Event> events) {
        List<ShellRun> runs = new ArrayList<>();
        Map<String, ToolUse> running = new HashMap<>();
        for (ToolUse use : ToolUse.of(events)) {
            String command = command(use.input());
            ToolUse begun = running.get(use.input().path("session_id").asText());
            Outcome outcome = use.outcome();
            Event answer = use.result();
            if (outcome == null || answer == null) {
                continue;
            }
            Matcher session = SESSION.matcher(answer.text());
            if (command != null && !outcome.over() && session.find()) {
                running.put(session.group(1), use);
            } else if (command != null && outcome.exit() != null) {
                runs.add(new ShellRun(use.at(), use.call().line(), command, outcome.exit(), answer.text()));
            } else if (begun != null && command == null && outcome.exit() != null) {
                String started = Objects.requireNonNull(command(begun.input()));
                runs.add(new ShellRun(use.at(), begun.call().line(), started, outcome.exit(), answer.text()));
            }
        }
        runs.sort(Comparator.comparingInt(ShellRun::at));
        return runs;
    }

    private static @Nullable String command(JsonNode input) {
        for (String key : List.of("command", "cmd")) {
            JsonNode value = input.path(key);
            if (value.isTextual()) {
                return value.textValue();
            }
            if (value.isArray() && !value.isEmpty()) {
                return value.get(value.size() - 1).asText();
            }
        }
        return null;
    }

    boolean failed() {
        return exit != 0;
    }
}

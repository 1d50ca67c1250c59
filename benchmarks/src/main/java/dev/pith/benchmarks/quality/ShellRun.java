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
 * @param exit its exit code; {@link #UNKNOWN} where it failed and its log tells none
 */
record ShellRun(int at, int line, String command, int exit, String output) {

    static final int UNKNOWN = -1;

    /** What a test, a compiler or a linter prints when it fails. */
    private static final Pattern FAILURE =
            Pattern.compile("(?m)^(?:--- FAIL|FAIL\\b|FAILED |not ok |npm ERR!)|\\[build failed\\]"
                    + "|ERROR task failed|^error(?:\\[E\\d+\\])?: |\\b[1-9]\\d* (?:failed|failing)\\b");

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
            } else if (command != null && outcome.over()) {
                runs.add(new ShellRun(use.at(), use.call().line(), command, exit(outcome), answer.text()));
            } else if (begun != null && command == null && outcome.over()) {
                String started = Objects.requireNonNull(command(begun.input()));
                runs.add(new ShellRun(use.at(), begun.call().line(), started, exit(outcome), answer.text()));
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

    private static int exit(Outcome outcome) {
        return outcome.exit() == null ? UNKNOWN : outcome.exit();
    }

    /** Whether a pipe hides that it failed: its exit code is that of the program behind the pipe. */
    boolean failedBehindPipe() {
        return exit == 0
                && command.contains("|")
                && !CommandText.onlyLooks(command)
                && !CommandText.acts(command).stream().anyMatch(act -> act.startsWith("git ") || act.startsWith("gh "))
                && FAILURE.matcher(output).find();
    }

    /** Whether it failed, openly or behind a pipe. */
    boolean broke() {
        return failed() || failedBehindPipe();
    }

    boolean failed() {
        return exit != 0;
    }
}

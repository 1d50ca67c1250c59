package dev.pith.activities.summarizing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Follows shell commands and how they end, and the branch that they tell of. Not thread-safe. */
final class RunReader {

    private static final int LONGEST_SCRIPT = 2_000;
    private static final int LONGEST_COMMAND = 120;
    private static final int LONGEST_FAILURE = 160;

    /** Of a command's output as much is searched at either end, in characters. */
    private static final int SEARCHED = 3_000;

    private static final Pattern EXIT =
            Pattern.compile("(?i)exit(?:ed with)? code:? ?(-?\\d{1,3})|\"exit_code\": ?(-?\\d{1,3})");
    private static final Pattern BRANCH =
            Pattern.compile("(?m)^(?:On branch |Switched to (?:a new )?branch '|Already on ')"
                    + "([\\w./-]{1,100})|^\\[([\\w./-]{1,100}) (?:\\(root-commit\\) )?[0-9a-f]{7,12}\\] ");
    private static final Pattern TELLING =
            Pattern.compile("(?i)\\berror\\b[:\\[ ]|\\bfatal:|\\bpanic:|--- FAIL|\\bFAIL(?:ED)?\\b"
                    + "|Exception\\b|\\bcannot\\b|not found|undefined");

    private final Map<String, Run> open = new HashMap<>();
    private final Map<String, Run> runs = new LinkedHashMap<>();
    private @Nullable Run lastFailure;
    private @Nullable String branch;

    void call(long seq, String callId, String script) {
        String read = script.length() > LONGEST_SCRIPT ? script.substring(0, LONGEST_SCRIPT) : script;
        String shown = Clip.beginning(read.replaceAll("\\s+", " "), LONGEST_COMMAND);
        open.put(callId, new Run(shown, Sameness.acts(read), seq, null));
    }

    void result(String callId, String text, boolean failed) {
        Run run = open.remove(callId);
        if (run == null) {
            return;
        }
        branch(text);
        if (run.acts().isEmpty() || Refusal.is(text)) {
            return;
        }
        Run ended = new Run(run.command(), run.acts(), run.seq(), failed ? failure(text) : null);
        String key = String.join("; ", run.acts());
        runs.remove(key);
        runs.values().removeIf(earlier -> earlier.isClearedBy(ended));
        runs.put(key, ended);
        lastFailure = failed ? ended : lastFailure;
        if (runs.size() > 4 * State.MOST_RUNS) {
            runs.keySet().retainAll(State.newest(runs).keySet());
        }
    }

    Map<String, Run> runs() {
        return State.newest(runs);
    }

    @Nullable
    Run lastFailure() {
        return lastFailure;
    }

    @Nullable
    String branch() {
        return branch;
    }

    private void branch(String text) {
        Matcher told = BRANCH.matcher(text.substring(0, Math.min(SEARCHED, text.length())));
        while (told.find()) {
            branch = told.group(1) == null ? told.group(2) : told.group(1);
        }
    }

    /** The exit code where it is told, and the line that says most. */
    private static String failure(String text) {
        Matcher exit = EXIT.matcher(text.substring(0, Math.min(SEARCHED, text.length())));
        String code = exit.find() ? "exit " + (exit.group(1) == null ? exit.group(2) : exit.group(1)) : "failed";
        List<String> lines = text.substring(Math.max(0, text.length() - SEARCHED))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        String telling = lines.stream()
                .filter(line -> TELLING.matcher(line).find())
                .findFirst()
                .orElse(lines.isEmpty() ? "" : lines.get(lines.size() - 1));
        // "Command exited with code 1" says no more than the code.
        boolean bare = telling.isEmpty()
                || (telling.length() < 40 && EXIT.matcher(telling).find());
        return bare ? code : code + ": " + Clip.beginning(telling.replaceAll("\\s+", " "), LONGEST_FAILURE);
    }
}

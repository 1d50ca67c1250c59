package dev.pith.activities.workstate;

import dev.pith.activities.identifiers.ShellScript;
import dev.pith.activities.text.Clip;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads shell commands, their results, and the branch in their output. Not thread-safe. */
public final class CommandRunReader {

    private static final int LONGEST_SCRIPT = 2_000;
    private static final int LONGEST_COMMAND = 120;
    private static final int LONGEST_FAILURE = 160;

    /** Number of characters searched at either end of a command's output. */
    private static final int SEARCHED = 3_000;

    private static final Pattern EXIT =
            Pattern.compile("(?i)exit(?:ed with)? code:? ?(-?\\d{1,3})|\"exit_code\": ?(-?\\d{1,3})");
    private static final Pattern TELLING =
            Pattern.compile("(?i)\\berror\\b[:\\[ ]|\\bfatal:|\\bpanic:|--- FAIL|\\bFAIL(?:ED)?\\b"
                    + "|Exception\\b|\\bcannot\\b|not found|undefined");

    /** Failure messages of test runners, compilers and task runners. */
    private static final Pattern BROKEN =
            Pattern.compile("(?m)^[ \\t]*--- FAIL|^FAIL\\b|\\[build failed\\]|ERROR task failed|^error(?:\\[E\\d+\\])?:"
                    + "|^npm ERR!|\\b[1-9]\\d* (?:tests? )?failed\\b|^BUILD FAILURE|^FAILED \\(");

    /** A command that was written wrongly did nothing, and is not run again. */
    private static final Pattern MISUSED = Pattern.compile(
            "(?i)unknown (?:flag|command|option|subcommand|shorthand)"
                    + "|unrecogni[sz]ed (?:option|argument|subcommand)|invalid option|no such (?:option|subcommand)|: usage:|flag provided but");

    private record Begun(String script, long seq) {}

    private final Map<String, Begun> open = new HashMap<>();
    private final Map<String, CommandRun> runs = new LinkedHashMap<>();
    private @Nullable CommandRun lastFailure;
    private @Nullable String branch;

    public void call(long seq, String callId, String script) {
        String read = Clip.first(script, LONGEST_SCRIPT);
        open.put(callId, new Begun(read, seq));
    }

    public void result(String callId, String text, boolean failed) {
        Begun begun = open.remove(callId);
        if (begun == null || Refusal.is(text) || Refusal.isAbort(text)) {
            return;
        }
        String script = begun.script();
        BranchNames.told(script, text).ifPresent(name -> branch = name);
        List<String> acts = List.copyOf(CommandFingerprint.acts(script));
        boolean looks = CommandFingerprint.endsLooking(script);
        boolean shortened = looks && ShellScript.endsInPipe(script);
        String output = Clip.last(text, SEARCHED);
        // A command that shortens output succeeds even if its source fails, so the output is searched for failures.
        boolean broken = shortened ? BROKEN.matcher(output).find() : failed;
        String shown = Clip.beginning(script.replaceAll("\\s+", " ").strip(), LONGEST_COMMAND);
        String failure = failed || broken ? failure(text, failed) : null;
        boolean misused = failure != null
                && MISUSED.matcher(failure).find()
                && acts.stream().noneMatch(TestSelection::runsTests);
        boolean onlyLooks = acts.isEmpty() || misused || (looks && failed && !(shortened && broken));
        CommandRun commandRun = new CommandRun(shown, onlyLooks ? List.of() : acts, begun.seq(), failure);
        lastFailure = failed && !misused ? commandRun : lastFailure;
        if (!onlyLooks) {
            end(commandRun);
        }
    }

    private void end(CommandRun commandRun) {
        String key = String.join("; ", commandRun.acts());
        runs.remove(key);
        runs.values().removeIf(earlier -> earlier.isClearedBy(commandRun));
        runs.put(key, commandRun);
        if (runs.size() > 4 * WorkState.MOST_RUNS) {
            runs.keySet().retainAll(WorkState.newest(runs).keySet());
        }
    }

    public Map<String, CommandRun> runs() {
        return WorkState.newest(runs);
    }

    @Nullable
    public CommandRun lastFailure() {
        return lastFailure;
    }

    @Nullable
    public String branch() {
        return branch;
    }

    /** Returns the exit code, if known, and the most informative line. */
    private static String failure(String text, boolean told) {
        Matcher exit = EXIT.matcher(text.substring(0, Math.min(SEARCHED, text.length())));
        String code = exit.find()
                ? "exit " + (exit.group(1) == null ? exit.group(2) : exit.group(1))
                : told ? "failed" : "failed, as its output says";
        List<String> lines = Clip.last(text, SEARCHED)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        String telling = lines.stream()
                .filter(line -> TELLING.matcher(line).find())
                .findFirst()
                .orElse(lines.isEmpty() ? "" : lines.get(lines.size() - 1));
        // "Command exited with code 1" adds nothing to the code.
        boolean bare = telling.isEmpty()
                || (telling.length() < 40 && EXIT.matcher(telling).find());
        return bare ? code : code + ": " + Clip.beginning(telling.replaceAll("\\s+", " "), LONGEST_FAILURE);
    }
}

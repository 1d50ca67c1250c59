package dev.pith.benchmarks.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds lines of a summary that what it summarizes refutes, or at least does not show to be true. */
final class StaleLines {

    private static final Pattern FAILED = Pattern.compile("^Failed, ([^`]+): `(.*)` — .*$");

    /** A line and what is wrong with it. */
    record Stale(String line, String because) {}

    private final List<Stale> refuted = new ArrayList<>();
    private final List<Stale> unproven = new ArrayList<>();
    private final List<ShellRun> runs;
    private int checked;

    StaleLines(SummaryText summary, List<Event> head) {
        runs = ShellRun.of(head);
        TodoTruth todos = new TodoTruth(head);
        for (String item : summary.todos()) {
            checked++;
            if (todos.refutes(item)) {
                refuted.add(new Stale(item, "was done"));
            }
        }
        for (String line : summary.section("State")) {
            Matcher failed = FAILED.matcher(line);
            if (failed.matches()) {
                checked++;
                failed(line, failed.group(1).startsWith("mended"), failed.group(2));
            }
        }
    }

    /** How many lines say something that could be refuted. */
    int checked() {
        return checked;
    }

    List<Stale> refuted() {
        return refuted;
    }

    /** What is said to be mended though the same command was not seen to succeed. */
    List<Stale> unproven() {
        return unproven;
    }

    private void failed(String line, boolean mended, String shown) {
        ShellRun failure = runs.stream()
                .filter(run -> run.broke() && shows(shown, run.command()))
                .reduce(null, (earlier, later) -> later);
        if (failure == null) {
            refuted.add(new Stale(line, "no such command failed"));
            return;
        }
        ShellRun passed = passed(failure);
        ShellRun like = lastLike(failure);
        if (mended && passed == null && like.at() > failure.at() && like.broke()) {
            refuted.add(new Stale(line, "failed again in line " + like.line()));
        } else if (passed != null && !mended) {
            refuted.add(new Stale(line, "succeeded in line " + passed.line()));
        } else if (passed == null && mended) {
            unproven.add(new Stale(line, "failed in line " + failure.line() + ", never ran with success after it"));
        }
    }

    /** The last run of a command that does something of what this one did, maybe itself. */
    private ShellRun lastLike(ShellRun failure) {
        Set<String> acts = CommandText.acts(failure.command());
        return runs.stream()
                .filter(run -> run.at() > failure.at())
                .filter(run -> !Collections.disjoint(acts, CommandText.acts(run.command())))
                .reduce(failure, (earlier, later) -> later);
    }

    private @Nullable ShellRun passed(ShellRun failure) {
        String bare = CommandText.bare(failure.command());
        return runs.stream()
                .filter(run -> run.at() > failure.at() && !run.broke())
                .filter(run -> CommandText.bare(run.command()).equals(bare))
                .reduce(null, (earlier, later) -> later);
    }

    /** Whether a summary's words for a command, shortened maybe, are this command's. */
    static boolean shows(String shown, String command) {
        String tidy = CommandText.tidy(command);
        return shown.endsWith("…")
                ? tidy.startsWith(shown.substring(0, shown.length() - 1).strip())
                : tidy.equals(CommandText.tidy(shown));
    }
}

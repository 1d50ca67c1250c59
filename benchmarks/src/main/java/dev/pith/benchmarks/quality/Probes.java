package dev.pith.benchmarks.quality;

import dev.pith.benchmarks.quality.Probe.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** Asks what the end of a head tells. Only what has an answer is asked. */
final class Probes {

    private Probes() {}

    static List<Probe> of(Cut cut) {
        List<Probe> probes = new ArrayList<>();
        lastEdit(cut.before(), probes);
        List<ShellRun> runs = ShellRun.of(cut.before());
        failure(Kind.FAILURE, runs, run -> true, probes);
        failure(Kind.BREAKAGE, runs, run -> !CommandText.onlyLooks(run.command()), probes);
        open(runs, probes);
        BranchTold branch = BranchTold.last(runs);
        if (branch != null) {
            probes.add(branch(Kind.BRANCH, branch.line(), branch.name()));
        }
        if (cut.branch() != null) {
            probes.add(branch(Kind.BRANCH_FIELD, 0, cut.branch()));
        }
        UserWords words = new UserWords(cut.before());
        words.constraint().ifPresent(probes::add);
        words.request().ifPresent(probes::add);
        return probes;
    }

    private static void lastEdit(List<Event> head, List<Probe> probes) {
        ToolUse last = null;
        for (ToolUse use : ToolUse.of(head)) {
            boolean edited = use.edits() && use.succeeded() && !use.files().isEmpty();
            last = edited && (last == null || use.at() > last.at()) ? use : last;
        }
        if (last != null) {
            String file = last.files().get(last.files().size() - 1);
            probes.add(new Probe(
                    Kind.EDIT,
                    last.call().line(),
                    file,
                    summary -> keyed(summary, "Last edited:", file::equals)
                            || keyed(summary, "Last edited:", shown -> file.endsWith("/" + shown))));
        }
    }

    private static void failure(Kind kind, List<ShellRun> runs, Predicate<ShellRun> asked, List<Probe> probes) {
        ShellRun last =
                runs.stream().filter(run -> run.failed() && asked.test(run)).reduce(null, (earlier, later) -> later);
        if (last != null) {
            String answer = CommandText.tidy(last.command()) + " → exit " + last.exit();
            probes.add(new Probe(
                    kind, last.line(), answer, summary -> keyed(summary, "Failed", shown -> tells(shown, last))));
        }
    }

    /** The newest failure, behind a pipe too, after which nothing that does some of the same went well. */
    private static void open(List<ShellRun> runs, List<Probe> probes) {
        ShellRun open = null;
        for (ShellRun run : runs) {
            if (run.exit() != ShellRun.UNKNOWN && run.broke() && !CommandText.onlyLooks(run.command())) {
                open = run;
            } else if (open != null
                    && !run.broke()
                    && !Collections.disjoint(CommandText.acts(run.command()), CommandText.acts(open.command()))) {
                open = null;
            }
        }
        if (open != null) {
            ShellRun last = open;
            probes.add(new Probe(
                    Kind.OPEN,
                    last.line(),
                    CommandText.tidy(last.command()),
                    summary -> keyed(summary, "Failed, not seen to pass since:", shown -> names(shown, last))));
        }
    }

    private static boolean names(String line, ShellRun run) {
        int to = line.lastIndexOf("` — ");
        return to > 0 && StaleLines.shows(line.substring(line.indexOf('`') + 1, to), run.command());
    }

    /** The command in backticks and the exit code behind it. */
    private static boolean tells(String line, ShellRun run) {
        int to = line.lastIndexOf("` — ");
        return names(line, run) && line.substring(to).matches("` — exit " + run.exit() + "(?!\\d).*");
    }

    private static Probe branch(Kind kind, int line, String name) {
        return new Probe(kind, line, name, summary -> keyed(summary, "Branch:", name::equals));
    }

    private static boolean keyed(SummaryText summary, String key, Predicate<String> right) {
        return summary.lines().stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).strip())
                .anyMatch(right);
    }
}

package dev.pith.benchmarks.quality;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The branch that git's output named last. */
record BranchTold(int line, String name) {

    private static final Pattern TOLD = Pattern.compile("(?m)^(?:On branch (\\S+)$"
            + "|Switched to (?:a new )?branch '([^']+)'|Already on '([^']+)'"
            + "|\\[([^\\s\\]]+) (?:\\(root-commit\\) )?[0-9a-f]{7,12}\\] )");
    private static final Pattern SHORT = Pattern.compile("(?m)^## (?!HEAD \\(no branch)(\\S+?)(?:\\.\\.\\.\\S+.*)?$");
    private static final Pattern ASKED =
            Pattern.compile("(?:cd \\S+ && )?(?:git branch --show-current|git rev-parse --abbrev-ref HEAD)\\b.*");

    /** Null where none did. */
    static @Nullable BranchTold last(List<ShellRun> runs) {
        BranchTold last = null;
        for (ShellRun run : runs) {
            String name = isAsked(run.command()) ? in(run) : null;
            last = name == null ? last : new BranchTold(run.line(), name);
        }
        return last;
    }

    /** A repository that a test makes for itself is not the one that is worked on. */
    private static boolean isAsked(String command) {
        return command.contains("git ") && !command.contains("git init");
    }

    private static @Nullable String in(ShellRun run) {
        String output = run.output().replaceFirst("(?s)\\AChunk ID: .*?\nOutput:\n", "");
        String name = null;
        if (ASKED.matcher(CommandText.tidy(run.command())).matches() && !run.failed()) {
            String first = output.lines().findFirst().orElse("").strip();
            name = first.isEmpty() || first.equals("HEAD") ? null : first;
        }
        boolean status = run.command().contains("git status");
        for (Pattern pattern : status ? List.of(TOLD, SHORT) : List.of(TOLD)) {
            Matcher told = pattern.matcher(output);
            while (told.find()) {
                name = group(told);
            }
        }
        return name;
    }

    private static @Nullable String group(Matcher told) {
        for (int i = 1; i <= told.groupCount(); i++) {
            if (told.group(i) != null) {
                return told.group(i);
            }
        }
        return null;
    }
}

package dev.pith.benchmarks.quality;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a command's text says about it. */
final class CommandText {

    private static final Pattern REDIRECTION = Pattern.compile("\\s*(?:\\d?>&\\d|&>>?\\s*\\S+|\\d?>>?\\s*[\\w./-]+)");
    private static final Pattern OUTPUT_PIPE = Pattern.compile("\\s*\\|\\s*(?:tail|head|tee|cat|less)\\b[^|;&]*$");
    private static final Pattern ASSIGNMENT = Pattern.compile("^(?:\\w+=\\S* +)+");

    private static final Set<String> LOOKING = Set.of(
            "ls", "cat", "grep", "rg", "find", "head", "tail", "which", "test", "[", "[[", "diff", "stat", "wc", "sed",
            "awk", "echo", "pwd", "file", "tree", "jq", "sort", "type", "cd", "sleep", "ps", "lsof", "true", "export");
    private static final Set<String> RUNNERS = Set.of("run", "exec", "-m");
    private static final Set<String> LOOKING_GIT = Set.of(
            "status",
            "diff",
            "log",
            "show",
            "branch",
            "rev-parse",
            "ls-files",
            "ls-tree",
            "blame",
            "grep",
            "remote",
            "cat-file",
            "merge-base",
            "rev-list",
            "for-each-ref");

    private CommandText() {}

    /** With single spaces. */
    static String tidy(String command) {
        return command.strip().replaceAll("\\s+", " ");
    }

    /** Without redirections, and without the pipes at its end that only shorten what is seen. */
    static String bare(String command) {
        String bare = REDIRECTION.matcher(tidy(command)).replaceAll("");
        String shorter = OUTPUT_PIPE.matcher(bare).replaceAll("");
        while (!shorter.equals(bare)) {
            bare = shorter;
            shorter = OUTPUT_PIPE.matcher(bare).replaceAll("");
        }
        return bare.strip();
    }

    /** What it does: the program of each of its parts with its first word, and with the second after "run" and the like. */
    static Set<String> acts(String command) {
        Set<String> acts = new LinkedHashSet<>();
        for (String part : command.split("&&|\\|\\||[;|\n]", -1)) {
            String[] words = ASSIGNMENT.matcher(part.strip()).replaceAll("").split("\\s+", -1);
            int told = words.length > 2 && RUNNERS.contains(words[1]) ? 3 : Math.min(2, words.length);
            if (!words[0].isEmpty() && !LOOKING.contains(words[0])) {
                acts.add(String.join(" ", List.of(words).subList(0, told)));
            }
        }
        return acts;
    }

    /** Whether it cannot break anything: each of its parts reads, searches or compares. */
    static boolean onlyLooks(String command) {
        List<String> programs = new ArrayList<>();
        for (String part : command.split("&&|\\|\\||[;|\n]", -1)) {
            String simple = ASSIGNMENT.matcher(part.strip()).replaceAll("");
            String[] words = simple.split("\\s+", -1);
            boolean git = words[0].equals("git") && words.length > 1;
            if (!words[0].isEmpty()) {
                programs.add(git && LOOKING_GIT.contains(words[1]) ? "ls" : words[0]);
            }
        }
        return LOOKING.containsAll(programs);
    }
}

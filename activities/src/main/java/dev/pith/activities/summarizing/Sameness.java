package dev.pith.activities.summarizing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells which commands are the same: what counts is what they do, not where their output goes or what wraps them. */
final class Sameness {

    private static final Set<String> WRAPPERS = Set.of("sudo", "time", "timeout", "env", "nohup");
    private static final Set<String> SILENT = Set.of("cd", "export", "source", "set", "unset");

    /** They fail to say no, or to look around; nothing is broken then. */
    private static final Set<String> LOOKING = Set.of(
            "ls", "cat", "grep", "rg", "find", "head", "tail", "which", "test", "[", "diff", "stat", "wc", "sed", "awk",
            "echo", "pwd", "sleep", "ps", "kill", "pkill", "lsof", "type", "command", "file", "tree", "jq", "true",
            "sort");

    private Sameness() {}

    /** The program and first argument of each simple command that does more than look around, in order. */
    static Set<String> acts(String script) {
        Set<String> acts = new LinkedHashSet<>();
        for (String simple : script.split("&&|\\|\\||[;|\n]", -1)) {
            List<String> words = words(simple);
            if (!words.isEmpty() && !LOOKING.contains(words.get(0))) {
                acts.add(String.join(" ", words.subList(0, Math.min(2, words.size()))));
            }
        }
        return acts;
    }

    /** Without assignments, redirections, wrappers and the program's folder. */
    private static List<String> words(String simple) {
        List<String> words = new ArrayList<>();
        boolean wrapped = false;
        for (String word : simple.strip().split("\\s+", -1)) {
            if (words.isEmpty()) {
                if (SILENT.contains(word)) {
                    return List.of();
                }
                boolean option =
                        wrapped && (word.startsWith("-") || Character.isDigit(word.isEmpty() ? ' ' : word.charAt(0)));
                wrapped |= WRAPPERS.contains(word);
                if (option || WRAPPERS.contains(word) || word.isEmpty() || word.indexOf('=') > 0) {
                    continue;
                }
                words.add(word.substring(word.lastIndexOf('/') + 1));
            } else if (word.indexOf('>') < 0 && !word.equals("&")) {
                words.add(word);
            }
        }
        return words;
    }
}

package dev.pith.activities.workstate;

import dev.pith.activities.identifiers.ShellScript;
import dev.pith.activities.text.WordList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Fingerprints a command by its actions, without redirections and wrappers, to recognize repeated commands. */
final class CommandFingerprint {

    private static final Set<String> WRAPPERS = Set.of("sudo", "time", "timeout", "env", "nohup");
    private static final Set<String> SILENT = Set.of("cd", "export", "source", "set", "unset");

    /** Words after which the next word names the action. */
    private static final Set<String> NAMING = Set.of("run", "exec", "-m", "compose", "api", "pr", "issue");

    /** Options that select a subset of tests; another selection is another action. */
    private static final Set<String> SELECTING = Set.of("-run", "-k", "-t", "--filter", "--grep", "--tests", "-Dtest");

    /** Read-only commands. They exit nonzero for a negative answer; that is not a failure. */
    private static final Set<String> LOOKING = WordList.of("""
            ls cat grep rg find head tail which test [ diff stat wc sed awk echo pwd sleep ps kill pkill lsof type
            command file tree jq true sort tee uniq cut xargs less printf rm mkdir""");

    private static final Set<String> LOOKING_WITH = Set.of(
            "git status",
            "git log",
            "git show",
            "git diff",
            "git branch",
            "git rev-parse",
            "git config",
            "git ls-files",
            "git grep",
            "git blame",
            "git remote",
            "git merge-base",
            "gh search",
            "gh api",
            "gh pr view",
            "gh pr diff",
            "gh pr list",
            "gh pr checks",
            "gh issue view",
            "gh issue list",
            "gh run view",
            "gh run list");

    /** A call of an API that changes something. */
    private static final Pattern WRITING = Pattern.compile(
            "\\bgh api\\b.*\\s(?:-[fF]|--(?:raw-)?field|--input|(?:-X|--method)[ =]?(?:POST|PUT|PATCH|DELETE))\\b");

    private CommandFingerprint() {}

    /** Returns the action of each simple command that is not read-only, in order. */
    static Set<String> acts(String script) {
        Set<String> acts = new LinkedHashSet<>();
        for (String simple : ShellScript.commands(script)) {
            String act = act(words(simple));
            if (!act.isEmpty() && !looks(simple, act)) {
                acts.add(act);
            }
        }
        return acts;
    }

    /** Whether a read-only command determines the exit code of a script, or shortens another command's output. */
    static boolean endsLooking(String script) {
        List<String> commands = ShellScript.commands(script);
        String last = commands.get(commands.size() - 1);
        return looks(last, act(words(last)));
    }

    private static boolean looks(String simple, String act) {
        int space = act.indexOf(' ');
        if (WRITING.matcher(simple).find()) {
            return false;
        }
        return LOOKING.contains(space < 0 ? act : act.substring(0, space))
                || LOOKING_WITH.stream().anyMatch(looking -> act.equals(looking) || act.startsWith(looking + " "));
    }

    /** Returns the program, its first argument, the next words where these name the action, and the test selection. */
    private static String act(List<String> words) {
        int end = Math.min(2, words.size());
        while (end < words.size() && NAMING.contains(words.get(end - 1))) {
            end++;
        }
        StringBuilder act = new StringBuilder(String.join(" ", words.subList(0, end)));
        for (int i = end; i < words.size() - 1; i++) {
            if (SELECTING.contains(words.get(i))) {
                act.append(' ').append(words.get(i)).append(' ').append(words.get(i + 1));
            }
        }
        return act.toString();
    }

    /** Returns the words without assignments, redirections, wrappers and the program's directory. */
    private static List<String> words(String simple) {
        List<String> words = new ArrayList<>();
        boolean wrapped = false;
        for (String word : simple.strip().split("\\s+", -1)) {
            if (words.isEmpty()) {
                if (SILENT.contains(word)) {
                    return List.of();
                }
                boolean option =
                        wrapped && (word.startsWith("-") || (!word.isEmpty() && Character.isDigit(word.charAt(0))));
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

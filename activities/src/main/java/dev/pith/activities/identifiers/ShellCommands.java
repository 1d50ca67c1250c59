package dev.pith.activities.identifiers;

import dev.pith.activities.text.WordList;
import java.util.List;
import java.util.Set;

/** Extracts the informative commands of a shell script. */
final class ShellCommands {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 70;

    private static final Set<String> TRIVIAL = WordList.of("""
            cd echo ls pwd cat head tail sleep true grep rg sed awk wc sort find for do done if fi then else while
            EOF export printf which mkdir""");

    private static final Set<String> TRIVIAL_GIT =
            Set.of("status", "diff", "log", "add", "show", "branch", "stash", "commit");

    private ShellCommands() {}

    /** Returns the informative commands of a line or script, in order. */
    static List<String> of(String script) {
        return ShellScript.commands(script).stream()
                .map(ShellCommands::tidy)
                .filter(ShellCommands::isTelling)
                .toList();
    }

    /** Removes redirections and collapses spaces. */
    private static String tidy(String raw) {
        StringBuilder tidy = new StringBuilder();
        boolean target = false;
        for (String word : raw.replace('&', ' ').strip().split("\\s+", -1)) {
            int arrow = word.indexOf('>');
            boolean redirects = arrow == 0 || (arrow == 1 && Characters.isDigit(word.charAt(0)));
            if (redirects) {
                target = word.endsWith(">");
            } else if (target) {
                target = false;
            } else {
                tidy.append(tidy.isEmpty() ? "" : " ").append(word);
            }
        }
        return tidy.toString();
    }

    private static boolean isTelling(String command) {
        int space = command.indexOf(' ');
        if (command.length() < SHORTEST || command.length() > LONGEST || space < 0) {
            return false;
        }
        String program = command.substring(0, space);
        for (int i = 0; i < program.length(); i++) {
            char c = program.charAt(i);
            if (!Characters.isRun(c) || (i == 0 && Characters.isUpper(c))) {
                return false;
            }
        }
        for (int i = 0; i < command.length(); i++) {
            if ("\"'<{`$(".indexOf(command.charAt(i)) >= 0) {
                return false;
            }
        }
        String[] words = command.split(" ", -1);
        boolean bare = words[0].equals("git") && TRIVIAL_GIT.contains(words[1]) && command.length() < 24;
        return !TRIVIAL.contains(program) && !bare;
    }
}

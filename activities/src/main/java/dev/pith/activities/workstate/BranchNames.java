package dev.pith.activities.workstate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the current branch from git output. */
final class BranchNames {

    /** Number of characters of an output that are searched. */
    private static final int SEARCHED = 3_000;

    private static final Pattern TOLD = Pattern.compile(
            "(?m)^(?:On branch |Already on '|Switched to (?:a new )?branch '|\\[(?=\\S+ (?=\\d*+[a-f])[0-9a-f]{7,12}\\] ))([\\w./-]{1,100})");
    private static final Pattern SHORT_STATUS = Pattern.compile("(?m)^## ([\\w/-][\\w./-]{0,99}?)(?:\\.\\.\\.\\S.*)?$");
    private static final Pattern SHORT = Pattern.compile("\\bstatus\\b.*(?:\\s-\\w*b|--branch)\\b");
    private static final Pattern NAME = Pattern.compile("[\\w./-]{1,100}");

    /** Commands that may refer to another directory or repository, with another branch. */
    private static final Pattern ELSEWHERE = Pattern.compile("(?:^|[;&|\\s])cd\\s|\\bgit\\s+(?:-C|init|clone)\\b");

    private BranchNames() {}

    /** Returns the last branch in a script's output; empty if there is none or the script uses another directory. */
    static Optional<String> told(String script, String output) {
        if (!script.contains("git") || ELSEWHERE.matcher(script).find()) {
            return Optional.empty();
        }
        String read = output.substring(0, Math.min(SEARCHED, output.length()));
        if (script.strip().equals("git branch --show-current")) {
            return Optional.of(read.strip()).filter(name -> NAME.matcher(name).matches());
        }
        List<Pattern> forms = SHORT.matcher(script).find() ? List.of(SHORT_STATUS, TOLD) : List.of(TOLD);
        return forms.stream().flatMap(form -> last(form, read).stream()).findFirst();
    }

    private static Optional<String> last(Pattern form, String text) {
        return form.matcher(text).results().reduce((before, later) -> later).map(told -> told.group(1));
    }
}

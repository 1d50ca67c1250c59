package dev.pith.activities.workstate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which commits a script made. */
final class CommitOutput {

    /** The branch of a commit, empty if unknown, and what to tell: its subject, with its hash if known. */
    record Made(String branch, String text) {}

    static final Pattern COMMITS = Pattern.compile(EffectReader.GIT + "(?:commit|cherry-pick|revert)\\b");

    private static final Pattern MADE = Pattern.compile(
            "(?m)^\\[([\\w./+-]{1,100}|detached HEAD)(?: \\(root-commit\\))? ([0-9a-f]{7,40})\\] (.{1,300})");
    private static final Pattern NONE_MADE = Pattern.compile("nothing to commit|no changes added|nothing added");

    /** The first line of the message of a commit, as an argument or as a here document. */
    private static final Pattern SUBJECT = Pattern.compile(
            "\\s-\\w{0,3}m\\s+(?:\"\\$\\(cat <<-? ?['\"]?\\w{1,20}['\"]?\\s+|[\"']|(?=\\w))([^\"'\\n]{3,200})");

    private static final Pattern LOGGED = Pattern.compile("(?m)^([0-9a-f]{7,40}) (?:\\(.{1,200}\\) )?(.{1,200})$");

    private CommitOutput() {}

    /** Returns the commits that the output tells; of a quiet script that did not fail, the one of its message. */
    static List<Made> of(String script, String output, boolean failed) {
        List<Made> told = MADE.matcher(output)
                .results()
                .map(made -> new Made(made.group(1), made.group(2) + " " + made.group(3)))
                .toList();
        boolean isQuiet =
                told.isEmpty() && !failed && !NONE_MADE.matcher(output).find();
        return isQuiet
                ? subject(script).map(subject -> new Made("", logged(output, subject))).stream()
                        .toList()
                : told;
    }

    /** Returns the subject of the commit that a script makes, if it has one as an argument. */
    static Optional<String> subject(String script) {
        Matcher commits = COMMITS.matcher(script);
        Matcher subject = SUBJECT.matcher(script);
        return commits.find() && subject.find(commits.end())
                ? Optional.of(subject.group(1).strip())
                : Optional.empty();
    }

    /** Returns the line of a log with such a subject, or the subject. */
    private static String logged(String output, String subject) {
        return LOGGED.matcher(output)
                .results()
                .filter(line -> line.group(2).equals(subject))
                .map(line -> line.group(1) + " " + subject)
                .findFirst()
                .orElse(subject);
    }
}

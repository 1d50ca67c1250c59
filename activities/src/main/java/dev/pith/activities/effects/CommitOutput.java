package dev.pith.activities.effects;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which commits a script made. */
final class CommitOutput {

    /** The branch of a commit, empty if unknown, and what to tell: its subject, with its hash if known. */
    record Made(String branch, String text) {}

    static final Pattern COMMITS = Pattern.compile("git\\s+(?:commit|cherry-pick|revert|rebase|am|pull)(?=\\s|$)");
    static final Pattern COMMIT = Pattern.compile("git\\s+commit(?=\\s|$)");

    /** A commit as git tells it. Other programs put a time into brackets, so a hash without a letter needs what git tells next. */
    private static final Pattern MADE =
            Pattern.compile("(?m)^\\[([\\w./+#@-]{1,100}|detached HEAD)(?: \\(root-commit\\))? "
                    + "((?=\\d*+[a-f])[0-9a-f]{7,40}|\\d{7,40}(?=\\] .{1,300}\\n (?:\\d|Date|Author)))\\] (.{1,300})");

    private static final Pattern QUIET = Pattern.compile("\\s(?:-\\w{0,3}q|--quiet\\b)");
    private static final Pattern STATUS = Pattern.compile("git\\s+status\\b");
    private static final Pattern NONE_MADE = Pattern.compile(
            "(?i)nothing to commit|no changes added|nothing added|\\b(?:error|fatal)\\b|\\bhook\\b|abort");

    private static final Pattern MESSAGE = Pattern.compile("\\s(?:-\\w{0,3}m|--message)(?:=|\\s*+)"
            + "(?:\"((?:[^\"\\\\]|\\\\.){1,400})|'([^']{1,400})|([^\\s\"'$-][^\\s\"']{0,100}))");
    private static final Pattern HERE_DOCUMENT =
            Pattern.compile(HereDocuments.MARK + "([^" + HereDocuments.MARK + "]{1,400})" + HereDocuments.MARK);

    private static final Pattern LOGGED = Pattern.compile("(?m)^([0-9a-f]{7,40}) (?:\\(.{1,200}\\) )?(.{1,200})$");

    private CommitOutput() {}

    /**
     * Returns the commits that the output tells; if it tells none and the commit was quiet, that one.
     *
     * @param done whether the script ended well
     */
    static List<Made> of(List<ShellLine> script, String output, boolean done) {
        List<Made> told = MADE.matcher(output)
                .results()
                .map(made -> new Made(made.group(1), made.group(2) + " " + made.group(3)))
                .toList();
        Optional<ShellLine> quiet = script.stream()
                .filter(line -> line.is(COMMIT) && line.has(QUIET) && !LastingCommand.isDry(line))
                .findFirst();
        if (!told.isEmpty() || !done || quiet.isEmpty() || isRefused(script, output)) {
            return told;
        }
        String subject = subject(quiet.get()).orElse("");
        return List.of(new Made("", subject.isEmpty() ? "" : logged(output, subject)));
    }

    /** Returns whether the output tells that there was no commit; a clean tree behind it tells that there was one. */
    private static boolean isRefused(List<ShellLine> script, String output) {
        boolean looks = script.stream().anyMatch(line -> line.is(STATUS));
        String read = looks ? output.replaceFirst("nothing to commit, working tree clean", "") : output;
        return NONE_MADE.matcher(read).find();
    }

    /** Returns the first line of the message of a commit, if it stands in the command and has no variable. */
    static Optional<String> subject(ShellLine commit) {
        Matcher document = HERE_DOCUMENT.matcher(commit.text());
        Matcher message = MESSAGE.matcher(commit.text());
        String found = document.find() ? document.group(1) : message.find() ? first(message) : "";
        String line = found.lines().findFirst().orElse("").replace("\\", "").strip();
        return line.isEmpty() || line.contains("$") ? Optional.empty() : Optional.of(line);
    }

    private static String first(Matcher message) {
        return message.group(1) != null
                ? message.group(1)
                : message.group(2) != null ? message.group(2) : message.group(3);
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

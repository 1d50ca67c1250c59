package dev.pith.activities.effects;

import dev.pith.activities.effects.Effect.Kind;
import dev.pith.activities.text.Clip;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads commands and their results for what outlasts the edits. Not thread-safe. */
public final class EffectReader {

    /** Number of characters of a script, and of either end of an output, that are read. */
    private static final int READ = 20_000;

    private static final int LONGEST = 140;
    private static final int LONGEST_COMMAND = 100;

    private static final Pattern COLORS = Pattern.compile("\u001B\\[[\\d;]{0,12}m");

    /** Scripts in a repository made for a trial. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "\\bgit\\s+(?:init|clone)\\b|\\bmktemp\\b|(?:\\bcd|-C)\\s+[\"']?(?:/private)?/tmp(?:/|\\b(?!-))");

    private static final Pattern REDIRECTION = Pattern.compile("\\s\\d?>{1,2}(?:&\\d|\\s?[\\w./-]{1,100})");
    private static final Pattern PUSH = Pattern.compile("git\\s+push\\b");
    private static final Pattern REBASE = Pattern.compile("git\\s+rebase\\b");
    private static final Pattern QUIET = Pattern.compile("\\s(?:-q|--quiet)\\b");
    private static final Pattern AMENDS = Pattern.compile("\\s--amend\\b");
    private static final Pattern REBASED =
            Pattern.compile("Successfully rebased and updated refs/heads/([\\w./+#@-]{1,100}?)\\.?(?:\\s|$)");

    /** What tells that the last command did nothing. */
    private static final Pattern FAILED = Pattern.compile(
            "(?mi)^\\W{0,6}(?:npm )?(?:error|fatal|ERR!)(?!\\w)|^X |^CONFLICT|cancel+ed\\b|^No stash|\\bdenied\\b");

    /** A command behind such signs, or in a function, may not have been run although the script succeeded. */
    private static final Pattern PERHAPS = Pattern.compile("\\|\\||\\(\\)\\s*\\{");

    private record Begun(long seq, String script, List<ShellLine> lines) {
        /** Returns whether all commands were run, as far as the script tells. */
        boolean isStraight() {
            return !PERHAPS.matcher(script).find();
        }

        boolean runs(Pattern command) {
            return lines.stream().anyMatch(line -> line.is(command) && !LastingCommand.isDry(line));
        }
    }

    private final Map<String, Begun> open = new HashMap<>();
    private Effects effects = Effects.NONE;

    /** Reads a shell command. */
    public void call(long seq, String callId, String script) {
        String read = Clip.first(script, READ);
        if (!ELSEWHERE.matcher(read).find()) {
            open.put(callId, new Begun(seq, read, ShellLine.of(read)));
        }
    }

    /** Reads a call of a tool that is no shell. */
    public void tool(long seq, String callId, String tool) {
        if (CreatedAddress.isByTool(tool)) {
            open.put(callId, new Begun(seq, "", List.of()));
        }
    }

    /** Records an edit of a file. */
    public void edited(String file) {
        effects = effects.edit(file);
    }

    /** Reads that a person refused a call. */
    public void refused(String callId) {
        Begun begun = open.remove(callId);
        if (begun != null && !begun.lines.isEmpty()) {
            boolean lasts = begun.lines.stream().anyMatch(LastingCommand::is);
            String command = shown(begun.script);
            String told = begun.lines.stream()
                    .filter(line -> line.is(CommitOutput.COMMIT))
                    .findFirst()
                    .flatMap(CommitOutput::subject)
                    .map(subject -> "`git commit` of \"" + subject + "\"")
                    .orElse("`" + command + "`");
            add(begun, lasts ? Kind.REFUSED : Kind.HALTED, command, told);
        }
    }

    /** Reads the result of a call, of a failed one only what its output tells, and returns whether it made a commit. */
    public boolean result(String callId, String text, boolean failed) {
        Begun begun = open.remove(callId);
        if (begun == null) {
            return false;
        }
        read(begun, text, failed);
        return effects.lastCommit() == begun.seq;
    }

    private void read(Begun begun, String text, boolean failed) {
        String read = text.length() <= 2 * READ ? text : Clip.first(text, READ) + "\n" + Clip.last(text, READ);
        String output = COLORS.matcher(read).replaceAll("");
        if (begun.lines.isEmpty()) {
            CreatedAddress.ofTool(output).filter(it -> !failed).ifPresent(it -> add(begun, Kind.OPENED, it, it));
            return;
        }
        boolean done = !failed && begun.isStraight() && !FAILED.matcher(output).find();
        commits(begun, output, done);
        pushes(begun, output, done);
        if (begun.runs(CreatedAddress.CREATES)) {
            CreatedAddress.ofProgram(output).ifPresent(it -> add(begun, Kind.OPENED, it, it));
        }
        if (done) {
            begun.lines.stream()
                    .filter(line -> LastingCommand.is(line) && !isTold(line))
                    .forEach(line -> add(begun, Kind.RAN, shown(line.text()), "`" + shown(line.text()) + "`"));
        }
    }

    /** Returns the effects that hold. */
    public Effects effects() {
        return effects;
    }

    private void commits(Begun begun, String output, boolean done) {
        if (!begun.runs(CommitOutput.COMMITS)) {
            return;
        }
        List<CommitOutput.Made> commits = CommitOutput.of(begun.lines, output, done);
        // A rebase that amends each commit replaces others than its last one.
        List<ShellLine> made = begun.lines.stream()
                .filter(line -> line.is(CommitOutput.COMMIT))
                .toList();
        boolean single = !begun.runs(REBASE) && commits.size() == made.size();
        for (int i = 0; i < commits.size(); i++) {
            Kind kind = single && made.get(i).has(AMENDS) ? Kind.AMENDED : Kind.COMMITTED;
            add(begun, kind, commits.get(i).branch(), commits.get(i).text());
        }
        REBASED.matcher(output).results().forEach(it -> add(begun, Kind.REBASED, it.group(1), it.group(1)));
    }

    private void pushes(Begun begun, String output, boolean done) {
        if (!begun.runs(PUSH)) {
            return;
        }
        List<PushOutput.Pushed> pushed = PushOutput.of(output);
        pushed.forEach(one -> add(begun, Kind.PUSHED, one.where(), one.upTo()));
        boolean quiet = begun.lines.stream().anyMatch(line -> line.is(PUSH) && line.has(QUIET));
        if (pushed.isEmpty() && quiet && done) {
            add(begun, Kind.PUSHED, "", "");
        }
    }

    /** Returns whether the output of a command tells its effect. */
    private static boolean isTold(ShellLine line) {
        return line.is(CommitOutput.COMMITS) || line.is(PUSH) || line.is(CreatedAddress.CREATES);
    }

    private static String shown(String script) {
        String told =
                REDIRECTION.matcher(script.replace(HereDocuments.MARK, ' ')).replaceAll("");
        return Clip.beginning(told.replaceAll("\\s+", " ").strip(), LONGEST_COMMAND);
    }

    private void add(Begun begun, Kind kind, String key, String text) {
        effects = effects.plus(new Effect(begun.seq, kind, key, Clip.beginning(text, LONGEST)));
    }
}

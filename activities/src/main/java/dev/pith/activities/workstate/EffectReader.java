package dev.pith.activities.workstate;

import dev.pith.activities.identifiers.ShellScript;
import dev.pith.activities.text.Clip;
import dev.pith.activities.workstate.Effect.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads commands and their results for what outlasts the edits. Not thread-safe. */
public final class EffectReader {

    /** Number of characters of a script and of an output that are read. */
    private static final int READ = 4_000;

    private static final int LONGEST = 140;
    private static final int LONGEST_COMMAND = 100;

    /** Scripts in a repository made for a trial. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("\\bgit\\s+(?:init|clone)\\b|\\bcd\\s+\\S{0,20}(?:/tmp\\b|mktemp)");

    /** How a script begins a command of git, up to the name of the command. */
    static final String GIT = "\\bgit\\s+(?:-[cC]\\s+\\S{1,200}\\s+|--?[\\w=./-]{1,200}\\s+){0,5}+";

    private static final Pattern PUSHES = Pattern.compile(GIT + "push\\b");
    private static final Pattern REBASED =
            Pattern.compile("Successfully rebased and updated refs/heads/([\\w./+-]{1,100}?)\\.?(?:\\s|$)");
    private static final Pattern OPENS = Pattern.compile("\\bg[hl]\\w*\\s(?:pr|issue|release|mr|repo)\\s+create\\b");
    private static final Pattern ADDRESS = Pattern.compile("https?://[\\w.-]{1,100}/[\\w./-]{1,200}\\w");

    private record Begun(String script, long seq) {
        boolean does(Pattern act) {
            return act.matcher(script).find();
        }
    }

    private final Map<String, Begun> open = new HashMap<>();
    private Effects effects = Effects.NONE;

    public void call(long seq, String callId, String script) {
        open.put(callId, new Begun(Clip.first(script, READ), seq));
    }

    /** Reads the result of a call; of a failed one only what its output tells. */
    public void result(String callId, String text, boolean failed) {
        Begun begun = open.remove(callId);
        if (begun == null || begun.does(ELSEWHERE)) {
            return;
        }
        if (Refusal.is(text)) {
            refused(begun);
            return;
        }
        String output = Clip.last(text, READ);
        commits(begun, output, failed);
        rebases(begun, output);
        if (begun.does(PUSHES)) {
            PushOutput.of(output)
                    .forEach(pushed -> add(
                            begun,
                            Kind.PUSHED,
                            pushed.where(),
                            pushed.upTo().isEmpty() ? "" : "up to " + pushed.upTo()));
        }
        if (!failed) {
            opens(begun, output);
            runs(begun);
        }
    }

    /** Returns the effects that hold. */
    public Effects effects() {
        return effects;
    }

    private void commits(Begun begun, String output, boolean failed) {
        Kind kind = begun.script.contains("--amend") ? Kind.AMENDED : Kind.COMMITTED;
        if (begun.does(CommitOutput.COMMITS)) {
            CommitOutput.of(begun.script, output, failed).forEach(made -> add(begun, kind, made.branch(), made.text()));
        }
    }

    private void rebases(Begun begun, String output) {
        if (begun.script.contains("rebase")) {
            REBASED.matcher(output).results().forEach(done -> add(begun, Kind.REBASED, done.group(1), done.group(1)));
        }
    }

    private void opens(Begun begun, String output) {
        Matcher address = ADDRESS.matcher(output);
        if (begun.does(OPENS) && address.find()) {
            add(begun, Kind.OPENED, address.group(), address.group());
        }
    }

    /** Reads the commands whose output tells nothing of their effect. */
    private void runs(Begun begun) {
        for (String command : ShellScript.commands(begun.script)) {
            Begun simple = new Begun(command, begun.seq);
            boolean isTold = simple.does(CommitOutput.COMMITS) || simple.does(PUSHES) || simple.does(OPENS);
            if (!isTold && LastingCommand.is(command)) {
                add(begun, Kind.RAN, shown(command), "`" + shown(command) + "`");
            }
        }
    }

    private void refused(Begun begun) {
        String command = shown(begun.script);
        boolean lasts = ShellScript.commands(begun.script).stream().anyMatch(LastingCommand::is);
        String told = CommitOutput.subject(begun.script)
                .map(subject -> "`git commit` of \"" + subject + "\"")
                .orElse("`" + command + "`");
        add(begun, lasts ? Kind.REFUSED : Kind.HALTED, command, told);
    }

    private static String shown(String script) {
        return Clip.beginning(script.replaceAll("\\s+", " ").strip(), LONGEST_COMMAND);
    }

    private void add(Begun begun, Kind kind, String key, String text) {
        effects = effects.plus(new Effect(begun.seq, kind, key, Clip.beginning(text, LONGEST)));
    }
}

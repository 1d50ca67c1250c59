package dev.pith.activities.workstate;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads what was pushed from the output of git. */
final class PushOutput {

    /** Where it was pushed, and up to which commit; empty if it was new there. */
    record Pushed(String where, String upTo) {}

    private static final Pattern LINE = Pattern.compile(
            "(?m)^ [ +*-] +(?:[0-9a-f]{7,40}\\.{2,3}([0-9a-f]{7,40})|\\[new (?:branch|tag)\\]|\\[deleted\\])"
                    + " +(\\S{1,200})(?: -> (\\S{1,200}))?");

    private PushOutput() {}

    /** Returns what the output tells after its first line "To address"; what a fetch tells after it is left out. */
    static List<Pushed> of(String output) {
        int to = ("\n" + output).indexOf("\nTo ");
        if (to < 0) {
            return List.of();
        }
        int fetched = output.indexOf("\nFrom ", to);
        String told = output.substring(to, fetched < 0 ? output.length() : fetched);
        return LINE.matcher(told).results().map(PushOutput::pushed).toList();
    }

    private static Pushed pushed(MatchResult line) {
        String name = line.group(2);
        String target = line.group(3);
        String where = target == null ? name + " (deleted)" : name.equals(target) ? name : name + " to " + target;
        return new Pushed(where, line.group(1) == null ? "" : line.group(1));
    }
}

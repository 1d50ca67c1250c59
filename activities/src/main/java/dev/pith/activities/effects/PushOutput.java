package dev.pith.activities.effects;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what was pushed from the output of git. */
final class PushOutput {

    /** Where it was pushed, and up to which commit, if it was not new there. */
    record Pushed(String where, String upTo) {}

    private static final Pattern TO = Pattern.compile("To \\S{1,300}");

    private static final Pattern REF = Pattern.compile(
            " ([ +*-]) {1,12}(?:[0-9a-f]{7,40}\\.{2,3}([0-9a-f]{7,40})|\\[new (?:branch|tag)\\]|\\[deleted\\])"
                    + " {1,40}(\\S{1,200})(?: -> (\\S{1,200}))?(?: \\(.{1,60}\\))?");

    private PushOutput() {}

    /** Returns what the lines below "To address" tell; without such a line, what a last line alone tells. */
    static List<Pushed> of(String output) {
        List<Pushed> pushed = new ArrayList<>();
        List<String> lines = output.lines().toList();
        boolean below = lines.size() == 1;
        for (String line : lines) {
            Matcher ref = REF.matcher(line);
            if (below && ref.matches()) {
                pushed.add(pushed(ref));
            } else {
                below = TO.matcher(line).matches();
            }
        }
        return pushed;
    }

    private static Pushed pushed(Matcher ref) {
        String name = ref.group(3);
        String target = ref.group(4);
        boolean isSame = name.equals(target) || name.equals("HEAD");
        String where = target == null ? name + " (deleted)" : isSame ? target : name + " to " + target;
        String forced = ref.group(1).equals("+") ? " (forced)" : "";
        return new Pushed(where, ref.group(2) == null ? "" : "up to " + ref.group(2) + forced);
    }
}

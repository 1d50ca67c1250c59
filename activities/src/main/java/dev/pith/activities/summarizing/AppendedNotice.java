package dev.pith.activities.summarizing;

import java.util.regex.Pattern;

/** Removes the notice that a coding agent appends to a plan that a person accepted; it is no request of the person. */
final class AppendedNotice {

    /** Of Claude Code, as of version 2.1. */
    private static final Pattern OF_PLAN_MODE =
            Pattern.compile("(?m)^ {0,4}+If you need specific details from before exiting plan mode [^\\n]{0,600}+$");

    private AppendedNotice() {}

    /** Returns the text without the notice; the text itself if it is nothing else. */
    static String removed(String text) {
        String own = OF_PLAN_MODE.matcher(text).replaceAll("").strip();
        return own.isEmpty() ? text : own;
    }
}

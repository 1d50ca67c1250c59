package dev.pith.activities.workstate;

/** Recognizes that a person stopped the agent or refused a tool call. */
public final class Refusal {

    private Refusal() {}

    /** Whether a command was stopped from outside; its exit status is then meaningless. */
    static boolean isAbort(String text) {
        String end = text.substring(Math.max(0, text.length() - 60)).strip();
        return text.startsWith("<tool_use_error>")
                || end.endsWith("Command aborted")
                || end.endsWith("aborted by user");
    }

    /** Whether this is the text with which coding agents record a refusal. */
    public static boolean is(String text) {
        return text.startsWith("The user doesn't want")
                || text.startsWith("[Request interrupted")
                || text.startsWith("The tool use was rejected")
                || text.startsWith("exec command rejected by user");
    }
}

package dev.pith.activities.summarizing;

/** Removes the notice that a coding agent appends to a plan that a person accepted; it is no request of the person. */
final class AppendedNotice {

    private static final String PLAN = "Implement the following plan";

    /** How the notice begins and what it says, in Claude Code as of version 2.1. */
    private static final String BEGINNING = "\nIf you need specific details from before exiting plan mode";

    private static final String READ = "read the full transcript at:";

    /** The longest notice, with what the program writes behind it. In characters. */
    private static final int LONGEST = 2_000;

    private AppendedNotice() {}

    /** Returns the text without the notice at its end. */
    static String removed(String text) {
        int at = text.startsWith(PLAN) ? text.lastIndexOf(BEGINNING) : -1;
        boolean notice = at > 0 && text.length() - at <= LONGEST && text.indexOf(READ, at) > 0;
        return notice ? text.substring(0, at).strip() : text;
    }
}

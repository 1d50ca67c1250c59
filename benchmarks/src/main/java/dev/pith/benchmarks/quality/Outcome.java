package dev.pith.benchmarks.quality;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a tool call ended, as its log tells.
 *
 * @param exit the exit code where one is told or follows from success; null where a call failed without one
 * @param over false where the program ran on
 */
record Outcome(boolean failed, @Nullable Integer exit, boolean over) {

    static final Outcome SUCCESS = new Outcome(false, 0, true);
    static final Outcome RUNNING = new Outcome(false, null, false);
    /** It failed, but no program ran to its end: refused, interrupted, wrong arguments. */
    static final Outcome FAILURE = new Outcome(true, null, true);

    static Outcome exit(int code) {
        return code == 0 ? SUCCESS : new Outcome(true, code, true);
    }

    /** The exit code that a text tells, or a failure without one. */
    static Outcome failure(Pattern exit, String text) {
        Matcher told = exit.matcher(text);
        return told.find() ? new Outcome(true, Integer.valueOf(told.group(1)), true) : FAILURE;
    }
}

package dev.pith.activities.context;

import dev.pith.activities.conversation.Summary;
import java.util.regex.Pattern;

/** The text around a summary that identifies it to a model. */
public final class SummaryFrame {

    private static final Pattern OPENING =
            Pattern.compile("The conversation so far, messages [0-9]+ to [0-9]+, was compacted\\. This summary ");

    private SummaryFrame() {}

    /** Returns the summary's text in its frame. */
    public static String of(Summary summary) {
        return "The conversation so far, messages " + summary.fromSeq() + " to " + summary.toSeq()
                + ", was compacted. This summary of what was said and done in them stands for them:\n\n"
                + summary.text().strip();
    }

    /** Returns whether a text has, from this index on, a summary in its frame. */
    public static boolean opens(String text, int at) {
        return OPENING.matcher(text).region(at, text.length()).lookingAt();
    }
}

package dev.pith.activities.context;

import dev.pith.activities.conversation.Summary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** The text around a summary that identifies it to a model. */
public final class SummaryFrame {

    private static final Pattern OPENING =
            Pattern.compile("The conversation so far, messages [0-9]+ to [0-9]+, was compacted\\. This summary ");

    private SummaryFrame() {}

    /** The most tokens of a frame, footer included. */
    static final int TOKENS = 100;

    /** Returns the summary's text in its frame: what it stands for, an XML element around it, and the footer. */
    public static String of(Summary summary) {
        return "The conversation so far, messages " + summary.fromSeq() + " to " + summary.toSeq()
                + ", was compacted. This summary of what was said and done in them stands for them:\n\n<summary id=\""
                + summary.id() + "\" level=\"" + summary.level() + "\" messages=\"" + summary.fromSeq() + "-"
                + summary.toSeq() + "\"" + dates(summary) + ">\n"
                // The text must not end its own element.
                + summary.text().strip().replace("</summary", "<\\/summary") + "\n\n" + footer(summary)
                + "\n</summary>";
    }

    /** Returns the line that says how to get back what a summary leaves out. */
    static String footer(Summary summary) {
        return "[What this summary leaves out can be read: pith expand " + summary.id() + "]";
    }

    private static String dates(Summary summary) {
        return summary.earliest() == null || summary.latest() == null
                ? ""
                : " from=\"" + day(summary.earliest()) + "\" to=\"" + day(summary.latest()) + "\"";
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /** Returns whether a text has, from this index on, a summary in its frame. */
    public static boolean opens(String text, int at) {
        return OPENING.matcher(text).region(at, text.length()).lookingAt();
    }
}

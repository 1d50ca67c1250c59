package dev.pith.activities.context;

import dev.pith.activities.conversation.Summary;

/** The text around a summary that identifies it to a model. */
final class SummaryFrame {

    private SummaryFrame() {}

    static String of(Summary summary) {
        return "The conversation so far, messages " + summary.fromSeq() + " to " + summary.toSeq()
                + ", was compacted. This summary of what was said and done in them stands for them:\n\n"
                + summary.text().strip();
    }
}
